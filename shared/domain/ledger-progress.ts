/** What a period's reports say in a ledger row. A joint task gives each lead's word under its name. */
import { jointPercent, type ProgressValues } from './progress.ts';

export type LedgerReport = Pick<ProgressValues, 'narrative' | 'percent' | 'status' | 'problems' | 'next'>;

/** One unit that is asked to report, and what it said for the period; null when it has said nothing. */
export interface Reporter {
  unit: string;
  report: LedgerReport | null;
}

interface Answer {
  unit: string;
  report: LedgerReport;
}

export const unreportedLabel = '未报';

/** A task of more reporting units (各街镇) lists who has not reported in one line and sums the percents up. */
const namedOneByOne = 3;

/** More words than these on one task stand on a sheet of their own, a row each; the task's row sums them up. */
const wordsInOneCell = 6;
export const annexSheetName = '各单位进展';
const annexHint = `见“${annexSheetName}”表`;

/** @param answers reporting units that have reported */
export function needsAnnex(answers: number): boolean {
  return answers > wordsInOneCell;
}

function answersOf(reporters: readonly Reporter[]): Answer[] {
  return reporters.flatMap(({ unit, report }) => (report === null ? [] : [{ unit, report }]));
}

function silentUnits(reporters: readonly Reporter[]): string[] {
  return reporters.filter(({ report }) => report === null).map(({ unit }) => unit);
}

function wordsOf(reporters: readonly Reporter[], field: 'narrative' | 'problems' | 'next'): string[] {
  return answersOf(reporters)
    .filter(({ report }) => report[field] !== '')
    .map(({ unit, report }) => (reporters.length === 1 ? report[field] : `【${unit}】${report[field]}`));
}

function silenceLines(reporters: readonly Reporter[]): string[] {
  const silent = silentUnits(reporters);
  if (silent.length === 0) return [];
  if (reporters.length <= namedOneByOne) return silent.map((unit) => `【${unit}】${unreportedLabel}`);
  return [`${unreportedLabel}（${silent.length}家）：${silent.join('、')}`];
}

function answersLine(reporters: readonly Reporter[]): string[] {
  const answers = answersOf(reporters).length;
  return needsAnnex(answers) ? [`已报（${answers}家）：${annexHint}。`] : wordsOf(reporters, 'narrative');
}

/** 本期进展. @param reporters the task's reporting units, in order; without any, nothing is missing */
export function progressText(reporters: readonly Reporter[]): string {
  if (isUnreported(reporters)) return unreportedLabel;
  return [...answersLine(reporters), ...silenceLines(reporters)].join('\n');
}

/** 存在问题 or 下一步措施. */
export function reportedText(reporters: readonly Reporter[], field: 'problems' | 'next'): string {
  const words = wordsOf(reporters, field);
  if (words.length > 0 && needsAnnex(answersOf(reporters).length))
    return `${words.length}家有，${annexHint}。`;
  return words.join('\n');
}

function summedPercents(reporters: readonly Reporter[]): string {
  const answers = answersOf(reporters);
  const lowest = jointPercent(answers.map(({ report }) => report.percent));
  const silent = silentUnits(reporters).length;
  const lines = [lowest === null ? '' : `最低${lowest}%`, `已报${answers.length}家`, `未报${silent}家`];
  return lines.filter((line) => line !== '').join('\n');
}

/** 完成比例: the one lead's number, or each lead's under its name; null where nobody gave one. */
export function percentValue(reporters: readonly Reporter[]): number | string | null {
  const [first] = reporters;
  if (first === undefined || isUnreported(reporters)) return null;
  if (reporters.length === 1) return first.report?.percent ?? null;
  if (reporters.length > namedOneByOne) return summedPercents(reporters);
  const percentOf = (report: LedgerReport | null) =>
    report === null ? unreportedLabel : `${report.percent}%`;
  const named = reporters.filter(({ report }) => report === null || report.percent !== null);
  return named.map(({ unit, report }) => `${unit}\n${percentOf(report)}`).join('\n');
}

export function isUnreported(reporters: readonly Reporter[]): boolean {
  return reporters.length > 0 && reporters.every(({ report }) => report === null);
}
