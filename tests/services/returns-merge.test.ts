import { describe, expect, test } from 'vitest';
import { unattendedJob } from '#electron/services/job.ts';
import { excelJsBook } from '../fixtures/returns/books.ts';
import { openReturnDesk, openWorkbook, outcomes, rowsByCode } from '../fixtures/returns/desk.ts';

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
    await desk.save('区发改局', 'Z02-18', { narrative: '开工率 40%', percent: 30 });
    const file = await desk.fillForm(form, {
      'Z02-18': { narrative: '开工率 58%', percent: 58, problems: '缺地' },
    });
    const [read = fail()] = await desk.preview(file);
    const row = rowsByCode(read).get('Z02-18');
    expect(row?.outcome).toBe('conflict');
    expect(row?.changes).toEqual([
      { field: 'narrative', before: '开工率 40%', after: '开工率 58%', conflict: true },
      { field: 'percent', before: '30', after: '58', conflict: false },
      { field: 'problems', before: '', after: '缺地', conflict: false },
    ]);
    expect([read.state, read.accepted, row?.taken]).toEqual(['confirm', false, false]);
    const kept = await desk.apply(read);
    expect(kept).toMatchObject({ batchId: null, applied: [], failed: [{ fileName: '填好的.xlsx' }] });
    expect((await desk.stored()).get('Z02-18')).toMatchObject({ narrative: '开工率 40%', revision: 2 });

    await desk.decide(read, row, { take: true, sides: { narrative: 'theirs' } });
    expect(await desk.apply(read)).toMatchObject({ revisions: 1, failed: [] });
    expect((await desk.stored()).get('Z02-18')).toMatchObject({
      narrative: '开工率 58%',
      percent: 58,
      problems: '缺地',
      revision: 3,
    });
  });

  test('a conflicting cell keeps ours beside the return’s other cells, and is no source of the revision', async () => {
    const desk = await openReturnDesk();
    const form = await desk.issueForm('区发改局');
    await desk.save('区发改局', 'Z02-18', { narrative: '电话核实：40%' });
    const file = await desk.fillForm(form, { 'Z02-18': { narrative: '开工率 58%', percent: 58 } });
    const [read = fail()] = await desk.preview(file);
    const decided = await desk.decide(read, rowsByCode(read).get('Z02-18'), { take: true });
    expect(rowsByCode(decided).get('Z02-18')).toMatchObject({
      taken: true,
      values: { narrative: '电话核实：40%', percent: 58 },
    });
    await desk.apply(read);
    expect((await desk.stored()).get('Z02-18')).toMatchObject({ narrative: '电话核实：40%', percent: 58 });
    const { source_cells } = await desk.open.database
      .selectFrom('progress_report')
      .select('source_cells')
      .where('source', '=', 'import')
      .executeTakeFirstOrThrow();
    expect(Object.keys(JSON.parse(source_cells ?? ''))).toEqual(['percent']);
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
    const [read = fail()] = await desk.preview(file);
    expect(outcomes(read)).toMatchObject({ 'Z02-18': 'changed', 'Z02-01': 'unchanged' });
    await desk.apply(read);
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
    await desk.save('区发改局', 'Z02-18', { narrative: '开工率 40%' });
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
    await desk.save('区发改局', 'Z02-18', { narrative: '开工率 35%（核实）', percent: 30, problems: '缺地' });
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
  test('a row that somebody changed meanwhile keeps its file on the desk, as a conflict', async () => {
    const desk = await openReturnDesk();
    const file = await ownTable(desk, [
      ['Z02-18', null, '开工率 58%', 58, null],
      ['Z02-01', null, '增长 6.2%', 50, null],
    ]);
    const [read = fail()] = await desk.preview(file);
    await desk.save('区发改局', 'Z02-18', { narrative: '刚录入的' });
    const { batchId, failed } = await desk.apply(read);
    expect([batchId, failed[0]?.message]).toEqual([
      null,
      expect.stringContaining('Z02-18 在读取之后又有了新的进展'),
    ]);
    expect((await desk.stored()).get('Z02-18')).toMatchObject({ narrative: '刚录入的', revision: 1 });
    const again = await desk.returns.file({ fileId: read.id });
    expect(outcomes(again)).toEqual({ 'Z02-18': 'conflict', 'Z02-01': 'new' });
    await desk.decide(again, rowsByCode(again).get('Z02-18'), { take: true });
    expect((await desk.apply(again)).revisions).toBe(2);
    expect((await desk.stored()).get('Z02-18')).toMatchObject({ narrative: '开工率 58%', revision: 2 });
  });

  test('a revision that was undone and made again is not mistaken for the one that was read', async () => {
    const desk = await openReturnDesk();
    const first = await desk.importFile(
      await ownTable(desk, [['Z02-18', null, '第一次', 40, null]], '一.xlsx'),
    );
    const [read = fail()] = await desk.preview(
      await ownTable(desk, [['Z02-18', null, '第二次', 50, null]], '二.xlsx'),
    );
    await desk.open.database.transaction().execute((writer) =>
      writer
        .deleteFrom('progress_report')
        .where('return_file_id', 'in', (eb) =>
          eb.selectFrom('return_file').select('id').where('batch_id', '=', first.batchId),
        )
        .execute(),
    );
    await desk.save('区发改局', 'Z02-18', { narrative: '重新录入' });
    const { failed } = await desk.apply(read);
    expect(failed[0]?.message).toContain('又有了新的进展');
    expect((await desk.stored()).get('Z02-18')).toMatchObject({ narrative: '重新录入', revision: 1 });
  });

  test('rows a person left out are not stored', async () => {
    const desk = await openReturnDesk();
    const file = await ownTable(desk, [
      ['Z02-18', null, '开工率 58%', 58, null],
      ['Z02-01', null, '增长 6.2%', 50, null],
    ]);
    const [read = fail()] = await desk.preview(file);
    await desk.decide(read, rowsByCode(read).get('Z02-18'), { take: false });
    expect((await desk.apply(read)).applied).toMatchObject([{ revisions: 1, untaken: 1 }]);
    expect([...(await desk.stored()).keys()]).toEqual(['Z02-01']);
  });
});

test('a likely but unsure match is shown as such and stored only when a person takes it', async () => {
  const desk = await openReturnDesk();
  const file = await ownTable(desk, [[null, '新增规上服务类的企业50家', '新增 20 家', 40, null]]);
  const [read = fail()] = await desk.preview(file);
  const row = rowsByCode(read).get('Z02-08');
  expect(row).toMatchObject({
    outcome: 'conflict',
    taken: false,
    clean: false,
    match: { how: 'similar_text' },
  });
  expect(row?.match.certainty).toBeLessThan(0.9);
  expect(row?.match.candidates[0]?.code).toBe('Z02-08');
  expect(row?.problems[0]?.message).toContain('请核对后再采纳');
  expect([read.state, read.reason]).toEqual(['confirm', '1 行对应的任务没有把握，请逐行确认。']);
  await desk.apply(read);
  expect((await desk.stored()).size).toBe(0);
  await desk.decide(read, row, { take: true });
  await desk.apply(read);
  expect((await desk.stored()).get('Z02-08')?.narrative).toBe('新增 20 家');
});

describe('each file is a transaction of its own', () => {
  test('one that fails in the middle leaves no trace of itself, and the others stand', async () => {
    const desk = await openReturnDesk();
    const good = await ownTable(desk, [['Z02-18', null, '开工率 58%', 58, null]], '一.xlsx');
    const bad = await ownTable(
      desk,
      [
        ['Z02-01', null, '好的一行', 50, null],
        ['Z02-03', null, '坏在这一行', 50, null],
      ],
      '二.xlsx',
    );
    const last = await ownTable(desk, [['Z02-05', null, '已获评', 100, null]], '三.xlsx');
    const files = await desk.preview([good, bad, last]);
    desk.open.raw.exec(`CREATE TRIGGER breaks BEFORE INSERT ON progress_report WHEN NEW.narrative = '坏在这一行'
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    const result = await desk.apply(...files);
    expect(result.applied.map(({ fileName }) => fileName)).toEqual(['一.xlsx', '三.xlsx']);
    expect(result.failed).toMatchObject([
      { fileName: '二.xlsx', message: expect.stringContaining('disk full') },
    ]);
    expect([...(await desk.stored()).keys()]).toEqual(['Z02-05', 'Z02-18']);
    expect((await desk.returns.desk({})).files.map(({ fileName }) => fileName)).toEqual(['二.xlsx']);
    const [batch, ...others] = await desk.returns.batches({});
    expect([batch?.files.map(({ fileName }) => fileName), others]).toEqual([['一.xlsx', '三.xlsx'], []]);
    desk.open.raw.exec('DROP TRIGGER breaks');
    const [, second = fail()] = files;
    await desk.returns.read({ fileId: second.id }, unattendedJob);
    expect((await desk.apply(second)).revisions).toBe(2);
  });

  test('a batch in which nothing could be stored is none', async () => {
    const desk = await openReturnDesk();
    const file = await ownTable(desk, [['Z02-18', null, '坏在这一行', 58, null]]);
    const files = await desk.preview(file);
    desk.open.raw.exec(`CREATE TRIGGER breaks BEFORE INSERT ON progress_report
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    expect(await desk.apply(...files)).toMatchObject({ batchId: null, revisions: 0, applied: [] });
    expect(await desk.returns.batches({})).toEqual([]);
  });
});

describe('two rows for one task', () => {
  test('in one file: both are asked about, and only one can be taken', async () => {
    const desk = await openReturnDesk();
    const file = await ownTable(desk, [
      ['Z02-18', null, '上半月', 40, null],
      ['Z02-18', null, '下半月', 58, null],
    ]);
    const [read = fail()] = await desk.preview(file);
    expect(read.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [3, 'conflict'],
      [4, 'conflict'],
    ]);
    expect(read.rows[0]?.problems[0]?.message).toContain('第 4 行填的也是 Z02-18');
    for (const row of read.rows) await desk.decide(read, row, { take: true });
    const both = await desk.apply(read);
    expect(both.failed[0]?.message).toContain('只能采纳其中一行');
    await desk.decide(read, read.rows[0], { take: false });
    expect((await desk.apply(read)).revisions).toBe(1);
    expect((await desk.stored()).get('Z02-18')?.narrative).toBe('下半月');
  });

  test('in two files that differ: asked; in a copy that was saved again: once', async () => {
    const desk = await openReturnDesk();
    const first = await ownTable(desk, [['Z02-18', null, '开工率 58%', 58, null]], '一.xlsx');
    const copy = await ownTable(desk, [['z02-18', '全力争取', '开工率 58%', '58%', null]], '二.xlsx');
    const other = await ownTable(desk, [['Z02-18', null, '开工率 60%', 60, null]], '三.xlsx');
    const same = await desk.preview([first, copy]);
    const outcomesOf = async (files: { id: number }[]) => {
      const read = await Promise.all(files.map(({ id }) => desk.returns.file({ fileId: id })));
      return read.map(({ rows }) => rows[0]?.outcome);
    };
    expect(await outcomesOf(same)).toEqual(['new', 'unchanged']);
    const [, second = fail()] = same;
    await desk.returns.remove({ fileIds: [second.id] });
    const [third = fail()] = await desk.preview(other);
    const [one = fail()] = same;
    expect(await outcomesOf([one, third])).toEqual(['conflict', 'conflict']);
    expect((await desk.returns.file({ fileId: one.id })).rows[0]?.problems[0]?.message).toContain(
      '「三.xlsx」',
    );
    await desk.decide(one, one.rows[0], { take: true });
    await desk.decide(third, third.rows[0], { take: true });
    const { applied, failed } = await desk.apply(one, third);
    expect([applied.length, failed[0]?.message]).toEqual([1, expect.stringContaining('只能采纳其中一行')]);
  });
});

function fail(): never {
  throw new Error('nothing was read');
}
