/** One returned file from the disk: its digest and its content as plain rows. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { PlainWorkbook } from '#shared/domain/sheet.ts';
import type { ExcelWorker } from '../excel/excel-worker.ts';
import { maxFileBytes } from '../excel/read/limits.ts';
import { refusalFor, refusals } from '../excel/read/refusal.ts';

/** What the service needs of the Excel worker. */
export type WorkbookReader = Pick<ExcelWorker, 'readWorkbook'>;

export interface ReturnSource {
  path: string;
  fileName: string;
  /** Empty for a file that could not even be opened. */
  sha256: string;
}

export interface LoadedReturn extends ReturnSource {
  workbook: PlainWorkbook;
}

/** A refused file and the sentence that says why. */
export interface RefusedReturn extends ReturnSource {
  error: string;
}

const advice: Readonly<Record<string, string>> = {
  ENOENT: '已不在原处，可能被移动、删除，或 U 盘已拔出，请重新选择。',
  EBUSY: '正被其他程序占用，请关闭后重试。',
  EPERM: '没有权限读取，或正被其他程序占用，请关闭后重试。',
  EACCES: '没有权限读取，请复制到本机后重试。',
};

const notAFile = '是文件夹，请选择其中的文件。';

function explain(error: unknown, fileName: string): string {
  if (error instanceof AppError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const unreadable = '读取时出错，没有导入，请用 Excel 或 WPS 打开后另存为新的 .xlsx 再试。';
  return refusalFor(fileName)(advice[code] ?? unreadable).message;
}

async function digestOfLargeFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whatever is wrong with a file costs that file only; cancelling alone ends the run. */
export async function loadReturn(
  excel: WorkbookReader,
  path: string,
  signal: AbortSignal,
): Promise<LoadedReturn | RefusedReturn> {
  const source = { path, fileName: basename(path), sha256: '' };
  try {
    const found = await stat(path);
    const { size } = found;
    if (!found.isFile()) throw refusalFor(source.fileName)(notAFile);
    if (size > maxFileBytes) {
      source.sha256 = await digestOfLargeFile(path);
      throw refusalFor(source.fileName)(refusals.tooLarge);
    }
    const bytes = await readFile(path);
    source.sha256 = sha256Of(bytes);
    const workbook = await excel.readWorkbook({ bytes, fileName: source.fileName }, { signal });
    return { ...source, workbook };
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled') throw error;
    return { ...source, error: explain(error, source.fileName) };
  }
}
