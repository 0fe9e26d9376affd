import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { unattendedJob } from '#electron/services/job.ts';
import type { FormDocument } from '#shared/domain/form-document.ts';
import { formColumns, metaSheetName } from '#shared/domain/form-layout.ts';
import { readFormMeta } from '#shared/domain/form-meta.ts';
import type { PlainWorkbook } from '#shared/domain/sheet.ts';
import { temporaryDirectory } from '../helpers/database.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { sampleForm, sampleFormTask } from '../helpers/form-sample.ts';
import { hasLibreOffice, saveAs } from '../helpers/libreoffice.ts';

const excel = shareExcelWorker();

async function writtenFile(form: FormDocument): Promise<string> {
  const file = join(temporaryDirectory(), '区发改局-2024年6月进展填报表.xlsx');
  await excel.writeForm(form, file, unattendedJob);
  return file;
}

async function written(form: FormDocument) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await writtenFile(form));
  const sheet = workbook.getWorksheet('填报表');
  if (sheet === undefined) throw new Error('no form sheet');
  return { workbook, sheet };
}

const filled = sampleFormTask('Z02-08', {
  revision: 2,
  previous: { period: '2024-05', narrative: '已新增20家。', percent: 40 },
  values: {
    narrative: '=已新增28家\n重点推进楼宇经济',
    percent: 56.5,
    status: 'in_progress',
    problems: '+申报意愿不强',
    next: '-走访',
    reporter: '@王芳',
    phone: '057788012345',
  },
});
const companies = {
  id: 12,
  name: '新增规上服务业企业',
  comparator: '>=',
  value: 50,
  measure: '家',
  due: '2024-12-31',
} as const;
const form = sampleForm([filled, sampleFormTask('Z02-09', { targets: [companies] })]);

test('the columns stand in order, the last eight open, all others locked', async () => {
  const { sheet } = await written(form);
  expect((sheet.getRow(3).values as string[]).slice(1)).toEqual(formColumns.map(({ heading }) => heading));
  const locks = formColumns.map((_, index) => sheet.getCell(5, index + 1).protection?.locked ?? true);
  expect(locks).toEqual([...Array(6).fill(true), ...Array(8).fill(false)]);
  expect(sheet.getCell(3, 7).protection?.locked ?? true).toBe(true);
});

test('指标完成值 names several targets, holds what was reported, and is locked where there is no target', async () => {
  const investment = { ...companies, id: 13, name: '固定资产投资', value: 5e10, measure: '元' };
  const { sheet } = await written(
    sampleForm([
      filled,
      sampleFormTask('Z02-09', {
        targets: [companies, investment],
        targetValues: [{ targetId: 13, value: 120_000_000 }],
      }),
      sampleFormTask('Z02-10', { targets: [companies], targetValues: [{ targetId: 12, value: 35 }] }),
    ]),
  );
  const cells = ['I4', 'I5', 'I6'].map((address) => sheet.getCell(address));
  expect(cells.map(({ text }) => text)).toEqual(['', '新增规上服务业企业：\n固定资产投资：1.2亿元', '35家']);
  expect(cells.map(({ protection }) => protection?.locked ?? true)).toEqual([true, false, false]);
});

test('the sheet is protected without a password; rows and columns may be resized', async () => {
  const { sheet } = await written(form);
  const { sheetProtection } = sheet.model as unknown as { sheetProtection: Record<string, unknown> };
  expect(sheetProtection).toMatchObject({
    sheet: true,
    formatRows: true,
    formatColumns: true,
    formatCells: true,
  });
  expect(sheetProtection.hashValue).toBeUndefined();
});

test('what was accepted already stands in the open cells, as text where it is text', async () => {
  const { sheet } = await written(form);
  const values = Array.from({ length: 8 }, (_, index) => sheet.getCell(4, 7 + index).value);
  const { narrative, percent, problems, next, reporter, phone } = filled.values;
  expect(values).toEqual([narrative, percent, null, '推进中', problems, next, reporter, phone]);
  const formats = Array.from({ length: 8 }, (_, index) => sheet.getCell(5, 7 + index).numFmt ?? 'General');
  expect(formats).toEqual(['@', 'General', '@', '@', '@', '@', '@', '@']);
});

test('上期进展 is grey and says when', async () => {
  const { sheet } = await written(form);
  expect(sheet.getCell('F4').text).toBe('（2024年5月，40%）已新增20家。');
  expect(sheet.getCell('F4').font.color).toEqual({ argb: 'FF808080' });
  expect(sheet.getCell('F5').value).toBeNull();
});

test('percent takes 0 to 100 and the status one of four, each with a Chinese sentence', async () => {
  const { sheet } = await written(form);
  expect(sheet.getCell('H5').dataValidation).toMatchObject({
    type: 'decimal',
    formulae: [0, 100],
    error: '请填0到100之间的数字，例如 60 或 62.5，不写百分号。',
  });
  expect(sheet.getCell('J5').dataValidation).toMatchObject({
    type: 'list',
    formulae: ['"未启动,推进中,受阻,已完成"'],
  });
  expect(sheet.getCell('H6').dataValidation).toBeUndefined();
});

test('it prints on A4 across with the headings on each page', async () => {
  const { sheet } = await written(form);
  expect(sheet.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '3:3',
  });
  expect(sheet.getCell('A1').text).toBe('2024年6月重点工作进展填报表');
  expect(sheet.getCell('A2').text).toContain('报送截止：2024年6月28日');
});

test('each row carries its id in a hidden column, the cover comes first, the sheet to fill in opens', async () => {
  const { workbook, sheet } = await written(form);
  expect(sheet.getColumn(15).hidden).toBe(true);
  expect([4, 5].map((row) => sheet.getCell(row, 15).text)).toEqual(form.rows.map((row) => row.rowId));
  expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['填报说明', 'visible'],
    ['填报表', 'visible'],
    [metaSheetName, 'veryHidden'],
  ]);
  expect(workbook.views[0]?.activeTab).toBe(1);
});

test('a long text is set smaller rather than cut, and no row is taller than Excel allows', async () => {
  const long = sampleFormTask('Z02-10', {
    previous: { period: '2024-05', narrative: '进展'.repeat(250), percent: null },
  });
  const { sheet } = await written(sampleForm([long]));
  expect(sheet.getCell('F4').font.size).toBeLessThan(10);
  expect(sheet.getCell('B4').font.size).toBeGreaterThanOrEqual(10);
  expect(sheet.getRow(4).height).toBeLessThanOrEqual(409);
});

test('a text no cell can hold is refused by task and column', async () => {
  const values = { ...filled.values, narrative: '长'.repeat(32_768) };
  await expect(writtenFile(sampleForm([sampleFormTask('Z02-10', { values })]))).rejects.toMatchObject({
    code: 'bad_input',
    message: expect.stringContaining('Z02-10的“本期进展”'),
  });
});

/** The cells of the open columns, row by row, as texts. */
function openCells(workbook: PlainWorkbook): string[][] {
  const sheet = workbook.sheets.find(({ name }) => name === '填报表');
  const rows = sheet?.rows.slice(3, 5) ?? [];
  return rows.map((row) => Array.from({ length: 8 }, (_, index) => row[6 + index]?.text ?? ''));
}

test.skipIf(!hasLibreOffice).each(['xls', 'xlsx', 'ods'] as const)(
  'the meta and every value survive being saved as .%s by LibreOffice',
  async (format) => {
    const file = await writtenFile(form);
    const original = await excel.readWorkbook(file);
    const saved = await excel.readWorkbook(await saveAs(file, format, temporaryDirectory()));
    expect(readFormMeta(original)).toEqual(form.meta);
    expect(readFormMeta(saved)).toEqual(form.meta);
    expect(openCells(saved)).toEqual(openCells(original));
    expect(openCells(saved)[0]?.[0]).toBe(filled.values.narrative);
  },
  180_000,
);
