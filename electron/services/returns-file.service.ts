/** A returned file's bytes: their digest, and their content as plain rows. */
import { createHash } from 'node:crypto';
import { AppError } from '#shared/contract/errors.ts';
import type { ExcelWorker } from '../excel/excel-worker.ts';
import { refusalFor } from '../excel/read/refusal.ts';

/** What the services need of the Excel worker. */
export type WorkbookReader = Pick<ExcelWorker, 'readReturn' | 'readWorkbook'>;

const advice: Readonly<Record<string, string>> = {
  ENOENT: '已不在原处，可能被移动、删除，或 U 盘已拔出，请重新选择。',
  EBUSY: '正被其他程序占用，请关闭后重试。',
  EPERM: '没有权限读取，或正被其他程序占用，请关闭后重试。',
  EACCES: '没有权限读取，请复制到本机后重试。',
};

const unreadable = '读取时出错，没有导入，请用 Excel 或 WPS 打开后另存为新的 .xlsx 再试。';

/** One sentence for whatever went wrong with a file. */
export function explainUnreadable(error: unknown, fileName: string): string {
  if (error instanceof AppError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return refusalFor(fileName)(advice[code] ?? unreadable).message;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
