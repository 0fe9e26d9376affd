import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '#electron/db/sqlite/open.ts';
import { createProgressService } from '#electron/services/progress.service.ts';
import { createTasksService } from '#electron/services/tasks.service.ts';
import { testContext } from '../helpers/database.ts';
import { buildLargeDatabase } from '../helpers/large-database.ts';
import { queryPlansOf } from '../helpers/query-plans.ts';

let open: OpenDatabase;

beforeAll(async () => {
  const directory = mkdtempSync(join(tmpdir(), 'duban-large-'));
  await buildLargeDatabase(directory, { tasks: 600, reports: 12_000 });
  open = await openDatabase({ directory });
  return async () => {
    await open.close();
    await rm(directory, { recursive: true, force: true });
  };
});

const services = () => ({
  tasks: createTasksService(open.database, testContext),
  progress: createProgressService(open.database, testContext),
});

/** Reads the whole history instead of descending an index. */
function latestByHand(taskId: number) {
  const rows = open.raw
    .prepare<[number], { unit: string; period: string; revision: number; narrative: string }>(
      `select unit.name as unit, period, revision, narrative from progress_report
       join unit on unit.id = unit_id where task_id = ? order by revision`,
    )
    .all(taskId);
  const period = rows.map((row) => row.period).reduce((latest, other) => (other > latest ? other : latest));
  const words = new Map(rows.filter((row) => row.period === period).map((row) => [row.unit, row.narrative]));
  return { period, words };
}

test('the latest words of a page are those of the whole history', async () => {
  const { rows, total } = await services().tasks.list({ filter: {}, offset: 100, limit: 200 });
  expect([rows.length, total]).toEqual([200, 600]);
  for (const row of rows) {
    const words = new Map(row.latest?.reports.map((report) => [report.unit, report.narrative]));
    expect({ period: row.latest?.period, words }).toEqual(latestByHand(row.id));
  }
});

test('the catalogue crosses its pages without losing or doubling a task', async () => {
  const { database, tasks } = { ...open, ...services() };
  const stored = await database.selectFrom('task').select('code').execute();
  const catalogue = await tasks.catalogue();
  expect(catalogue.map((task) => task.code).sort()).toEqual(stored.map((row) => row.code).sort());
});

test('no screen reads the table of reports from end to end', async () => {
  const { tasks, progress } = services();
  const plans = await queryPlansOf(open, async () => {
    await tasks.list({ filter: {}, offset: 0, limit: 500 });
    await tasks.list({ filter: { unitId: 5, role: 'lead', text: '老旧小区' }, offset: 0, limit: 500 });
    await tasks.detail({ taskId: 7 });
    await progress.sheet({ period: '2019-03', unitId: 5, scope: 'all' });
    await progress.sheet({ period: '2019-03', leaderId: 2, scope: 'lead' });
    await progress.list({ period: '2019-03' });
  });
  expect(plans.length).toBeGreaterThan(20);
  expect(plans.filter((step) => /^SCAN (progress_report|report|word|later)\b/.test(step))).toEqual([]);
});

test('the page comes in printed order from the indexes, without sorting all tasks', async () => {
  const { tasks } = services();
  const page = { filter: {}, offset: 0, limit: 50 };
  // The day's first list also looks for successions and wordings that come into force.
  await tasks.list(page);
  const plans = await queryPlansOf(open, () => tasks.list(page));
  const steps = plans.slice(0, 3).join('\n');
  expect(steps).toMatch(/SCAN section USING INDEX/);
  expect(steps).toMatch(/SEARCH task USING INDEX/);
  // Walked once a row, a unit's index would be read a thousand times: it spans all its tasks and years.
  expect(plans.filter((step) => step.includes('progress_report_by_unit'))).toEqual([]);
});
