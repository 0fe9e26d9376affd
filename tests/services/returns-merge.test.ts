import { describe, expect, test } from 'vitest';
import { excelJsBook } from '../fixtures/returns/books.ts';
import { openReturnDesk, openWorkbook, outcomes, rowKey, rowsByCode } from '../fixtures/returns/desk.ts';

type Desk = Awaited<ReturnType<typeof openReturnDesk>>;

/** A return without our form: the unit's own table, for 2024年6月. */
async function ownTable(desk: Desk, rows: (string | number | null)[][], fileName = '区发改局6月.xlsx') {
  const head = [['区发改局2024年6月进展情况'], ['任务编号', '工作任务', '进展情况', '完成率', '存在困难']];
  return desk.put(fileName, await excelJsBook({ rows: [...head, ...rows] }));
}

describe('with our form', () => {
  test('both changed differently is a conflict: shown side by side, kept unless a person takes it', async () => {
    const desk = await openReturnDesk();
    await desk.save('区发改局', 'Z02-18', { narrative: '开工率 30%', percent: 30 });
    const form = await desk.issueForm('区发改局');
    await desk.save('区发改局', 'Z02-18', { narrative: '开工率 40%', percent: 30 }, 1);
    const file = await desk.fillForm(form, {
      'Z02-18': { narrative: '开工率 58%', percent: 58, problems: '缺地' },
    });
    const { previewId, files } = await desk.preview(file);
    const [read] = files;
    if (read === undefined) throw new Error('nothing was read');
    const row = rowsByCode(read).get('Z02-18');
    expect(row?.outcome).toBe('conflict');
    expect(row?.changes).toEqual([
      { field: 'narrative', before: '开工率 40%', after: '开工率 58%', conflict: true },
      { field: 'percent', before: '30', after: '58', conflict: false },
      { field: 'problems', before: '', after: '缺地', conflict: false },
    ]);
    const kept = await desk.apply(previewId);
    expect(kept.revisions).toBe(0);
    expect((await desk.stored()).get('Z02-18')).toMatchObject({ narrative: '开工率 40%', revision: 2 });

    const second = await desk.preview(file);
    const taken = await desk.apply(second.previewId, { accepted: [rowKey(read, row)] });
    expect(taken.revisions).toBe(1);
    expect((await desk.stored()).get('Z02-18')).toMatchObject({
      narrative: '开工率 58%',
      percent: 58,
      problems: '缺地',
      revision: 3,
    });
  });

  test('what only we changed stays, and what both say the same is unchanged', async () => {
    const desk = await openReturnDesk();
    const form = await desk.issueForm('区发改局');
    await desk.save('区发改局', 'Z02-18', { narrative: '电话核实已开工', percent: 58 });
    await desk.save('区发改局', 'Z02-01', { narrative: '增长 6.2%' });
    const file = await desk.fillForm(form, {
      'Z02-18': { problems: '缺地' },
      'Z02-01': { narrative: '增长 6.2%' },
    });
    const { previewId, files } = await desk.preview(file);
    expect(outcomes(files[0] ?? fail())).toMatchObject({ 'Z02-18': 'changed', 'Z02-01': 'unchanged' });
    await desk.apply(previewId);
    expect((await desk.stored()).get('Z02-18')).toMatchObject({
      narrative: '电话核实已开工',
      percent: 58,
      problems: '缺地',
    });
  });

  test('the hidden ids find the base when the meta sheet is gone', async () => {
    const desk = await openReturnDesk();
    await desk.save('区发改局', 'Z02-18', { narrative: '开工率 30%' });
    const form = await desk.issueForm('区发改局');
    await desk.save('区发改局', 'Z02-18', { narrative: '开工率 40%' }, 1);
    const file = await desk.fillForm(form, { 'Z02-18': { problems: '缺地' } });
    const workbook = await openWorkbook(file);
    workbook.removeWorksheet('_duban');
    await workbook.xlsx.writeFile(file);
    const row = rowsByCode(await desk.previewOne(file)).get('Z02-18');
    // The form still holds 30%, which the unit did not touch: ours stays.
    expect(row).toMatchObject({ outcome: 'changed', values: { narrative: '开工率 40%', problems: '缺地' } });
  });
});

describe('without our form', () => {
  test('a text that differs from what is stored is a change, a blank erases nothing', async () => {
    const desk = await openReturnDesk();
    await desk.save('区发改局', 'Z02-18', { narrative: '开工率 30%', percent: 30, problems: '缺地' });
    const file = await ownTable(desk, [['Z02-18', null, '开工率 58%', null, null]]);
    const row = rowsByCode(await desk.previewOne(file)).get('Z02-18');
    expect(row).toMatchObject({
      outcome: 'changed',
      values: { narrative: '开工率 58%', percent: 30, problems: '缺地' },
    });
  });

  test('it merges against the unit’s last accepted return of the period', async () => {
    const desk = await openReturnDesk();
    await desk.importFile(await ownTable(desk, [['Z02-18', null, '开工率 30%', 30, '缺地']], '一.xlsx'));
    await desk.save(
      '区发改局',
      'Z02-18',
      { narrative: '开工率 35%（核实）', percent: 30, problems: '缺地' },
      1,
    );
    const again = await ownTable(desk, [['Z02-18', null, '开工率 30%', 40, '缺地缺钱']], '二.xlsx');
    expect(rowsByCode(await desk.previewOne(again)).get('Z02-18')).toMatchObject({
      outcome: 'changed',
      values: { narrative: '开工率 35%（核实）', percent: 40, problems: '缺地缺钱' },
    });
    const other = await ownTable(desk, [['Z02-18', null, '开工率 58%', 30, null]], '三.xlsx');
    expect(rowsByCode(await desk.previewOne(other)).get('Z02-18')?.outcome).toBe('conflict');
  });
});

describe('between looking and applying', () => {
  test('a row that somebody changed meanwhile becomes a conflict, the others are stored', async () => {
    const desk = await openReturnDesk();
    const file = await ownTable(desk, [
      ['Z02-18', null, '开工率 58%', 58, null],
      ['Z02-01', null, '增长 6.2%', 50, null],
    ]);
    const { previewId } = await desk.preview(file);
    await desk.save('区发改局', 'Z02-18', { narrative: '刚录入的' });
    const { files, revisions } = await desk.apply(previewId);
    expect(revisions).toBe(1);
    expect(outcomes(files[0] ?? fail())).toEqual({ 'Z02-18': 'conflict', 'Z02-01': 'new' });
    expect((await desk.stored()).get('Z02-18')).toMatchObject({ narrative: '刚录入的', revision: 1 });
  });

  test('rows a person left out are not stored', async () => {
    const desk = await openReturnDesk();
    const file = await ownTable(desk, [
      ['Z02-18', null, '开工率 58%', 58, null],
      ['Z02-01', null, '增长 6.2%', 50, null],
    ]);
    const { previewId, files } = await desk.preview(file);
    const read = files[0] ?? fail();
    await desk.apply(previewId, { leftOut: [rowKey(read, rowsByCode(read).get('Z02-18'))] });
    expect([...(await desk.stored()).keys()]).toEqual(['Z02-01']);
  });
});

test('a likely but unsure match is shown as such and stored only when a person takes it', async () => {
  const desk = await openReturnDesk();
  const file = await ownTable(desk, [[null, '新增规上服务类的企业50家', '新增 20 家', 40, null]]);
  const { previewId, files } = await desk.preview(file);
  const read = files[0] ?? fail();
  const row = rowsByCode(read).get('Z02-08');
  expect(row).toMatchObject({ outcome: 'conflict', match: { how: 'similar_text' } });
  expect(row?.match.certainty).toBeLessThan(0.9);
  expect(row?.match.candidates[0]?.code).toBe('Z02-08');
  expect(row?.problems[0]?.message).toContain('请核对后再采纳');
  await desk.apply(previewId);
  expect((await desk.stored()).size).toBe(0);
  const again = await desk.preview(file);
  await desk.apply(again.previewId, { accepted: [rowKey(read, row)] });
  expect((await desk.stored()).get('Z02-08')?.narrative).toBe('新增 20 家');
});

test('all of a batch or nothing: a failure in the middle leaves no trace, and the preview can be tried again', async () => {
  const desk = await openReturnDesk();
  const file = await ownTable(desk, [
    ['Z02-18', null, '开工率 58%', 58, null],
    ['Z02-01', null, '坏在这一行', 50, null],
  ]);
  const { previewId } = await desk.preview(file);
  desk.open.raw.exec(`CREATE TRIGGER breaks BEFORE INSERT ON progress_report WHEN NEW.narrative = '坏在这一行'
    BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
  await expect(desk.apply(previewId)).rejects.toThrow('disk full');
  expect((await desk.stored()).size).toBe(0);
  expect(await desk.returns.batches({})).toEqual([]);
  desk.open.raw.exec('DROP TRIGGER breaks');
  expect((await desk.apply(previewId)).revisions).toBe(2);
});

describe('two rows for one task', () => {
  test('in one file: both are asked about, and only one can be taken', async () => {
    const desk = await openReturnDesk();
    const file = await ownTable(desk, [
      ['Z02-18', null, '上半月', 40, null],
      ['Z02-18', null, '下半月', 58, null],
    ]);
    const { previewId, files } = await desk.preview(file);
    const read = files[0] ?? fail();
    expect(read.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [3, 'conflict'],
      [4, 'conflict'],
    ]);
    expect(read.rows[0]?.problems[0]?.message).toContain('第 4 行填的也是 Z02-18');
    const both = read.rows.map((row) => rowKey(read, row));
    await expect(desk.apply(previewId, { accepted: both })).rejects.toMatchObject({
      code: 'bad_input',
      message: expect.stringContaining('只能采纳其中一行'),
    });
    expect((await desk.apply(previewId, { accepted: both.slice(1) })).revisions).toBe(1);
    expect((await desk.stored()).get('Z02-18')?.narrative).toBe('下半月');
  });

  test('in two files that differ: asked; in a copy that was saved again: once', async () => {
    const desk = await openReturnDesk();
    const first = await ownTable(desk, [['Z02-18', null, '开工率 58%', 58, null]], '一.xlsx');
    const copy = await ownTable(desk, [['z02-18', '全力争取', '开工率 58%', '58%', null]], '二.xlsx');
    const other = await ownTable(desk, [['Z02-18', null, '开工率 60%', 60, null]], '三.xlsx');
    const same = await desk.preview([first, copy]);
    expect(same.files.map(({ rows }) => rows[0]?.outcome)).toEqual(['new', 'unchanged']);
    const different = await desk.preview([first, other]);
    expect(different.files.map(({ rows }) => rows[0]?.outcome)).toEqual(['conflict', 'conflict']);
    expect(different.files[0]?.rows[0]?.problems[0]?.message).toContain('「三.xlsx」');
  });
});

function fail(): never {
  throw new Error('nothing was read');
}
