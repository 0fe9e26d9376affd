import { expect, test } from 'vitest';
import { excelJsBook, type Value } from '../fixtures/returns/books.ts';
import { openReturnDesk, rowsByCode } from '../fixtures/returns/desk.ts';

type Desk = Awaited<ReturnType<typeof openReturnDesk>>;

const heading = ['工作任务', '干了些啥', '进展情况'];

async function table(desk: Desk, rows: Value[][], fileName: string, unit = '区发改局', period = '2024年6月') {
  return desk.put(fileName, await excelJsBook({ rows: [[`${unit}${period}情况`], ...rows] }));
}

async function previewed(desk: Desk, file: string) {
  const [read] = await desk.preview(file);
  if (read === undefined) throw new Error('nothing was read');
  return read;
}

test('a row’s task is what a person says; only the unit’s own tasks, with the reason for any other', async () => {
  const desk = await openReturnDesk();
  const read = await previewed(desk, await table(desk, [heading, ['咱们那件大事', null, '开工']], '一.xlsx'));
  expect(read.rows).toMatchObject([{ code: null, outcome: 'unmatched' }]);
  const foreign = await desk.decide(read, read.rows[0], { taskCode: 'Z08-01' });
  expect(foreign.rows).toMatchObject([{ code: 'Z08-01', outcome: 'refused', taken: false }]);
  expect(foreign.rows[0]?.problems[0]?.message).toContain('不是区发改局承担的任务');
  const own = await desk.decide(read, read.rows[0], { taskCode: 'Z02-18' });
  expect(own.rows).toMatchObject([
    { code: 'Z02-18', outcome: 'new', taken: true, match: { how: 'chosen', certainty: 1 } },
  ]);
  const back = await desk.decide(read, read.rows[0], { taskCode: null });
  expect(back.rows).toMatchObject([{ code: null, outcome: 'unmatched' }]);
});

test('a remembered task is known in the unit’s next return, of that unit only, until it is forgotten', async () => {
  const desk = await openReturnDesk();
  const unitId = desk.unitId('区发改局');
  const rows = [heading, ['咱们那件大事', null, '开工']];
  const read = await previewed(desk, await table(desk, rows, '六月.xlsx'));
  await desk.decide(read, read.rows[0], { taskCode: 'Z02-18', remember: true });
  expect(await desk.returns.learned({ unitId })).toMatchObject([
    { kind: 'task', words: '咱们那件大事', meaning: 'Z02-18', createdBy: '测试员' },
  ]);
  const july = await table(desk, rows, '七月.xlsx', '区发改局', '2024年7月');
  expect(rowsByCode(await desk.previewOne(july)).get('Z02-18')).toMatchObject({
    outcome: 'new',
    match: { how: 'learned', certainty: 1 },
  });
  const others = await table(desk, rows, '教育局.xlsx', '区教育局');
  expect((await desk.previewOne(others)).rows).toMatchObject([{ outcome: 'unmatched' }]);
  expect(await desk.returns.forget({ unitId, kind: 'task', words: '咱们那件大事' })).toEqual([]);
  expect((await desk.previewOne(july)).rows).toMatchObject([{ outcome: 'unmatched' }]);
  await expect(desk.returns.forget({ unitId, kind: 'task', words: '咱们那件大事' })).rejects.toMatchObject({
    code: 'not_found',
  });
  const logged = await desk.open.database
    .selectFrom('change_log')
    .select('action')
    .where('entity', '=', 'unit')
    .where('entity_id', '=', unitId)
    .execute();
  expect(logged.map(({ action }) => action)).toEqual(['learn_task', 'forget_task']);
});

test('a task that is not the unit’s, or a row without words, is not remembered', async () => {
  const desk = await openReturnDesk();
  const read = await previewed(
    desk,
    await table(desk, [heading, ['咱们那件大事', null, '开工'], [null, null, '不知哪一项']], '一.xlsx'),
  );
  await expect(desk.decide(read, read.rows[0], { taskCode: 'Z08-01', remember: true })).rejects.toMatchObject(
    {
      code: 'bad_input',
      message: expect.stringContaining('Z08-01 不是区发改局承担的任务'),
    },
  );
  await expect(desk.decide(read, read.rows[1], { taskCode: 'Z02-18', remember: true })).rejects.toMatchObject(
    {
      message: expect.stringContaining('没有写重点工作的文字'),
    },
  );
  expect(await desk.returns.learned({ unitId: desk.unitId('区发改局') })).toEqual([]);
});

test('a heading that a person explains is read at once, outranks the usual words, and is forgotten on request', async () => {
  const desk = await openReturnDesk();
  const unitId = desk.unitId('区发改局');
  const rows = [
    ['任务编号', '干了些啥', '进展情况'],
    ['Z02-18', '开工率 58%', '见附件'],
  ];
  const read = await previewed(desk, await table(desk, rows, '一.xlsx'));
  expect(read.columns).toEqual([
    {
      sheet: 'Sheet1',
      letter: 'B',
      heading: '干了些啥',
      role: null,
      learned: false,
      examples: ['开工率 58%'],
    },
  ]);
  expect(read.rows[0]?.values.narrative).toBe('见附件');
  const place = { fileId: read.id, sheet: 'Sheet1', letter: 'B' };
  const taught = await desk.returns.teachColumn({ ...place, role: 'narrative' });
  expect(taught.rows[0]?.values.narrative).toBe('开工率 58%');
  expect(taught.columns).toMatchObject([{ heading: '干了些啥', role: 'narrative', learned: true }]);
  expect(await desk.returns.learned({ unitId })).toMatchObject([
    { kind: 'heading', words: '干了些啥', meaning: '本期进展' },
  ]);
  const again = await desk.returns.teachColumn({ ...place, role: 'context' });
  expect([again.rows[0]?.values.narrative, again.columns[0]?.role]).toEqual(['见附件', 'context']);
  await desk.returns.forget({ unitId, kind: 'heading', words: '干了些啥' });
  expect((await desk.returns.file({ fileId: read.id })).columns).toMatchObject([
    { role: null, learned: false },
  ]);
});

test('a table is found by a learned heading alone', async () => {
  const desk = await openReturnDesk();
  const rows = [
    ['任务编号', '干了些啥', '进展情况'],
    ['Z02-18', '开工率 58%', '见附件'],
  ];
  const read = await previewed(desk, await table(desk, rows, '六月.xlsx'));
  await desk.returns.teachColumn({ fileId: read.id, sheet: 'Sheet1', letter: 'B', role: 'narrative' });
  const foreign = [
    ['任务编号', '干了些啥'],
    ['Z02-18', '开工率 60%'],
  ];
  const july = await table(desk, foreign, '七月.xlsx', '区发改局', '2024年7月');
  expect(await desk.previewOne(july)).toMatchObject({
    state: 'ready',
    rows: [{ code: 'Z02-18', values: { narrative: '开工率 60%' } }],
  });
  const others = await table(desk, foreign, '教育局.xlsx', '区教育局');
  expect(await desk.previewOne(others)).toMatchObject({ state: 'not_a_form' });
});

test('a column of a file that nobody knows the unit of cannot be explained', async () => {
  const desk = await openReturnDesk();
  const file = desk.put(
    '表.xlsx',
    await excelJsBook({
      rows: [
        ['任务编号', '干了些啥', '进展情况'],
        ['Z02-18', '开工率 58%', '见附件'],
      ],
    }),
  );
  const read = await previewed(desk, file);
  const place = { fileId: read.id, sheet: 'Sheet1', letter: 'B' };
  await expect(desk.returns.teachColumn({ ...place, role: 'narrative' })).rejects.toMatchObject({
    code: 'bad_input',
    message: expect.stringContaining('请先选定单位'),
  });
});
