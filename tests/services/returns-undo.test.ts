import { expect, test } from 'vitest';
import { excelJsBook } from '../fixtures/returns/books.ts';
import { openReturnDesk } from '../fixtures/returns/desk.ts';

type Desk = Awaited<ReturnType<typeof openReturnDesk>>;

async function ownTable(desk: Desk, rows: (string | number)[][], fileName = '回表.xlsx'): Promise<string> {
  const head = [['区发改局2024年6月进展情况'], ['任务编号', '进展情况', '完成率']];
  return desk.put(fileName, await excelJsBook({ rows: [...head, ...rows] }));
}

/** Every row of a table as SQLite stores it. */
function dump(desk: Desk, table: string): string {
  return JSON.stringify(desk.open.raw.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all());
}

const touched = ['progress_report', 'target_reading', 'form_issue', 'form_issue_row', 'task', 'unit'];

test('undo restores the touched tables as they were before the batch', async () => {
  const desk = await openReturnDesk();
  await desk.issueForm('区发改局');
  await desk.save('区发改局', 'Z02-18', { narrative: '开工率 30%', percent: 30 });
  const before = touched.map((table) => dump(desk, table));
  const { batchId, revisions } = await desk.importFile(
    await ownTable(desk, [
      ['Z02-18', '开工率 58%', 58],
      ['Z02-01', '增长 6.2%', 50],
    ]),
  );
  expect(revisions).toBe(2);
  expect(dump(desk, 'progress_report')).not.toBe(before[0]);
  expect(await desk.returns.undo({ batchId })).toEqual({ batchId, undone: 2, kept: [] });
  expect(touched.map((table) => dump(desk, table))).toEqual(before);
  expect((await desk.returns.batches({}))[0]).toMatchObject({ id: batchId, state: 'undone' });
});

test('target values that a revision carried over go with it', async () => {
  const desk = await openReturnDesk();
  const target = await desk.open.database
    .selectFrom('target')
    .select('id')
    .where('task_id', '=', desk.taskId('Z02-18'))
    .executeTakeFirstOrThrow();
  await desk.progress.save({
    taskId: desk.taskId('Z02-18'),
    unitId: desk.unitId('区发改局'),
    period: '2024-06',
    basedOnReport: null,
    values: {
      narrative: '开工率 30%',
      percent: 30,
      status: null,
      problems: '',
      next: '',
      reporter: '',
      phone: '',
    },
    targetValues: [{ targetId: target.id, value: 30 }],
  });
  const before = dump(desk, 'target_reading');
  const { batchId } = await desk.importFile(await ownTable(desk, [['Z02-18', '开工率 58%', 58]]));
  expect(JSON.parse(dump(desk, 'target_reading'))).toHaveLength(2);
  await desk.returns.undo({ batchId });
  expect(dump(desk, 'target_reading')).toBe(before);
});

test('what somebody has changed since is left and named', async () => {
  const desk = await openReturnDesk();
  const { batchId } = await desk.importFile(
    await ownTable(desk, [
      ['Z02-18', '开工率 58%', 58],
      ['Z02-01', '增长 6.2%', 50],
    ]),
  );
  await desk.save('区发改局', 'Z02-18', { narrative: '核实为 55%', percent: 55 });
  const undone = await desk.returns.undo({ batchId });
  expect(undone).toMatchObject({ undone: 1, kept: [{ code: 'Z02-18', unit: '区发改局' }] });
  expect(undone.kept[0]?.reason).toContain('测试员已于');
  const stored = await desk.stored();
  expect(stored.get('Z02-18')).toMatchObject({ narrative: '核实为 55%', revision: 2 });
  expect(stored.has('Z02-01')).toBe(false);
});

test('a later batch on top is a change like any other, and undoing it uncovers the earlier one', async () => {
  const desk = await openReturnDesk();
  const first = await desk.importFile(await ownTable(desk, [['Z02-18', '开工率 40%', 40]], '一.xlsx'));
  const second = await desk.importFile(await ownTable(desk, [['Z02-18', '开工率 58%', 58]], '二.xlsx'));
  expect((await desk.returns.undo({ batchId: first.batchId })).kept).toHaveLength(1);
  expect((await desk.returns.undo({ batchId: second.batchId })).undone).toBe(1);
  expect((await desk.stored()).get('Z02-18')).toMatchObject({ narrative: '开工率 40%', revision: 1 });
});

test('a form issued from an imported report does not stand in the way', async () => {
  const desk = await openReturnDesk();
  const { batchId } = await desk.importFile(await ownTable(desk, [['Z02-18', '开工率 58%', 58]]));
  await desk.issueForm('区发改局');
  expect(await desk.returns.undo({ batchId })).toMatchObject({ undone: 1, kept: [] });
});

test('a batch is undone once, and only one that exists', async () => {
  const desk = await openReturnDesk();
  const { batchId } = await desk.importFile(await ownTable(desk, [['Z02-18', '开工率 58%', 58]]));
  await desk.returns.undo({ batchId });
  await expect(desk.returns.undo({ batchId })).rejects.toMatchObject({ code: 'stale' });
  await expect(desk.returns.undo({ batchId: 99 })).rejects.toMatchObject({ code: 'not_found' });
});

test('after undo the same file can be imported again and is no duplicate', async () => {
  const desk = await openReturnDesk();
  const file = await ownTable(desk, [['Z02-18', '开工率 58%', 58]]);
  const { batchId } = await desk.importFile(file);
  await desk.returns.undo({ batchId });
  expect(await desk.previewOne(file)).toMatchObject({ state: 'ready', notices: [] });
  expect((await desk.importFile(file)).revisions).toBe(1);
  expect((await desk.returns.batches({})).map(({ state }) => state)).toEqual(['applied', 'undone']);
});
