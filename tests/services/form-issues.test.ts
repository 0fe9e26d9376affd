import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ServiceContext } from '#electron/services/context.ts';
import { createFormsService } from '#electron/services/forms.service.ts';
import { unattendedJob } from '#electron/services/job.ts';
import { temporaryDirectory, testContext } from '../helpers/database.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { openLedgerServices } from '../helpers/ledger-services.ts';
import { storeReturn } from '../helpers/overview-rows.ts';

const excel = shareExcelWorker();

/** The forms are issued a day before the test's usual now, so that what follows is later. */
const yesterday: ServiceContext = { ...testContext, now: () => new Date('2024-06-19T01:00:00.000Z') };

async function openIssues() {
  const services = await openLedgerServices();
  const { database, unitId } = services;
  const directory = join(temporaryDirectory(), '填报表');
  const issue = (unit: string, context = yesterday, role: 'lead' | 'all' = 'lead') =>
    createFormsService({ database, excel, context }).exportForms(
      { period: '2024-06', role, unitIds: [unitId(unit)], directory },
      unattendedJob,
    );
  const forms = createFormsService({ database, excel, context: testContext });
  const staleOf = async (unit: string) =>
    (await forms.formIssues({ period: '2024-06' })).find((entry) => entry.unit.name === unit)?.stale;
  return { ...services, issue, forms, staleOf };
}

test('the last form of each unit is listed, for its own period only', async () => {
  const { issue, forms } = await openIssues();
  await issue('区统计局');
  await issue('区财政局');
  await issue('区财政局', testContext, 'all');
  const issues = await forms.formIssues({ period: '2024-06' });
  expect(issues.map(({ unit, role, issuedAt }) => [unit.name, role, issuedAt])).toEqual([
    ['区财政局', 'all', '2024-06-20T01:00:00.000Z'],
    ['区统计局', 'lead', '2024-06-19T01:00:00.000Z'],
  ]);
  expect(issues.map(({ stale }) => stale)).toEqual([[], []]);
  expect(await forms.formIssues({ period: '2024-05' })).toEqual([]);
});

test('an entry, a changed wording and tasks that come or go make a form stale', async () => {
  const { issue, staleOf, save, tasks, task, taskId, unitId, database } = await openIssues();
  await issue('区财政局');
  expect(await staleOf('区财政局')).toEqual([]);
  await save({ unit: '区财政局', code: 'Z02-02', period: '2024-06', values: { percent: 48 } });
  expect(await staleOf('区财政局')).toEqual(['1 项任务的进展在发出后有更新：Z02-02']);

  const { id, version, content, remark } = await task('Z02-02');
  await tasks.edit({ taskId: id, version, content: `${content}（修订）`, remark, reason: '补全' });
  expect(await staleOf('区财政局')).toContain('1 项任务的内容改过：Z02-02');

  const { id: again, version: next } = await task('Z02-02');
  await tasks.edit({ taskId: again, version: next, content, remark, reason: '改回' });
  expect(await staleOf('区财政局')).not.toContain('1 项任务的内容改过：Z02-02');

  await database
    .updateTable('task_reporting_unit')
    .set({ unit_id: unitId('区统计局') })
    .where('task_id', '=', taskId('Z02-02'))
    .where('unit_id', '=', unitId('区财政局'))
    .execute();
  expect(await staleOf('区财政局')).toEqual(['减少了 1 项任务：Z02-02']);
  await issue('区财政局', testContext);
  expect(await staleOf('区财政局')).toEqual([]);
});

test('what came back with the form itself does not make it stale; a return of another file does', async () => {
  const { issue, staleOf, taskId, unitId, raw } = await openIssues();
  await issue('区财政局');
  const insert = (formId: string | undefined, revision: number) =>
    storeReturn(raw, {
      unitId: unitId('区财政局'),
      taskId: taskId('Z02-02'),
      period: '2024-06',
      at: '2024-06-20T01:00:00.000Z',
      revision,
      ...(formId === undefined ? {} : { formId }),
    });
  const form = raw.prepare('SELECT id FROM form_issue').get() as { id: string };
  insert(form.id, 1);
  expect(await staleOf('区财政局')).toEqual([]);
  insert(undefined, 2);
  expect(await staleOf('区财政局')).toEqual(['1 项任务的进展在发出后有更新：Z02-02']);
});
