import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createOverviewService } from '#electron/services/overview.service.ts';
import type { ReturnOverview } from '#shared/contract/desk.ts';
import { temporaryDirectory, testContext } from '../helpers/database.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { openLedgerServices } from '../helpers/ledger-services.ts';
import { redoReason, type StoredReturn, storeRedo, storeReturn } from '../helpers/overview-rows.ts';

const excel = shareExcelWorker();
const period = '2024-06';

function find(overview: ReturnOverview, unit: string) {
  const found = overview.rows.find((row) => row.unit.name === unit);
  if (found === undefined) throw new Error(`${unit} is not asked`);
  return found;
}

async function openOverview() {
  const services = await openLedgerServices();
  const { database, raw, unitId, taskId } = services;
  /** The service at noon in China on a day. */
  const on = (day: string) => {
    const context = { ...testContext, now: () => new Date(`${day}T04:00:00.000Z`) };
    return createOverviewService({ database, excel, context });
  };
  const row = async (unit: string, day = '2024-06-20') => find(await on(day).overview({ period }), unit);
  /** 区财政局's accepted return of one of its tasks. */
  const accept = (returned: Pick<StoredReturn, 'at' | 'receivedOn' | 'revision'>) =>
    storeReturn(raw, { unitId: unitId('区财政局'), taskId: taskId('Z02-02'), period, ...returned });
  const sendBack = (unit: string, at: string) => storeRedo(raw, { unitId: unitId(unit), period, at });
  return { ...services, on, row, accept, sendBack };
}

test('every reporting unit of the year is listed with its tasks, missing until the deadline has passed', async () => {
  const { on, database } = await openOverview();
  const overview = await on('2024-06-28').overview({ period });
  const asked = await database.selectFrom('task_reporting_unit').selectAll().execute();
  expect(overview).toMatchObject({ period, label: '2024年6月', deadline: '2024-06-28' });
  expect(overview.rows).toHaveLength(new Set(asked.map((row) => row.unit_id)).size);
  expect(overview.rows.reduce((sum, row) => sum + row.tasks, 0)).toBe(asked.length);
  expect(new Set(overview.rows.map((row) => row.standing))).toEqual(new Set(['missing']));
  const dayAfter = await on('2024-06-29').overview({ period });
  expect(new Set(dayAfter.rows.map((row) => `${row.standing} ${row.daysLate}`))).toEqual(
    new Set(['overdue 1']),
  );
});

test('a return counts by the day it was handed in, not by the day it was stored', async () => {
  const { row, accept } = await openOverview();
  accept({ at: '2024-07-02T02:00:00.000Z', receivedOn: '2024-06-28' });
  expect(await row('区财政局', '2024-07-05')).toMatchObject({
    standing: 'returned',
    receivedOn: '2024-06-28',
    source: 'import',
    reported: 1,
    daysLate: 0,
    reporter: '王芳',
    phone: '8810',
  });
});

test('where no day was recorded the day it was stored counts, on the office calendar', async () => {
  const { row, accept } = await openOverview();
  accept({ at: new Date(2024, 5, 29, 0, 30).toISOString() });
  const late = { standing: 'late', receivedOn: '2024-06-29', daysLate: 1 };
  expect(await row('区财政局', '2024-07-05')).toMatchObject(late);
});

test('a correction after the deadline does not make the first word late', async () => {
  const { row, accept } = await openOverview();
  accept({ at: '2024-06-20T02:00:00.000Z', receivedOn: '2024-06-20' });
  accept({ at: '2024-07-04T02:00:00.000Z', receivedOn: '2024-07-04', revision: 2 });
  const inTime = { standing: 'returned', receivedOn: '2024-06-20' };
  expect(await row('区财政局', '2024-07-05')).toMatchObject(inTime);
});

test('an entry by hand counts as reported; another period does not', async () => {
  const { row, save } = await openOverview();
  const values = { narrative: '电话报来', reporter: '李明', phone: '8811' };
  await save({ unit: '区财政局', code: 'Z02-02', period: '2024-05', values });
  expect(await row('区财政局')).toMatchObject({ standing: 'missing', reported: 0, source: null, phone: '' });
  await save({ unit: '区财政局', code: 'Z02-02', period, values });
  expect(await row('区财政局')).toMatchObject({
    standing: 'returned',
    reported: 1,
    source: 'entry',
    receivedOn: '2024-06-20',
    reporter: '李明',
    phone: '8811',
  });
});

test('what was undone does not count', async () => {
  const { row, accept, raw } = await openOverview();
  accept({ at: '2024-06-20T02:00:00.000Z', receivedOn: '2024-06-20' });
  raw
    .prepare("UPDATE batch SET state = 'undone', undone_at = '2024-06-21T02:00:00.000Z', undone_by = '某'")
    .run();
  const nothing = { standing: 'missing', reported: 0, receivedOn: null, phone: '' };
  expect(await row('区财政局')).toMatchObject(nothing);
});

test('a return that was sent back waits for another one, which ends it', async () => {
  const { row, accept, sendBack } = await openOverview();
  const id = sendBack('区财政局', '2024-06-21T02:00:00.000Z');
  const waiting = { standing: 'redo', redo: { id, reason: redoReason }, receivedOn: null };
  expect(await row('区财政局')).toMatchObject(waiting);
  accept({ at: '2024-06-22T02:00:00.000Z', receivedOn: '2024-06-22' });
  expect(await row('区财政局')).toMatchObject({ standing: 'returned', receivedOn: '2024-06-22' });
});

test('a 退回 can be withdrawn once, and who did it is remembered', async () => {
  const { on, sendBack, database, unitId } = await openOverview();
  const redoId = sendBack('区财政局', '2024-06-19T02:00:00.000Z');
  const overview = await on('2024-06-20').withdrawRedo({ redoId });
  expect(find(overview, '区财政局')).toMatchObject({ standing: 'missing', redo: null });
  await expect(on('2024-06-20').withdrawRedo({ redoId })).rejects.toMatchObject({ code: 'stale' });
  await expect(on('2024-06-20').withdrawRedo({ redoId: 999 })).rejects.toMatchObject({ code: 'not_found' });
  const log = await database.selectFrom('change_log').selectAll().where('action', '=', '撤回退回').execute();
  expect(log).toMatchObject([{ actor: '测试员', entity: 'unit', entity_id: unitId('区财政局') }]);
});

test('staff move the deadline; it is logged once, and lateness follows', async () => {
  const { on, row, accept, database } = await openOverview();
  accept({ at: '2024-07-01T02:00:00.000Z', receivedOn: '2024-07-01' });
  expect(await row('区财政局', '2024-07-01')).toMatchObject({ standing: 'late', daysLate: 3 });
  const moved = await on('2024-07-01').setDeadline({ period, deadline: '2024-07-01' });
  expect(moved.deadline).toBe('2024-07-01');
  expect(find(moved, '区财政局')).toMatchObject({ standing: 'returned', daysLate: 0 });
  await on('2024-07-01').setDeadline({ period, deadline: '2024-07-01' });
  const log = await database.selectFrom('change_log').selectAll().where('entity', '=', 'period').execute();
  expect(log).toHaveLength(1);
  expect(JSON.parse(log[0]?.before ?? '')).toEqual({ period, deadline: '2024-06-28' });
  expect(JSON.parse(log[0]?.after ?? '')).toEqual({ period, deadline: '2024-07-01' });
  const quarter = await on('2024-07-01').setDeadline({ period: '2024-Q3', deadline: '2024-10-08' });
  expect(quarter).toMatchObject({ label: '2024年第三季度', deadline: '2024-10-08' });
});

test('the list goes out as a workbook whose words and counts are those of the screen', async () => {
  const { on, accept, sendBack } = await openOverview();
  accept({ at: '2024-06-30T02:00:00.000Z', receivedOn: '2024-06-30' });
  sendBack('区统计局', '2024-06-30T02:00:00.000Z');
  const file = join(temporaryDirectory(), '报送情况.xlsx');
  const written = await on('2024-07-01').exportOverview({ period, file });
  const { sheets } = await excel.readWorkbook(file);
  const texts = sheets[0]?.rows.map((row) => row.map((cell) => cell?.text ?? '')) ?? [];
  expect(texts[0]?.[0]).toBe('2024年6月报送情况表');
  const line = (unit: string) => texts.find((row) => row[1] === unit);
  expect(line('区财政局')?.slice(2, 5)).toEqual(['迟报', '2024-06-30', '2']);
  expect(line('区财政局')?.[6]).toBe('王芳 8810');
  expect([line('区统计局')?.[2], line('区统计局')?.[7]]).toEqual(['退回重报', redoReason]);
  const summary = `应报 ${written.rows} 个单位：迟报 1、退回重报 1、逾期未报 ${written.rows - 2}`;
  expect(texts.flat()).toContain(summary);
});

test('a year without a notice is said', async () => {
  const { on } = await openOverview();
  await expect(on('2024-06-20').overview({ period: '2025-01' })).rejects.toMatchObject({ code: 'not_found' });
});
