import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { unattendedJob } from '#electron/services/job.ts';
import { createOverviewService } from '#electron/services/overview.service.ts';
import { createRedoService } from '#electron/services/redo.service.ts';
import type { DeskFileDetail } from '#shared/contract/desk.ts';
import { excelJsBook, sheetJsBook } from '../fixtures/returns/books.ts';
import { openReturnDesk } from '../fixtures/returns/desk.ts';
import { testContext } from '../helpers/database.ts';
import { openExcelWorker } from '../helpers/excel-worker.ts';
import { documentText } from '../helpers/word-text.ts';

const faultyRows = [
  ['区发改局2024年6月进展情况'],
  ['任务编号', '进展情况', '完成比例'],
  ['Z02-18', '已开工', '约三分之二'],
  ['Z02-01', '已完成招商', 350],
];

async function openRedoDesk() {
  const desk = await openReturnDesk();
  const excel = openExcelWorker();
  const { database } = desk.open;
  const redo = createRedoService({ database, excel, returns: desk.returns, context: testContext });
  const overview = createOverviewService({ database, excel, context: testContext });
  const out = join(desk.directory, '退回');
  return {
    ...desk,
    out,
    overview,
    database,
    sendBack: (files: readonly DeskFileDetail[], remark = '') =>
      redo.redo(
        { fileIds: files.map(({ id }) => id), directory: out, remark, answerBy: '2024-07-05' },
        unattendedJob,
      ),
    standing: async () => {
      const { rows } = await overview.overview({ period: '2024-06' });
      return rows.find(({ unit }) => unit.name === '区发改局');
    },
  };
}

async function noteIn(file: string, address: string): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const note: string | ExcelJS.Comment | undefined = workbook.worksheets[0]?.getCell(address).note;
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');
}

test('a faulty return is marked, explained, recorded, and leaves the desk; its original stays', async () => {
  const desk = await openRedoDesk();
  const bytes = await excelJsBook({ rows: faultyRows });
  const files = await desk.preview(desk.put('发改6月.xlsx', bytes));
  const result = await desk.sendBack(files);

  const copy = join(desk.out, '退回-发改6月.xlsx');
  const note = join(desk.out, '退回说明-区发改局-2024年6月.docx');
  expect(result).toEqual({
    written: [{ fileId: files[0]?.id, unit: '区发改局', copy, note, problems: 2 }],
    skipped: [],
  });
  expect(await noteIn(copy, 'C3')).toContain('约三分之二');
  expect(await noteIn(copy, 'C4')).toContain('350');
  const text = documentText(readFileSync(note));
  for (const words of [
    '于2024年7月5日前重新报送',
    '区发改局：',
    '退回-发改6月.xlsx',
    'Z02-18',
    '第3行（C3）',
    '约三分之二',
    '2024年6月20日',
  ]) {
    expect(text, words).toContain(words);
  }
  expect((await desk.returns.desk({})).files).toEqual([]);
  expect(desk.keptOriginals()).toEqual([`${files[0]?.sha256}.xlsx`]);
  expect(await desk.standing()).toMatchObject({ standing: 'redo' });
  const logged = await desk.database
    .selectFrom('change_log')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .execute();
  expect(logged[0]).toMatchObject({ actor: '测试员', action: '退回重报', entity: 'unit' });
  expect(logged[0]?.after).toContain('发改6月.xlsx');
});

test('a 退回 that was a mistake is withdrawn', async () => {
  const desk = await openRedoDesk();
  const files = await desk.preview(desk.put('发改6月.xlsx', await excelJsBook({ rows: faultyRows })));
  await desk.sendBack(files, '电话已说明');
  const redo = (await desk.standing())?.redo;
  expect(redo?.reason).toMatch(/^电话已说明；.*约三分之二.*，等 2 处$/);
  await desk.overview.withdrawRedo({ redoId: redo?.id ?? 0 });
  expect(await desk.standing()).toMatchObject({ redo: null });
});

test('an .xls is marked in a new .xlsx, and the note says so', async () => {
  const desk = await openRedoDesk();
  const bytes = sheetJsBook('biff8', { rows: faultyRows });
  const { written } = await desk.sendBack(await desk.preview(desk.put('发改6月.xls', bytes)));
  expect(written[0]?.copy).toBe(join(desk.out, '退回-发改6月.xlsx'));
  expect(await noteIn(written[0]?.copy ?? '', 'C3')).toContain('约三分之二');
  expect(documentText(readFileSync(written[0]?.note ?? ''))).toContain('原件是 .xls，已转成 .xlsx 标注');
});

test('a file that cannot be read goes back with its note alone', async () => {
  const desk = await openRedoDesk();
  const cut = (await excelJsBook({ rows: faultyRows })).slice(0, 2_000);
  const [file] = await desk.preview(desk.put('发改6月.xlsx', cut), {
    period: '2024-06',
    unitId: desk.unitId('区发改局'),
  });
  const { written, skipped } = await desk.sendBack(file === undefined ? [] : [file]);
  expect(skipped).toEqual([]);
  expect(written[0]).toMatchObject({ unit: '区发改局', copy: '', problems: 1 });
  expect(readdirSync(desk.out)).toEqual(['退回说明-区发改局-2024年6月.docx']);
  const text = documentText(readFileSync(written[0]?.note ?? ''));
  expect(text).toContain('已损坏或不完整');
  expect(text).toContain('整个文件');
});

test('a sound file is not sent back without a reason; with one it is', async () => {
  const desk = await openRedoDesk();
  const sound = await excelJsBook({
    rows: [faultyRows[0] ?? [], faultyRows[1] ?? [], ['Z02-18', '已开工', 50]],
  });
  const files = await desk.preview(desk.put('发改6月.xlsx', sound));
  expect(await desk.sendBack(files)).toMatchObject({
    written: [],
    skipped: [{ fileName: '发改6月.xlsx', reason: expect.stringContaining('没有查出问题') }],
  });
  expect((await desk.returns.desk({})).files).toHaveLength(1);
  expect(await desk.standing()).toMatchObject({ redo: null });

  const { written } = await desk.sendBack(files, '进展过于笼统，请写明开工时间。');
  expect(await noteIn(written[0]?.copy ?? '', 'A1')).toContain('进展过于笼统');
  const text = documentText(readFileSync(written[0]?.note ?? ''));
  expect(text.split('进展过于笼统')).toHaveLength(2);
  expect((await desk.standing())?.redo?.reason).toBe('进展过于笼统，请写明开工时间。');
});

test('a file of nobody known is named; the others of the run go back', async () => {
  const desk = await openRedoDesk();
  const [, ...table] = faultyRows;
  const unknown = desk.put('回表.xlsx', await excelJsBook({ rows: [['进展情况'], ...table] }));
  const known = desk.put('发改6月.xlsx', await excelJsBook({ rows: faultyRows }));
  const { written, skipped } = await desk.sendBack(await desk.preview([unknown, known]));
  expect(written.map(({ unit }) => unit)).toEqual(['区发改局']);
  expect(skipped).toEqual([{ fileName: '回表.xlsx', reason: expect.stringContaining('哪个单位') }]);
  expect((await desk.returns.desk({})).files.map(({ fileName }) => fileName)).toEqual(['回表.xlsx']);
});

test('papers of an earlier 退回 are not written over', async () => {
  const desk = await openRedoDesk();
  const bytes = await excelJsBook({ rows: faultyRows });
  await desk.sendBack(await desk.preview(desk.put('发改6月.xlsx', bytes)));
  writeFileSync(join(desk.out, '退回-发改6月.xlsx'), '已寄出');
  const { written } = await desk.sendBack(await desk.preview(join(desk.directory, '发改6月.xlsx')));
  expect(written[0]?.copy).toBe(join(desk.out, '退回-发改6月（2）.xlsx'));
  expect(existsSync(written[0]?.note ?? '')).toBe(true);
  expect(readFileSync(join(desk.out, '退回-发改6月.xlsx'), 'utf8')).toBe('已寄出');
});
