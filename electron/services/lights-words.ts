/** What the leads say at a moment, looked up by task and unit. */
import type { DayWords, FinishedWord, LeadWord } from '#shared/domain/lights/judge-task.ts';
import { periodEnd } from '#shared/domain/period.ts';
import { settingsAt } from '#shared/domain/supervision/dated-settings.ts';
import type { Reader } from '../db/executor.ts';
import {
  listReadings,
  listReadingsOfReports,
  listReportedWords,
  listStandingCompletions,
  type Reading,
  type ReportedTasks,
  type ReportedWord,
} from '../db/repositories/light-reports.repository.ts';
import { breathe } from './breathe.ts';
import type { LightMoment } from './lights-moment.ts';
import { endOfDay } from './moment.ts';
import type { JudgingRules } from './rule-settings.ts';

type Values = LeadWord['values'];
const noValues: Values = [];

/** One number for a task and a unit: a key of text would be made 40,000 times a period. */
const unitsAtMost = 2 ** 20;
function pairKey(taskId: number, unitId: number): number {
  return taskId * unitsAtMost + unitId;
}

function valuesByReport(readings: readonly Reading[]): Map<number, { targetId: number; value: number }[]> {
  const byReport = new Map<number, { targetId: number; value: number }[]>();
  for (const { reportId, targetId, value } of readings) {
    const values = byReport.get(reportId);
    if (values === undefined) byReport.set(reportId, [{ targetId, value }]);
    else values.push({ targetId, value });
  }
  return byReport;
}

function leadWord(row: ReportedWord, values: Map<number, Values>): LeadWord {
  const { reportId, period, percent, status } = row;
  return { period, percent, status, values: values.get(reportId) ?? noValues };
}

/** Of a month and a quarter that end together the quarter is the later word. */
function isLater(row: ReportedWord, than: ReportedWord): boolean {
  if (row.periodEnd !== than.periodEnd) return row.periodEnd > than.periodEnd;
  return row.period === than.period ? row.revision > than.revision : row.period > than.period;
}

function currentWords(rows: readonly ReportedWord[], readings: readonly Reading[]): Map<number, LeadWord> {
  const last = new Map<number, ReportedWord>();
  for (const row of rows) {
    const key = pairKey(row.taskId, row.unitId);
    const known = last.get(key);
    if (known === undefined || isLater(row, known)) last.set(key, row);
  }
  const values = valuesByReport(readings);
  const words = new Map<number, LeadWord>();
  for (const [key, row] of last) words.set(key, leadWord(row, values));
  return words;
}

/** @param rows of a pair in the order of their periods */
function finishedWords(
  rows: readonly ReportedWord[],
  readings: readonly Reading[],
): Map<number, FinishedWord> {
  const values = valuesByReport(readings);
  const words = new Map<number, FinishedWord>();
  for (const row of rows) {
    const key = pairKey(row.taskId, row.unitId);
    words.set(key, { since: words.get(key)?.since ?? row.periodEnd, word: leadWord(row, values) });
  }
  return words;
}

/** SQLite takes at most 32,766 parameters a statement. */
const reportsAtOnce = 10_000;

async function readReadings(reader: Reader, rows: readonly ReportedWord[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (let from = 0; from < rows.length; from += reportsAtOnce) {
    const piece = rows.slice(from, from + reportsAtOnce).map(({ reportId }) => reportId);
    readings.push(...(await listReadingsOfReports(reader, piece)));
  }
  return readings;
}

/** The last day a report may be about and still count at the moment. */
function lastDayOf({ date, reportsOf }: LightMoment): string {
  return [date, ...reportsOf.map(periodEnd)].reduce((last, day) => (day > last ? day : last));
}

export async function readDayWords(
  reader: Reader,
  moment: LightMoment,
  rules: JudgingRules,
  tasks: ReportedTasks,
): Promise<DayWords> {
  const known = { date: moment.date, instant: endOfDay(moment.date) };
  const rows = await listReportedWords(reader, moment.reportsOf, tasks, known);
  await breathe();
  const readings = await listReadings(reader, moment.reportsOf, tasks);
  const completions = await listStandingCompletions(reader, lastDayOf(moment), tasks, known);
  await breathe();
  const words = currentWords(rows, readings);
  // Who reports now is judged by that; the numbers of an earlier 已完成 matter for the silent only.
  const silent = completions.filter((row) => !words.has(pairKey(row.taskId, row.unitId)));
  const finished = finishedWords(completions, await readReadings(reader, silent));
  return {
    date: moment.date,
    settings: settingsAt(rules.light, moment.date),
    curves: rules.curves,
    wordOf: (taskId, unitId) => words.get(pairKey(taskId, unitId)) ?? null,
    finishedSince: (taskId, unitId) => finished.get(pairKey(taskId, unitId)) ?? null,
  };
}
