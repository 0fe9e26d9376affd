/**
 * worker_memory. How much this process grows at most while its worker reads 100 returns of mixed kinds and then one
 * file of as many rows as are taken. `baseline` is what it held before; the growth is the worker's and the messages'.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { createExcelWorker, type ExcelWorker } from '#electron/excel/excel-worker.ts';
import { maxRows } from '#electron/excel/read/limits.ts';
import type { Bench } from './measure.ts';
import { mixReturns } from './mixed-returns.ts';
import { makeReturns } from './return-files.ts';
import { excelWorkerFile, inTemporaryFolder } from './workspace.ts';

const returnedFiles = 100;
const sampleMilliseconds = 10;
const megabyte = 1024 * 1024;

async function writeLargest(file: string): Promise<void> {
  const heading = ['序号', '重点工作', '推进情况', '完成率', '存在问题', '下一步措施'];
  const rows = Array.from({ length: maxRows - 1 }, (_, index) => [
    index + 1,
    `第${index + 1}项工作任务，加快推进项目建设`,
    `已完成 ${index % 40} 个，其余正在施工，预计下季度全部完工。`,
    index % 101,
    '个别地块征迁尚未完成，影响进场。',
    '倒排工期，逐周调度，确保按期完成。',
  ]);
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet([heading, ...rows]), '进展');
  await writeFile(file, XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }));
}

async function readAll(excel: ExcelWorker, files: readonly string[]): Promise<void> {
  for (const file of files) await excel.readReturn({ source: file, learned: null });
}

export const workerMemory: Bench = {
  name: 'worker_memory',
  measure: (remark) =>
    inTemporaryFolder(async (folder) => {
      const { files } = await mixReturns(await makeReturns(folder, returnedFiles), join(folder, '各样回表'));
      const largest = join(folder, '最大.xlsx');
      await writeLargest(largest);
      globalThis.gc?.();
      const before = process.memoryUsage.rss();
      let peak = before;
      const timer = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage.rss());
      }, sampleMilliseconds);
      const excel = createExcelWorker(excelWorkerFile);
      try {
        await readAll(excel, files);
        remark(`${returnedFiles} returns: ${Math.round((peak - before) / megabyte)} MB more`);
        await readAll(excel, [largest]);
      } finally {
        clearInterval(timer);
        await excel.close();
      }
      const [ours, baseline] = [peak / megabyte, before / megabyte];
      return { name: 'worker_memory', value: ours - baseline, unit: 'MB', ours, baseline, runs: 1 };
    }),
};
