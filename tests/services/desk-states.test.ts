import { utimesSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findState } from '#electron/db/repositories/task-life.repository.ts';
import { unattendedJob } from '#electron/services/job.ts';
import { moveTask } from '#electron/services/life-move.service.ts';
import { excelJsBook } from '../fixtures/returns/books.ts';
import { openReturnDesk, outcomes } from '../fixtures/returns/desk.ts';
import { testContext } from '../helpers/database.ts';

type Desk = Awaited<ReturnType<typeof openReturnDesk>>;

async function ownTable(desk: Desk, rows: (string | number)[][], fileName: string, changedAt = '2024-06-20') {
  const head = [['区发改局2024年6月进展情况'], ['任务编号', '进展情况', '完成率']];
  const file = desk.put(fileName, await excelJsBook({ rows: [...head, ...rows] }));
  utimesSync(file, new Date(changedAt), new Date(changedAt));
  return file;
}

async function statesOn(desk: Desk): Promise<Record<string, string>> {
  const { files } = await desk.returns.desk({});
  return Object.fromEntries(files.map(({ fileName, state }) => [fileName, state]));
}

async function readAll(desk: Desk): Promise<void> {
  const { files } = await desk.returns.desk({});
  for (const { id, state } of files) {
    if (state === 'waiting') await desk.returns.read({ fileId: id }, unattendedJob);
  }
}

test('a clean return is ready and accepted; holding it back keeps it from being stored', async () => {
  const desk = await openReturnDesk();
  const [read] = await desk.preview(await ownTable(desk, [['Z02-18', '开工', 58]], '一.xlsx'));
  expect([read?.state, read?.accepted, read?.counts.taken]).toEqual(['ready', true, 1]);
  const fileIds = [read?.id ?? 0];
  await desk.returns.accept({ fileIds, accepted: false });
  const result = await desk.returns.apply({ fileIds }, unattendedJob);
  expect([result.batchId, result.failed[0]?.message]).toEqual([null, expect.stringContaining('还没有采纳')]);
});

test('a unit’s word after it has reported is a correction, and waits for a person', async () => {
  const desk = await openReturnDesk();
  await desk.save('区发改局', 'Z02-01', { narrative: '电话报过' });
  const [read] = await desk.preview(await ownTable(desk, [['Z02-18', '开工', 58]], '一.xlsx'));
  expect([read?.state, read?.accepted]).toEqual(['correction', false]);
  expect(read?.reason).toContain('区发改局2024年6月已有进展');
  expect((await desk.apply({ id: read?.id ?? 0 })).revisions).toBe(1);
});

test('storing one of two files makes the other wait, and read again it is a correction', async () => {
  const desk = await openReturnDesk();
  const files = await desk.preview([
    await ownTable(desk, [['Z02-18', '开工', 58]], '一.xlsx'),
    await ownTable(desk, [['Z02-01', '增长', 50]], '二.xlsx'),
  ]);
  expect(files.map(({ state }) => state)).toEqual(['ready', 'ready']);
  await desk.apply({ id: files[0]?.id ?? 0 });
  expect(await statesOn(desk)).toEqual({ '二.xlsx': 'waiting' });
  await readAll(desk);
  expect(await statesOn(desk)).toEqual({ '二.xlsx': 'correction' });
});

test('of two files for the same tasks the older is outdated, whatever their order; what differs is asked', async () => {
  const desk = await openReturnDesk();
  await desk.preview([
    await ownTable(desk, [['Z02-18', '开工率 60%', 60]], '新.xlsx', '2024-06-21'),
    await ownTable(desk, [['Z02-18', '开工率 58%', 58]], '旧.xlsx', '2024-06-20'),
  ]);
  const { files } = await desk.returns.desk({});
  expect(files.map(({ state, accepted }) => [state, accepted])).toEqual([
    ['confirm', false],
    ['outdated', false],
  ]);
  expect(files[1]?.reason).toContain('有更新的一份「新.xlsx」');
});

test('two parts of a unit’s work in two files are no versions of each other', async () => {
  const desk = await openReturnDesk();
  await desk.preview([
    await ownTable(desk, [['Z02-18', '开工', 60]], '甲科.xlsx', '2024-06-21'),
    await ownTable(desk, [['Z02-01', '增长', 58]], '乙科.xlsx', '2024-06-20'),
  ]);
  expect(await statesOn(desk)).toEqual({ '甲科.xlsx': 'ready', '乙科.xlsx': 'ready' });
});

test('a form that was issued anew is outdated, also after the newer one was returned', async () => {
  let now = new Date('2024-06-20T01:00:00.000Z');
  const desk = await openReturnDesk({ operator: '测试员', origin: 'window', now: () => now });
  const old = await desk.fillForm(
    await desk.issueForm('区发改局'),
    { 'Z02-18': { narrative: '旧表' } },
    '旧.xlsx',
  );
  now = new Date('2024-06-21T01:00:00.000Z');
  const fresh = await desk.fillForm(
    await desk.issueForm('区发改局'),
    { 'Z02-18': { narrative: '新表' } },
    '新.xlsx',
  );
  const [alone] = await desk.preview(old);
  expect([alone?.state, alone?.reason]).toEqual(['outdated', expect.stringContaining('又下发过新的填报表')]);
  const [newer] = await desk.preview(fresh);
  // Held back by its form, the older one asks nothing of the newer.
  expect([newer?.state, newer && outcomes(newer)['Z02-18']]).toEqual(['ready', 'new']);
  await desk.apply({ id: newer?.id ?? 0 });
  await readAll(desk);
  const { files } = await desk.returns.desk({});
  expect(files).toMatchObject([
    { state: 'outdated', reason: expect.stringContaining('「新.xlsx」已经入库') },
  ]);
});

test('bytes in a batch that stands are a duplicate, until the batch is undone', async () => {
  const desk = await openReturnDesk();
  const file = await ownTable(desk, [['Z02-18', '开工', 58]], '一.xlsx');
  const { batchId } = await desk.importFile(file);
  await desk.preview(file);
  expect(await statesOn(desk)).toEqual({ '一.xlsx': 'duplicate' });
  await desk.returns.undo({ batchId });
  await readAll(desk);
  expect(await statesOn(desk)).toEqual({ '一.xlsx': 'ready' });
});

test('a row whose every question is settled asks no more', async () => {
  const desk = await openReturnDesk();
  const rows = [
    ['Z02-18', '上半月', 40],
    ['Z02-18', '下半月', 58],
    ['Z99-01', '别的', 5],
  ];
  const [read] = await desk.preview(await ownTable(desk, rows, '一.xlsx'));
  if (read === undefined) throw new Error('nothing was read');
  expect([read.state, read.reason]).toEqual([
    'confirm',
    '2 行与现有内容不一致或重复，1 行没有认出是哪项任务，请逐行确认。',
  ]);
  await desk.decide(read, read.rows[0], { take: false });
  await desk.decide(read, read.rows[1], { take: true });
  const settled = await desk.decide(read, read.rows[2], { take: false });
  expect([settled.state, settled.accepted, settled.counts.taken]).toEqual(['ready', true, 1]);
});

test('two units may send the very same bytes: each is its own unit’s return; only a unit’s own copy is a duplicate', async () => {
  const desk = await openReturnDesk();
  // A common task of all towns, copied from one to the other without a word changed; only the file names differ.
  const rows = [
    ['2024年6月进展情况'],
    ['任务编号', '进展情况', '完成率'],
    ['Z11-01', '已完成两轮排查。', 50],
  ];
  const bytes = await excelJsBook({ rows });
  const files = ['七都街道6月进展.xlsx', '五马街道6月进展.xlsx', '五马街道6月进展（再发）.xlsx'];
  const read = await desk.preview(files.map((name) => desk.put(name, bytes)));
  expect(read.map(({ unit, state }) => [unit?.name, state])).toEqual([
    ['七都街道', 'ready'],
    ['五马街道', 'ready'],
    ['五马街道', 'duplicate'],
  ]);
  expect(read[1]?.notices.join()).toContain('与「七都街道6月进展.xlsx」内容完全相同');
  expect(read[2]?.reason).toContain('与「五马街道6月进展.xlsx」内容完全相同');
  const result = await desk.apply(...read.slice(0, 2));
  expect(result.applied.map(({ unit, revisions }) => [unit, revisions])).toEqual([
    ['七都街道', 1],
    ['五马街道', 1],
  ]);
  // What one of them had stored before is no copy of the other's either.
  const third = await desk.previewOne(desk.put('松台街道6月进展.xlsx', bytes));
  expect([third.unit?.name, third.state]).toEqual(['松台街道', 'ready']);
  const again = await desk.previewOne(desk.put('七都街道6月进展（补）.xlsx', bytes));
  expect([again.unit?.name, again.state]).toEqual(['七都街道', 'duplicate']);
});

test('a copy that names no unit is a duplicate until a person says that it is another unit’s', async () => {
  const desk = await openReturnDesk();
  const bytes = await excelJsBook({
    rows: [['2024年6月'], ['任务编号', '进展情况', '完成率'], ['Z11-01', '已完成两轮排查。', 50]],
  });
  const [, unnamed] = await desk.preview([desk.put('七都街道.xlsx', bytes), desk.put('表一.xlsx', bytes)]);
  expect([unnamed?.state, unnamed?.unit]).toEqual(['duplicate', null]);
  const fileId = unnamed?.id ?? 0;
  await desk.returns.tell({ fileIds: [fileId], unitId: desk.unitId('五马街道') });
  await readAll(desk);
  expect(await desk.returns.file({ fileId })).toMatchObject({ state: 'ready', unit: { name: '五马街道' } });
});

test('a return for a task that is no longer pursued asks a person; taken, it is kept and re-opens nothing', async () => {
  const desk = await openReturnDesk();
  const { database } = desk.open;
  const entry = { taskId: desk.taskId('Z02-18'), requester: '', reviewer: '', into: [], reason: '区委调整' };
  await database
    .transaction()
    .execute((writer) => moveTask(writer, testContext, { ...entry, move: 'withdraw', date: '2024-06-10' }));
  const rows = [
    ['Z02-18', '开工', 58],
    ['Z02-01', '增长', 50],
  ];
  const [read] = await desk.preview(await ownTable(desk, rows, '一.xlsx'));
  if (read === undefined) throw new Error('nothing was read');
  expect([read.state, read.accepted, read.reason]).toEqual([
    'confirm',
    false,
    '1 行的任务已销号、撤销、拆分或合并，请逐行确认。',
  ]);
  expect(read.rows.map(({ code, ended }) => [code, ended])).toEqual([
    ['Z02-18', '2024年6月10日已撤销/调出'],
    ['Z02-01', undefined],
  ]);
  expect(read.notices.join()).toContain('Z02-18 2024年6月10日已撤销/调出，这一期的进展只作留存');
  const settled = await desk.decide(read, read.rows[0], { take: true });
  expect(settled.state).toBe('ready');
  expect((await desk.apply(read)).revisions).toBe(2);
  expect((await desk.stored()).get('Z02-18')?.narrative).toBe('开工');
  expect(await findState(database, desk.taskId('Z02-18'))).toBe('withdrawn');
});
