import { type CompiledQuery, Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { listReportOrigins } from '#electron/db/repositories/form-issues.repository.ts';
import {
  countReportedByUnit,
  listEntries,
  listLastReporters,
} from '#electron/db/repositories/overview.repository.ts';
import { currentReport } from '#electron/db/repositories/progress.repository.ts';
import {
  listCurrentReports,
  listPreviousReports,
  listProgressLines,
} from '#electron/db/repositories/progress-current.repository.ts';
import { countReportedByPeriod } from '#electron/db/repositories/progress-periods.repository.ts';
import { countTasksByKind, listTaskRows } from '#electron/db/repositories/tasks.repository.ts';
import { taskCondition } from '#electron/db/repositories/tasks-filter.repository.ts';
import { listTaskProgress } from '#electron/db/repositories/tasks-history.repository.ts';
import { listLatestByTask } from '#electron/db/repositories/tasks-latest.repository.ts';
import type { Database } from '#electron/db/schema.ts';
import { ImmediateDialect } from '#electron/db/sqlite/immediate-dialect.ts';
import type { Period } from '#shared/domain/period.ts';
import { openSeededDatabase } from '../helpers/database.ts';

const period = '2024-06' as Period;

/** Runs repository functions and tells how SQLite goes about each of their statements. */
async function plansOf(work: (database: Kysely<Database>) => Promise<unknown>): Promise<string[]> {
  const { raw } = await openSeededDatabase();
  const queries: CompiledQuery[] = [];
  const database = new Kysely<Database>({
    dialect: new ImmediateDialect(raw),
    log: (event) => void queries.push(event.query),
  });
  await work(database);
  return queries.flatMap(({ sql, parameters }) =>
    raw
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...parameters)
      .map((step) => step.detail),
  );
}

/** Steps that read every one of a million reports from the table itself. */
function fullReads(plans: readonly string[]): string[] {
  return plans.filter((step) =>
    /^SCAN (progress_report|report|later|newest|target_reading)\b(?!.*USING)/.test(step),
  );
}

const reads: [string, (database: Kysely<Database>) => Promise<unknown>][] = [
  ['the latest word on a page of tasks', (database) => listLatestByTask(database, [1, 2, 3])],
  [
    'the first page of the grid',
    async (database) => listTaskRows(database, await taskCondition(database, {}), 0, 500),
  ],
  ['one unit’s current report', (database) => currentReport(database, 1, 1, period)],
  ['the sheet of a unit', (database) => listCurrentReports(database, { period, taskIds: [1, 2], unitId: 1 })],
  ['what was said before', (database) => listPreviousReports(database, { period, taskIds: [1, 2] })],
  ['everything of a period', (database) => listProgressLines(database, period)],
  ['the history of a task', (database) => listTaskProgress(database, 1, (instant) => instant.slice(0, 10))],
  ['who has reported on how many tasks', (database) => countReportedByUnit(database, period)],
  ['who entered by hand', (database) => listEntries(database, period)],
  ['who reported last', (database) => listLastReporters(database, period)],
  ['where a unit’s reports came from', (database) => listReportOrigins(database, 1, period)],
  ['how much was reported by period', (database) => countReportedByPeriod(database)],
];

test.each(reads)('%s is found by an index', async (_, read) => {
  const plans = await plansOf(read);
  expect(plans.length).toBeGreaterThan(0);
  expect(fullReads(plans)).toEqual([]);
});

test('the newest period of a task is the end of an index and is not sorted out', async () => {
  const plans = await plansOf((database) => listLatestByTask(database, [1]));
  expect(plans.join('\n')).toContain('progress_report_latest');
});

test('the tasks of a unit are found by its index', async () => {
  const plans = await plansOf(async (database) =>
    countTasksByKind(database, await taskCondition(database, { unitId: 1 })),
  );
  expect(plans.join('\n')).toContain('task_unit_by_unit');
});
