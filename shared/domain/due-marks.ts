/** 「一季度」, 「10月底前」, 「上半年」 in a promise: when it is due. */

import { parseChineseNumber } from './chinese-number.ts';

export interface DueMark {
  start: number;
  end: number;
  /** `YYYY-MM-DD`. */
  due: string;
}

const month = String.raw`(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月`;
const partOfYear = '(?<half>上半年|年中)|(?<wholeYear>下半年|全年|年内|年底|年末)';
const partOfMonth = String.raw`(?:底|末|(?<decade>[上中下])旬|(?<day>\d{1,2})日)`;
const quarter = '第?(?<quarter>[一二三四1-4])季度';
/** 「2026年底」 and 「明年底」 lend the year its 年: they are no 「年底」 of this one. */
const yearEndNamed = '到?(?<endOf>20\\d\\d|明|次)年(?:底|末|内)';
const yearNamed = '(?:到?(?<year>20\\d\\d|明|次)年)?';

const mark = new RegExp(
  `(?:${yearEndNamed}|${yearNamed}(?:${quarter}|${partOfYear}|${month}${partOfMonth}))(?:之?前|内)?|到(?<until>20\\d\\d)年`,
  'gu',
);

const quarters = '一二三四';
const lastDayOfDecade: Partial<Record<string, string>> = { 上: '10', 中: '20' };

/** @param word digits, 明 or 次; without one it is the notice's own year */
function yearOf(word: string | undefined, year: number): number {
  if (word === undefined) return year;
  return word === '明' || word === '次' ? year + 1 : Number(word);
}

function lastDayOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function dueDate(year: number, groups: Partial<Record<string, string>>): string | null {
  const { quarter, half, month, decade } = groups;
  const day = decade === undefined ? groups.day : lastDayOfDecade[decade];
  if (quarter !== undefined)
    return lastDayOfMonth(year, (quarters.indexOf(quarter) + 1 || Number(quarter)) * 3);
  if (half !== undefined) return lastDayOfMonth(year, 6);
  const monthNumber = month === undefined ? 12 : (parseChineseNumber(month) ?? Number(month));
  if (monthNumber < 1 || monthNumber > 12) return null;
  const last = lastDayOfMonth(year, monthNumber);
  const wanted = `${last.slice(0, 8)}${day?.padStart(2, '0')}`;
  return day === undefined || wanted > last ? last : wanted;
}

/** The notice's last day: what a promise without a date is due by. */
export function yearEnd(year: number): string {
  return lastDayOfMonth(year, 12);
}

/** The due marks in a text, in order. @param year the notice's year, for marks that name none */
export function findDueMarks(scanned: string, year: number): DueMark[] {
  return [...scanned.matchAll(mark)].flatMap((match) => {
    const groups = match.groups ?? {};
    const due = dueDate(yearOf(groups.year ?? groups.endOf ?? groups.until, year), groups);
    return due === null ? [] : [{ start: match.index, end: match.index + match[0].length, due }];
  });
}
