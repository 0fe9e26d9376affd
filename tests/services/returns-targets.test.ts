import { expect, test } from 'vitest';
import { emptyProgress } from '#shared/domain/progress.ts';
import { excelJsBook } from '../fixtures/returns/books.ts';
import { openReturnDesk, rowsByCode } from '../fixtures/returns/desk.ts';

type Desk = Awaited<ReturnType<typeof openReturnDesk>>;

const unit = '区发改局';
const provincial = '省“千项万亿”项目';
const municipal = '市“百项千亿”项目';

/** Readings that stand for a task, by the target's name. */
async function readingsOf(desk: Desk, code: string): Promise<Record<string, number>> {
  const rows = await desk.open.database
    .selectFrom('progress_report as report')
    .innerJoin('target_reading', 'target_reading.report_id', 'report.id')
    .innerJoin('target', 'target.id', 'target_reading.target_id')
    .select(['target.name', 'target_reading.value'])
    .where('report.task_id', '=', desk.taskId(code))
    .orderBy('report.revision')
    .execute();
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

async function saveReadings(desk: Desk, code: string, values: Record<string, number>) {
  const targets = await desk.open.database
    .selectFrom('target')
    .select(['id', 'name'])
    .where('task_id', '=', desk.taskId(code))
    .execute();
  await desk.progress.save({
    ...{ taskId: desk.taskId(code), unitId: desk.unitId(unit), period: '2024-06', basedOnReport: null },
    values: { ...emptyProgress, narrative: '电话核实' },
    targetValues: targets.flatMap(({ id, name }) =>
      values[name] === undefined ? [] : [{ targetId: id, value: values[name] }],
    ),
  });
}

/** The unit's own table, for 2024年6月. */
async function ownTable(desk: Desk, head: string[], ...rows: (string | number)[][]) {
  return desk.put(
    '区发改局6月.xlsx',
    await excelJsBook({ rows: [['区发改局2024年6月进展情况'], head, ...rows] }),
  );
}

test('what a unit fills in behind the names of its targets is stored with its cell', async () => {
  const desk = await openReturnDesk();
  const form = await desk.issueForm(unit);
  const file = await desk.fillForm(form, {
    'Z02-14': { narrative: '投资加快', targets: '120.5亿元' },
    'Z02-16': { narrative: '项目落地', targets: '省“千项万亿”项目：8个\n市“百项千亿”项目：1' },
  });
  const read = await desk.previewOne(file);
  expect(rowsByCode(read).get('Z02-16')?.targetChanges).toMatchObject([
    { label: '省“千项万亿”项目', before: '', after: '8个', conflict: false },
    { label: '市“百项千亿”项目', before: '', after: '1个', conflict: false },
  ]);
  await desk.importFile(file);
  expect(await readingsOf(desk, 'Z02-14')).toEqual({ 固定资产投资: 12_050_000_000 });
  expect(await readingsOf(desk, 'Z02-16')).toEqual({ [provincial]: 8, [municipal]: 1 });
  const report = await desk.open.database
    .selectFrom('progress_report')
    .select('source_cells')
    .where('task_id', '=', desk.taskId('Z02-14'))
    .executeTakeFirstOrThrow();
  const cells: Record<string, string> = JSON.parse(report.source_cells ?? '{}');
  expect(Object.keys(cells).filter((key) => /^target:\d+$/.test(key))).toHaveLength(1);
});

test('a reading that only the office has changed since stays, one that both changed is asked about', async () => {
  const desk = await openReturnDesk();
  const form = await desk.issueForm(unit);
  await saveReadings(desk, 'Z02-16', { [provincial]: 9, [municipal]: 2 });
  const file = await desk.fillForm(form, {
    'Z02-16': { targets: '省“千项万亿”项目：8\n市“百项千亿”项目：' },
  });
  const [read] = await desk.preview(file);
  if (read === undefined) throw new Error('nothing was read');
  const row = rowsByCode(read).get('Z02-16');
  expect(row?.outcome).toBe('conflict');
  expect(row?.targetChanges).toMatchObject([{ before: '9个', after: '8个', conflict: true }]);
  const [asked] = row?.targetChanges ?? [];
  await desk.decide(read, row, { targetSides: { [String(asked?.targetId)]: 'theirs' } });
  await desk.apply(read);
  expect(await readingsOf(desk, 'Z02-16')).toEqual({ [provincial]: 8, [municipal]: 2 });
});

test('a conflicting reading nobody decided about stays as it is', async () => {
  const desk = await openReturnDesk();
  const form = await desk.issueForm(unit);
  await saveReadings(desk, 'Z02-14', { 固定资产投资: 5e9 });
  const file = await desk.fillForm(form, { 'Z02-14': { narrative: '投资加快', targets: '60亿元' } });
  const [read] = await desk.preview(file);
  if (read === undefined) throw new Error('nothing was read');
  await desk.decide(read, rowsByCode(read).get('Z02-14'), { take: true, sides: { narrative: 'theirs' } });
  await desk.apply(read);
  expect(await readingsOf(desk, 'Z02-14')).toEqual({ 固定资产投资: 5e9 });
  expect((await desk.stored()).get('Z02-14')).toMatchObject({ narrative: '投资加快' });
});

test('a form that comes back as it was issued changes nothing, readings included', async () => {
  const desk = await openReturnDesk();
  await saveReadings(desk, 'Z02-16', { [provincial]: 9 });
  const form = await desk.issueForm(unit);
  const read = await desk.previewOne(form);
  expect(rowsByCode(read).get('Z02-16')).toMatchObject({ outcome: 'unchanged', problems: [] });
});

test("a unit's own table: the heading's measure counts, a wrong measure leaves only its cell out", async () => {
  const desk = await openReturnDesk();
  const head = ['任务编号', '重点工作', '进展情况', '实际完成（亿元）', '填报日期'];
  const file = await ownTable(
    desk,
    head,
    ['Z02-14', '固定资产投资', '已完成过半', 250, '2024.6.28'],
    ['Z02-08', '新增规上服务业企业', '新增 20 家', '20个', '上旬'],
  );
  const read = await desk.previewOne(file);
  const [investment, companies] = ['Z02-14', 'Z02-08'].map((code) => rowsByCode(read).get(code));
  expect(investment).toMatchObject({ outcome: 'new', problems: [], reportedOn: '2024-06-28' });
  expect(companies).toMatchObject({ outcome: 'new', reportedOn: null, targetChanges: [] });
  expect(companies?.problems).toMatchObject([
    { cell: 'D4', message: expect.stringContaining('计量单位与指标「新增规上服务业企业」的「家」不一致') },
    { cell: 'E4', message: expect.stringContaining('看不出是哪一天') },
  ]);
  await desk.importFile(file);
  expect(await readingsOf(desk, 'Z02-14')).toEqual({ 固定资产投资: 25_000_000_000 });
  const days = await desk.open.database
    .selectFrom('progress_report')
    .select(['task_id', 'reported_on'])
    .orderBy('task_id')
    .execute();
  expect(new Map(days.map(({ task_id, reported_on }) => [task_id, reported_on]))).toEqual(
    new Map([
      [desk.taskId('Z02-08'), null],
      [desk.taskId('Z02-14'), '2024-06-28'],
    ]),
  );
});

test('指标完成情况 that holds sentences is the narrative, one that holds amounts the readings', async () => {
  const desk = await openReturnDesk();
  const head = ['任务编号', '重点工作', '指标完成情况', '存在问题'];
  const words = await desk.previewOne(
    await ownTable(desk, head, ['Z02-08', '', '已新增 20 家，其余在培育。', '无']),
  );
  expect(rowsByCode(words).get('Z02-08')?.values.narrative).toBe('已新增 20 家，其余在培育。');
  const amounts = await desk.previewOne(await ownTable(desk, head, ['Z02-08', '', '20家', '缺楼宇']));
  expect(rowsByCode(amounts).get('Z02-08')).toMatchObject({
    values: { narrative: '', problems: '缺楼宇' },
    targetChanges: [{ after: '20家' }],
  });
});
