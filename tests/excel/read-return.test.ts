import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWorkbook } from '#electron/excel/read/read-workbook.ts';
import { readReturnContent, rowsOfMonth } from '#shared/domain/return/return-content.ts';
import { excelJsBook } from '../fixtures/returns/books.ts';
import { temporaryDirectory } from '../helpers/database.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';

const excel = shareExcelWorker();

async function kept(rows: (string | number | null)[][]): Promise<{ path: string; bytes: Uint8Array }> {
  const path = join(temporaryDirectory(), 'a1b2c3.xlsx');
  const bytes = await excelJsBook({ rows });
  writeFileSync(path, bytes);
  return { path, bytes };
}

test('what the worker hands over is what reading here finds, however many rows there are', async () => {
  const rows = Array.from({ length: 1_001 }, (_, index) => [
    `Z02-${(index % 99) + 1}`,
    `任务${index}`,
    `进展${index}`,
  ]);
  const { path, bytes } = await kept([['2024年6月进展'], ['任务编号', '重点工作', '本期进展'], ...rows]);
  const content = await excel.readReturn({ source: { path, fileName: '回表.xlsx' }, learned: null });
  expect(content.readings[0]?.rows).toHaveLength(1_001);
  expect(content).toEqual(readReturnContent(readWorkbook(bytes, '回表.xlsx')));
});

test('columns of several months: each month reads its own, any other month is told that they are alike', async () => {
  const { path } = await kept([
    ['任务编号', '重点工作', '5月进展情况', '6月进展情况'],
    ['Z02-01', '任务', '五月的话', '六月的话'],
  ]);
  const content = await excel.readReturn({ source: { path, fileName: '回表.xlsx' }, learned: null });
  const said = (month: number) => rowsOfMonth(content, month).rows.map(({ stated }) => stated.narrative);
  expect([said(5), said(6)]).toEqual([['五月的话'], ['六月的话']]);
  expect(rowsOfMonth(content, 7).conflicts).toEqual([expect.stringContaining('分不清该取哪一列')]);
});

test('a taught heading is read by what it was taught to mean', async () => {
  const { path } = await kept([
    ['任务编号', '重点工作', '干得怎样', '存在问题'],
    ['Z02-01', '任务', '已开工', '无'],
  ]);
  const source = { path, fileName: '回表.xlsx' };
  const plain = await excel.readReturn({ source, learned: null });
  expect(plain.columns).toMatchObject([{ heading: '干得怎样', role: null, examples: ['已开工'] }]);
  const taught = await excel.readReturn({ source, learned: new Map([['干得怎样', 'narrative']]) });
  expect(rowsOfMonth(taught, 6).rows[0]?.stated).toMatchObject({ narrative: '已开工' });
});

test('a kept original that is gone is spoken of by the name it came with', async () => {
  const source = { path: join(temporaryDirectory(), 'a1b2c3.xlsx'), fileName: '区发改局.xlsx' };
  await expect(excel.readReturn({ source, learned: null })).rejects.toMatchObject({
    code: 'file_unreadable',
    message: expect.stringContaining('区发改局.xlsx”已不在原处'),
  });
});
