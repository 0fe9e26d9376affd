import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { excelJsBook, type Value } from '../fixtures/returns/books.ts';
import { openReturnDesk, openWorkbook, outcomes, rowsByCode } from '../fixtures/returns/desk.ts';

const june = [
  ['区发改局2024年6月进展情况'],
  ['任务编号', '进展情况', '完成率'],
  ['Z02-18', '开工率 58%', 58],
];

async function deskWith(rows: Value[][], fileName = '回表.xlsx') {
  const desk = await openReturnDesk();
  return { desk, file: desk.put(fileName, await excelJsBook({ rows })) };
}

describe('a file is refused as a whole, with what to do', () => {
  test('another period than asked for', async () => {
    const { desk, file } = await deskWith(june);
    const read = await desk.previewOne(file, { period: '2024-05' });
    expect(read).toMatchObject({ state: 'refused', rows: [], period: '2024-06' });
    expect(read.error).toMatch(/2024年6月的回表，本次导入的是2024年5月，期次不符/);
  });

  test('another unit than asked for', async () => {
    const { desk, file } = await deskWith(june);
    const read = await desk.previewOne(file, { unitId: desk.unitId('区教育局') });
    expect(read).toMatchObject({ state: 'refused', error: expect.stringContaining('是区发改局的回表') });
  });

  test('nobody’s, and of no period, unless told', async () => {
    const { desk, file } = await deskWith([
      ['任务编号', '进展情况'],
      ['Z02-18', '开工率 58%'],
    ]);
    expect((await desk.previewOne(file)).error).toContain('没有写明填报单位');
    const unitId = desk.unitId('区发改局');
    expect((await desk.previewOne(file, { unitId })).error).toContain('没有写明报告期');
    expect(await desk.previewOne(file, { unitId, period: '2024-06' })).toMatchObject({
      state: 'previewed',
      unit: { name: '区发改局' },
      period: '2024-06',
    });
  });

  test('a form that was issued to another unit', async () => {
    const desk = await openReturnDesk();
    const file = await desk.fillForm(await desk.issueForm('区发改局'), { 'Z02-18': { narrative: '开工' } });
    const workbook = await openWorkbook(file);
    const head = workbook.getWorksheet('填报表')?.getCell('A2');
    if (head !== undefined) head.value = '填报单位：区教育局';
    await workbook.xlsx.writeFile(file);
    expect((await desk.previewOne(file)).error).toContain('下发给区发改局');
  });

  test('no progress table, an empty one, two columns for one thing', async () => {
    const { desk, file } = await deskWith([
      ['姓名', '部门'],
      ['张三', '办公室'],
    ]);
    expect((await desk.previewOne(file)).error).toContain('没有找到填报表格');
    const empty = desk.put('空.xlsx', await excelJsBook({ rows: june.slice(0, 2) }));
    expect((await desk.previewOne(empty)).error).toContain('没有任务行');
    const twice = [june[0] ?? [], ['任务编号', '进展情况', '推进情况'], ['Z02-18', '开工', '顺利']];
    const double = desk.put('双.xlsx', await excelJsBook({ rows: twice }));
    expect((await desk.previewOne(double)).error).toContain('分不清该取哪一列');
  });

  test('gone, or a folder', async () => {
    const { desk } = await deskWith(june);
    expect((await desk.previewOne(join(desk.directory, '没有.xlsx'))).error).toContain('已不在原处');
    expect((await desk.previewOne(desk.directory)).error).toContain('是文件夹');
  });

  test('no row can be taken: every reason is given', async () => {
    const { desk, file } = await deskWith([
      ...june.slice(0, 2),
      ['Z02-18', '开工', '约三分之二'],
      ['Z02-01', '增长', 350],
      ['Z02-03', '增长', -20],
      ['Z99-01', '别的', 5],
    ]);
    const read = await desk.previewOne(file);
    expect(read.state).toBe('refused');
    expect(read.error).toContain('3 行填写有误、1 行对不上任务');
    expect(read.rows.map(({ outcome, problems }) => [outcome, problems[0]?.message])).toEqual([
      ['refused', expect.stringContaining('「约三分之二」不是确切的百分数')],
      ['refused', expect.stringContaining('「350」超出范围')],
      ['refused', expect.stringContaining('「-20」超出范围')],
      ['unmatched', expect.stringContaining('没有编号为 Z99-01 的任务')],
    ]);
  });
});

test('one bad file or row costs only itself', async () => {
  const { desk, file } = await deskWith([
    ...june,
    ['Z02-01', '增长 6.2%', '约一半'],
    ['Z08-01', '别的单位的', 10],
    ['Z02-03', '增长 6%', 50],
  ]);
  const broken = desk.put('坏.xlsx', new TextEncoder().encode('<html></html>'));
  const { previewId, files } = await desk.preview([broken, file]);
  expect(files.map(({ state }) => state)).toEqual(['refused', 'previewed']);
  const applied = await desk.apply(previewId);
  expect(applied.files.map(({ state }) => state)).toEqual(['refused', 'applied']);
  const read = applied.files[1];
  if (read === undefined) throw new Error('nothing was read');
  expect(outcomes(read)).toEqual({
    'Z02-18': 'new',
    'Z02-01': 'refused',
    'Z08-01': 'refused',
    'Z02-03': 'new',
  });
  expect(rowsByCode(read).get('Z08-01')?.problems[0]?.message).toContain('不是区发改局承担的任务');
  expect([...(await desk.stored()).keys()]).toEqual(['Z02-03', 'Z02-18']);
});

test('the same bytes twice are read once', async () => {
  const { desk, file } = await deskWith(june);
  const copy = desk.put('副本.xlsx', await excelJsBook({ rows: june }));
  writeFileSync(copy, await import('node:fs').then(({ readFileSync }) => readFileSync(file)));
  const { files } = await desk.preview([file, copy]);
  expect(files.map(({ state }) => state)).toEqual(['previewed', 'refused']);
  expect(files[1]?.error).toContain('与「回表.xlsx」内容完全相同');
});

describe('nothing is stored when', () => {
  test('the file changed after the preview, or is gone', async () => {
    const { desk, file } = await deskWith(june);
    const { previewId } = await desk.preview(file);
    const [title = [], head = []] = june;
    writeFileSync(file, await excelJsBook({ rows: [title, head, ['Z02-18', '改了', 60]] }));
    await expect(desk.apply(previewId)).rejects.toMatchObject({ code: 'stale' });
    rmSync(file);
    await expect(desk.apply(previewId)).rejects.toThrow('已不在原处');
    expect((await desk.stored()).size).toBe(0);
    expect(await desk.returns.batches({})).toEqual([]);
    expect(existsSync(desk.originals) && desk.keptOriginals().length > 0).toBe(false);
  });

  test('the preview was applied already, or never made', async () => {
    const { desk, file } = await deskWith(june);
    const { previewId } = await desk.preview(file);
    await desk.apply(previewId);
    await expect(desk.apply(previewId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(desk.apply('1b671a64-40d5-491e-99b0-da01ff1f3341')).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('it is cancelled', async () => {
    const { desk, file } = await deskWith(june);
    const other = desk.put('二.xlsx', await excelJsBook({ rows: [...june, ['Z02-01', 'x', 1]] }));
    const controller = new AbortController();
    const seen: string[] = [];
    const job = {
      signal: controller.signal,
      report: (_done: number, _total: number, label: string) => {
        seen.push(label);
        controller.abort();
      },
    };
    await expect(desk.returns.preview({ files: [file, other] }, job)).rejects.toThrow(AppError);
    expect(seen).toEqual(['回表.xlsx']);
    const { previewId } = await desk.preview(file);
    await expect(desk.returns.apply({ previewId, leftOut: [], accepted: [] }, job)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect((await desk.stored()).size).toBe(0);
  });

  test('nothing could be read', async () => {
    const desk = await openReturnDesk();
    const { previewId } = await desk.preview(desk.put('空.xlsx', new Uint8Array(0)));
    await expect(desk.apply(previewId)).rejects.toMatchObject({ code: 'bad_input' });
  });
});
