/** The real Excel worker for tests, running from its TypeScript source and ended after the running test. */
import { afterAll, onTestFinished } from 'vitest';
import { createExcelWorker, type ExcelLimits, type ExcelWorker } from '#electron/excel/excel-worker.ts';

export const workerSource = new URL('../../electron/excel/worker.ts', import.meta.url);

export function openExcelWorker(
  workerFile: string | URL = workerSource,
  limits: Partial<ExcelLimits> = {},
): ExcelWorker {
  const worker = createExcelWorker(workerFile, limits);
  onTestFinished(() => worker.close());
  return worker;
}

/** One worker for all tests of a file, ended after the last: starting one takes longer than most tests. */
export function shareExcelWorker(): ExcelWorker {
  const worker = createExcelWorker(workerSource);
  afterAll(() => worker.close());
  return worker;
}
