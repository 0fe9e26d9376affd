import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unattendedJob } from '#electron/services/job.ts';
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

describe('a file says what is wrong with it as a whole, and what to do', () => {
  test('another period than asked for, until a person says which it is', async () => {
    const { desk, file } = await deskWith(june);
    const [read = fail()] = await desk.preview(file, { period: '2024-05' });
    expect([read.state, read.period, read.accepted]).toEqual(['wrong_period', '2024-06', false]);
    expect(read.reason).toMatch(/这是2024年6月的回表，收的是2024年5月的/);
    const told = await desk.returns.tell({ fileIds: [read.id], period: '2024-06' });
    expect(told.files).toMatchObject([{ state: 'ready', reason: null, accepted: true }]);
  });

  test('another unit than it says, when a person says so', async () => {
    const { desk, file } = await deskWith(june);
    const read = await desk.previewOne(file, { unitId: desk.unitId('区教育局') });
    expect([read.unit?.name, read.notices]).toEqual(['区教育局', ['表里写的是区发改局，按选定的单位处理。']]);
    expect(outcomes(read)).toEqual({ 'Z02-18': 'refused' });
  });

  test('nobody’s, and of no period, until told', async () => {
    const { desk, file } = await deskWith([
      ['任务编号', '进展情况'],
      ['Z02-18', '开工率 58%'],
    ]);
    const [read = fail()] = await desk.preview(file);
    expect(read).toMatchObject({ state: 'confirm', missing: ['unit', 'period'], rows: [], accepted: false });
    expect(read.reason).toBe('没有写明填报单位和报告期，请选定后再读取。');
    await expect(desk.returns.accept({ fileIds: [read.id], accepted: true })).rejects.toMatchObject({
      code: 'bad_input',
    });
    const unitId = desk.unitId('区发改局');
    const halfTold = await desk.returns.tell({ fileIds: [read.id], unitId });
    expect(halfTold.files).toMatchObject([{ missing: ['period'], unit: { name: '区发改局' } }]);
    const told = await desk.returns.tell({ fileIds: [read.id], period: '2024-06' });
    expect(told.files).toMatchObject([
      { state: 'ready', missing: [], period: '2024-06', counts: { taken: 1 } },
    ]);
  });

  test('a form that was issued to another unit', async () => {
    const desk = await openReturnDesk();
    const file = await desk.fillForm(await desk.issueForm('区发改局'), { 'Z02-18': { narrative: '开工' } });
    const workbook = await openWorkbook(file);
    const head = workbook.getWorksheet('填报表')?.getCell('A2');
    if (head !== undefined) head.value = '填报单位：区教育局';
    await workbook.xlsx.writeFile(file);
    expect(await desk.previewOne(file)).toMatchObject({
      state: 'faulty',
      reason: expect.stringContaining('下发给区发改局'),
    });
  });

  test('no progress table, an empty one, two columns for one thing, another kind of document', async () => {
    const { desk, file } = await deskWith([
      ['姓名', '部门'],
      ['张三', '办公室'],
    ]);
    const stateOf = async (path: string) => {
      const { state, reason } = await desk.previewOne(path);
      return [state, reason];
    };
    expect(await stateOf(file)).toEqual(['not_a_form', expect.stringContaining('没有找到填报表格')]);
    const empty = desk.put('空.xlsx', await excelJsBook({ rows: june.slice(0, 2) }));
    expect(await stateOf(empty)).toEqual(['faulty', expect.stringContaining('没有任务行')]);
    const twice = [june[0] ?? [], ['任务编号', '进展情况', '推进情况'], ['Z02-18', '开工', '顺利']];
    const double = desk.put('双.xlsx', await excelJsBook({ rows: twice }));
    expect(await stateOf(double)).toEqual(['faulty', expect.stringContaining('分不清该取哪一列')]);
    const pdf = desk.put('回表.pdf', new TextEncoder().encode('%PDF-1.7'));
    expect(await stateOf(pdf)).toEqual(['not_a_form', expect.stringContaining('是 PDF 文件')]);
  });

  test('gone, too large, or a folder without any', async () => {
    const { desk } = await deskWith(june);
    const large = desk.put('大.xlsx', new Uint8Array(20 * 1024 * 1024 + 1));
    mkdirSync(join(desk.directory, '空文件夹'));
    const lost = [join(desk.directory, '没有.xlsx'), large, join(desk.directory, '空文件夹')];
    const read = await desk.preview(lost);
    expect(read.every(({ id, state }) => id < 0 && state === 'faulty')).toBe(true);
    expect(read.map(({ reason }) => reason).sort()).toEqual([
      expect.stringContaining('「大.xlsx」超过 20 MB'),
      expect.stringContaining('「没有.xlsx」已不在原处'),
      '文件夹「空文件夹」里没有表格文件。',
    ]);
    const left = await desk.returns.remove({ fileIds: read.map(({ id }) => id) });
    expect(left.files).toEqual([]);
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
    expect([read.state, read.reason]).toEqual(['faulty', '3 行填写有误，不能入库；其余的行不受影响。']);
    expect(
      read.rows.map(({ outcome, taken, problems }) => [
        outcome,
        taken,
        problems[0]?.cell,
        problems[0]?.message,
      ]),
    ).toEqual([
      ['refused', false, 'C3', expect.stringContaining('「约三分之二」不是确切的百分数')],
      ['refused', false, 'C4', expect.stringContaining('「350」超出范围')],
      ['refused', false, 'C5', expect.stringContaining('「-20」超出范围')],
      ['unmatched', false, null, expect.stringContaining('没有编号为 Z99-01 的任务')],
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
  const [bad = fail(), read = fail()] = await desk.preview([broken, file]);
  expect([bad.state, read.state, read.accepted]).toEqual(['faulty', 'faulty', false]);
  expect(outcomes(read)).toEqual({
    'Z02-18': 'new',
    'Z02-01': 'refused',
    'Z08-01': 'refused',
    'Z02-03': 'new',
  });
  expect(rowsByCode(read).get('Z08-01')?.problems[0]?.message).toContain('不是区发改局承担的任务');
  await desk.returns.accept({ fileIds: [read.id], accepted: true });
  const result = await desk.returns.apply({ fileIds: [bad.id, read.id] }, unattendedJob);
  expect(result.applied).toMatchObject([{ fileName: '回表.xlsx', revisions: 2, untaken: 2 }]);
  expect(result.failed).toMatchObject([{ fileName: '坏.xlsx', message: expect.stringContaining('网页') }]);
  expect([...(await desk.stored()).keys()]).toEqual(['Z02-03', 'Z02-18']);
});

test('the same bytes twice are one return, until the first is taken away', async () => {
  const { desk, file } = await deskWith(june);
  const copy = desk.put('副本.xlsx', new Uint8Array(readFileSync(file)));
  const [first = fail(), second = fail()] = await desk.preview([file, copy]);
  expect([first.state, second.state, second.accepted]).toEqual(['ready', 'duplicate', false]);
  expect(second.reason).toContain('与「回表.xlsx」内容完全相同');
  expect(desk.keptOriginals()).toHaveLength(1);
  const left = await desk.returns.remove({ fileIds: [first.id] });
  expect(left.files).toMatchObject([{ fileName: '副本.xlsx', state: 'ready' }]);
  expect(desk.keptOriginals()).toHaveLength(1);
  await desk.returns.remove({ fileIds: [second.id] });
  expect(desk.keptOriginals()).toEqual([]);
});

describe('what happens to the file after it was dropped', () => {
  test('does not matter: the kept original is what is stored', async () => {
    const { desk, file } = await deskWith(june);
    const read = await desk.preview(file);
    rmSync(file);
    expect((await desk.apply(...read)).revisions).toBe(1);
    expect((await desk.stored()).get('Z02-18')?.narrative).toBe('开工率 58%');
  });

  test('but a kept original that is gone is not stored from', async () => {
    const { desk, file } = await deskWith(june);
    const read = await desk.preview(file);
    for (const name of desk.keptOriginals()) rmSync(join(desk.originals, name));
    expect((await desk.apply(...read)).failed[0]?.message).toContain('原件已不在数据文件夹里');
    expect((await desk.stored()).size).toBe(0);
  });

  test('a file that left the desk cannot be read or decided again', async () => {
    const { desk, file } = await deskWith(june);
    const [read = fail()] = await desk.preview(file);
    await desk.apply(read);
    await expect(desk.returns.read({ fileId: read.id }, unattendedJob)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(desk.returns.file({ fileId: read.id })).rejects.toMatchObject({ code: 'not_found' });
    expect(await desk.returns.apply({ fileIds: [read.id] }, unattendedJob)).toMatchObject({
      batchId: null,
      applied: [],
    });
  });
});

describe('cancelling', () => {
  const cancelledAfter = (reports: number) => {
    const controller = new AbortController();
    const seen: string[] = [];
    const report = (_done: number, _total: number, label: string) => {
      seen.push(label);
      if (seen.length === reports) controller.abort();
    };
    return { seen, job: { signal: controller.signal, report } };
  };

  test('keeps on the desk what was collected before', async () => {
    const { desk, file } = await deskWith(june);
    const other = desk.put('二.xlsx', await excelJsBook({ rows: [...june, ['Z02-01', 'x', 1]] }));
    const { job, seen } = cancelledAfter(1);
    const { files } = await desk.returns.collect({ paths: [file, other] }, job);
    expect([files.map(({ fileName }) => fileName), seen]).toEqual([['回表.xlsx'], ['回表.xlsx']]);
    await expect(desk.returns.read({ fileId: files[0]?.id ?? 0 }, job)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect((await desk.returns.desk({})).files).toMatchObject([{ state: 'waiting', reason: null }]);
  });

  test('leaves on the desk what was not stored yet', async () => {
    const { desk, file } = await deskWith(june);
    const other = desk.put('二.xlsx', await excelJsBook({ rows: [...june.slice(0, 2), ['Z02-01', 'x', 1]] }));
    const files = await desk.preview([file, other]);
    const fileIds = files.map(({ id }) => id);
    await desk.returns.accept({ fileIds, accepted: true });
    const { applied, failed } = await desk.returns.apply({ fileIds }, cancelledAfter(2).job);
    expect([applied.length, failed.length]).toEqual([2, 0]);
    const [third = fail()] = await desk.preview(
      desk.put('三.xlsx', await excelJsBook({ rows: [...june.slice(0, 2), ['Z02-03', 'y', 2]] })),
    );
    const controller = new AbortController();
    controller.abort();
    await desk.returns.accept({ fileIds: [third.id], accepted: true });
    const stopped = await desk.returns.apply(
      { fileIds: [third.id] },
      { ...unattendedJob, signal: controller.signal },
    );
    expect(stopped).toMatchObject({ batchId: null, applied: [], failed: [{ message: '已取消。' }] });
    expect((await desk.returns.desk({})).files).toMatchObject([{ fileName: '三.xlsx' }]);
  });
});

function fail(): never {
  throw new Error('nothing was read');
}
