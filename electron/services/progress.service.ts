/** 进展录入: the sheet of a unit or a leader, saving its rows, and what was reported for a period. */
import type { Kysely } from 'kysely';
import { AppError } from '#shared/contract/errors.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { AreaHandlers } from '#shared/contract/method.ts';
import type { PeriodSummary, ProgressRow, ProgressSave, SheetQuery } from '#shared/contract/progress.ts';
import {
  defaultDeadline,
  monthsOfYear,
  type Period,
  parsePeriod,
  periodEnd,
  periodLabel,
  periodYear,
} from '#shared/domain/period.ts';
import { listProgressLines } from '../db/repositories/progress-current.repository.ts';
import {
  listPairsOfLeader,
  listPairsOfUnit,
  type ReportingPair,
} from '../db/repositories/progress-pairs.repository.ts';
import {
  countReportedByPeriod,
  listDocumentYears,
  listPeriods,
} from '../db/repositories/progress-periods.repository.ts';
import type { Database } from '../db/schema.ts';
import type { ServiceContext } from './context.ts';
import { progressRows } from './progress-rows.service.ts';
import { saveProgress } from './progress-save.service.ts';

export type ProgressService = AreaHandlers<Contract['progress']>;

function requirePeriod(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) {
    throw new AppError('bad_input', `报告期“${text}”看不懂。请写作 2024-06（月）或 2024-Q2（季度）。`);
  }
  return period;
}

/** By the day they end on; a quarter after the month it ends with. */
function inTimeOrder(left: Period, right: Period): number {
  return periodEnd(left).localeCompare(periodEnd(right)) || (left < right ? -1 : 1);
}

/** The months and quarters of a year. */
function periodsOfYear(year: number): Period[] {
  const quarters = [1, 2, 3, 4].map((quarter) => requirePeriod(`${year}-Q${quarter}`));
  return [...monthsOfYear(year), ...quarters];
}

async function listPeriodSummaries(database: Kysely<Database>): Promise<PeriodSummary[]> {
  const deadlines = new Map((await listPeriods(database)).map((row) => [row.period, row.deadline]));
  const reported = await countReportedByPeriod(database);
  const years = await listDocumentYears(database);
  const known = [...deadlines.keys(), ...reported.keys()].map(requirePeriod);
  return [...new Set([...years.flatMap(periodsOfYear), ...known])].sort(inTimeOrder).map((period) => ({
    period,
    label: periodLabel(period),
    deadline: deadlines.get(period) ?? defaultDeadline(period),
    reported: reported.get(period) ?? 0,
  }));
}

/** A leader's sheet has every reporting unit's row; its `scope` is of no consequence. */
function listPairs(database: Kysely<Database>, query: SheetQuery, period: Period): Promise<ReportingPair[]> {
  const asked = { year: periodYear(period), onDate: periodEnd(period) };
  if (query.unitId !== undefined) {
    return listPairsOfUnit(database, query.unitId, { scope: query.scope, ...asked });
  }
  if (query.leaderId !== undefined) return listPairsOfLeader(database, query.leaderId, asked);
  throw new AppError('bad_input', '请选择单位或牵头领导。');
}

async function readSheet(database: Kysely<Database>, query: SheetQuery): Promise<ProgressRow[]> {
  const period = requirePeriod(query.period);
  const pairs = await listPairs(database, query, period);
  return progressRows(database, pairs, period, query.unitId);
}

async function saveRow(
  database: Kysely<Database>,
  context: ServiceContext,
  input: ProgressSave,
): Promise<ProgressRow> {
  const period = requirePeriod(input.period);
  return database.transaction().execute(async (writer) => {
    const pair = await saveProgress(writer, context, input, period);
    const [row] = await progressRows(writer, [pair], period, pair.unitId);
    if (row === undefined) throw new Error(`no row for ${pair.code}`);
    return row;
  });
}

/** A sheet lists the tasks of the period's year only. */
export function createProgressService(database: Kysely<Database>, context: ServiceContext): ProgressService {
  return {
    periods: () => listPeriodSummaries(database),
    sheet: (query) => readSheet(database, query),
    list: async ({ period }) => listProgressLines(database, requirePeriod(period)),
    save: (input) => saveRow(database, context, input),
  };
}
