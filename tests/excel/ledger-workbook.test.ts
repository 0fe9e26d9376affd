import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { unattendedJob } from '#electron/services/job.ts';
import type { LedgerSheet } from '#shared/domain/ledger.ts';
import { temporaryDirectory } from '../helpers/database.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { sampleSheet, sampleTask, taskEntry } from '../helpers/ledger-sample.ts';

const excel = shareExcelWorker();

/** Writes the sheets and reads them back with all their looks. */
async function written(...sheets: LedgerSheet[]): Promise<ExcelJS.Workbook> {
  const file = join(temporaryDirectory(), '台账.xlsx');
  await excel.writeLedger({ sheets }, file, unattendedJob);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return workbook;
}

async function firstSheet(sheet: LedgerSheet): Promise<ExcelJS.Worksheet> {
  const [first] = (await written(sheet)).worksheets;
  if (first === undefined) throw new Error('no sheet');
  return first;
}

const usualHeadings =
  '序号 重点工作 年度目标 牵头领导 牵头单位 配合单位 完成时限 本期进展 完成比例 亮灯 存在问题 下一步措施 备注';

test('title, lines and the usual columns in the usual order stand on top', async () => {
  const sheet = await firstSheet(sampleSheet([taskEntry(sampleTask('已开工'))]));
  expect(sheet.getCell('A1').text).toBe('2024年政府工作报告重点工作督办台账');
  expect(sheet.getCell('A1').font).toMatchObject({ name: '方正小标宋简体', size: 22 });
  expect(sheet.getCell('A2').text).toContain('报告期：2024年6月');
  expect((sheet.getRow(3).values as string[]).slice(1).join(' ')).toBe(usualHeadings);
  expect(sheet.getCell('A3').font).toMatchObject({ name: '黑体', size: 12 });
  expect(sheet.getCell('B4').font).toMatchObject({ name: '仿宋_GB2312', size: 11 });
  expect(sheet.model.merges).toEqual(expect.arrayContaining(['A1:M1']));
});

test('it prints on A3 across, one page wide, headings repeated, pages numbered', async () => {
  const sheet = await firstSheet(sampleSheet([taskEntry(sampleTask('已开工'))]));
  expect(sheet.pageSetup).toMatchObject({
    paperSize: 8,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '3:3',
  });
  expect(sheet.headerFooter.oddFooter).toBe('&C第 &P 页  共 &N 页');
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3, xSplit: 2 });
});

test('text that looks like a formula stays text, also for another program', async () => {
  const texts = ['=1+1', '+86', '-5', '@SUM(A1)', "'引号", '00123', '一\r\n二', '\uFFFE三\u0001'];
  const file = join(temporaryDirectory(), '台账.xlsx');
  const sheet = sampleSheet(texts.map((text) => taskEntry(sampleTask(text))));
  await excel.writeLedger({ sheets: [sheet] }, file, unattendedJob);
  const cells = (await excel.readWorkbook(file)).sheets[0]?.rows.slice(3).map((row) => row[7]);
  expect(cells?.map((cell) => cell?.kind)).toEqual(texts.map(() => 'text'));
  expect(cells?.map((cell) => cell?.text)).toEqual([...texts.slice(0, 6), '一\n二', '三']);
});

test('a percent is a number to calculate with', async () => {
  const percents = [0, 7, 62.5, 33.33, 100];
  const reportOf = (percent: number) => ({ narrative: '', percent, status: null, problems: '', next: '' });
  const tasks = percents.map((percent) =>
    sampleTask('', { reporters: [{ unit: '区发改局', report: reportOf(percent) }] }),
  );
  const sheet = await firstSheet(sampleSheet(tasks.map(taskEntry)));
  const cells = percents.map((_, index) => sheet.getCell(4 + index, 9));
  expect(cells.map((cell) => Number(cell.value) * 100)).toEqual(
    percents.map((value) => expect.closeTo(value)),
  );
  expect(cells.map((cell) => cell.numFmt)).toEqual(['0%', '0%', '0.0%', '0.00%', '0%']);
});

test('inner lines are thin, the table is framed', async () => {
  const sheet = await firstSheet(sampleSheet([taskEntry(sampleTask('一')), taskEntry(sampleTask('二'))]));
  expect(sheet.getCell('A3').border).toMatchObject({ top: { style: 'medium' }, left: { style: 'medium' } });
  expect(sheet.getCell('M4').border).toMatchObject({ right: { style: 'medium' }, bottom: { style: 'thin' } });
  expect(sheet.getCell('B5').border).toMatchObject({ bottom: { style: 'medium' }, left: { style: 'thin' } });
});

test('rows are as tall as their text needs', async () => {
  const sheet = await firstSheet(
    sampleSheet([
      taskEntry(sampleTask('短')),
      taskEntry(sampleTask('长'.repeat(160))),
      taskEntry(sampleTask('一\n二\n三')),
    ]),
  );
  const [short = 0, long = 0, lines = 0] = [4, 5, 6].map((row) => sheet.getRow(row).height);
  expect(lines).toBeGreaterThan(short);
  expect(long).toBeGreaterThan(lines);
  expect(sheet.getCell('H5').alignment).toMatchObject({ wrapText: true });
});

test('a text too tall for any row goes on over several, nothing lost and its neighbours merged', async () => {
  const narrative = Array.from({ length: 60 }, (_, index) => `${index + 1}．已完成阶段性任务。`).join('\n');
  const sheet = await firstSheet(
    sampleSheet([taskEntry(sampleTask(narrative)), taskEntry(sampleTask('后一项'))]),
  );
  const last = sheet.rowCount - 1;
  const parts: string[] = [];
  for (let row = 4; row <= last; row += 1) {
    expect(sheet.getRow(row).height).toBeLessThanOrEqual(409);
    parts.push(sheet.getCell(row, 8).text);
  }
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.join('\n')).toBe(narrative);
  expect(sheet.model.merges).toEqual(expect.arrayContaining([`B4:B${last}`, `M4:M${last}`]));
  expect(sheet.getCell(5, 8).border?.top).toBeUndefined();
  expect(sheet.getCell(sheet.rowCount, 8).text).toBe('后一项');
});

test('a joined text longer than a cell can hold is spread as well', async () => {
  const narrative = '进'.repeat(40_000);
  const sheet = await firstSheet(sampleSheet([taskEntry(sampleTask(narrative))]));
  let length = 0;
  for (let row = 4; row <= sheet.rowCount; row += 1) length += sheet.getCell(row, 8).text.length;
  expect(length).toBe(40_000);
});

test('headings of sections run across the table and start a page, but not one right after another', async () => {
  const task = taskEntry(sampleTask('已开工'));
  const group = (text: string) => ({ kind: 'group', text }) as const;
  const sheet = await firstSheet(
    sampleSheet([group('一、总负责'), group('二、甲'), task, task, group('三、乙'), task]),
  );
  expect(sheet.model.merges).toEqual(expect.arrayContaining(['A4:M4', 'A5:M5', 'A8:M8']));
  expect(sheet.getCell('A8').text).toBe('三、乙');
});

test('项目 number and name stand once, merged over their items', async () => {
  const tasks = ['甲', '乙', '丙'].map((text) => sampleTask(text, { ordinal: null }));
  const project = { kind: 'project', label: '4', name: '出行畅通', tasks } as const;
  const alone = { kind: 'project', label: '5', name: '幸福河湖', tasks: tasks.slice(0, 1) } as const;
  const sheet = await firstSheet(sampleSheet([project, alone], { columns: 'livelihood', name: '民生实事' }));
  expect(sheet.getCell('B3').text).toBe('项目名称');
  expect(sheet.model.merges).toEqual(expect.arrayContaining(['A4:A6', 'B4:B6']));
  expect([sheet.getCell('A4').text, sheet.getCell('B4').text, sheet.getCell('B7').text]).toEqual([
    '4',
    '出行畅通',
    '幸福河湖',
  ]);
});

test('未报 is grey', async () => {
  const silent = sampleTask('', { reporters: [{ unit: '区发改局', report: null }] });
  const sheet = await firstSheet(sampleSheet([taskEntry(silent)]));
  expect(sheet.getCell('H4').text).toBe('未报');
  expect(sheet.getCell('H4').font.color).toEqual({ argb: 'FF808080' });
  expect(sheet.getCell('I4').value).toBeNull();
});

test('each kind of task has its own tab', async () => {
  const workbook = await written(
    sampleSheet([taskEntry(sampleTask('一'))]),
    sampleSheet([], { name: '民生实事', columns: 'livelihood' }),
  );
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['重点工作', '民生实事']);
});
