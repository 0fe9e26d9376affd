/** What a stopped or dead worker means to the person who waits for the file. */
import { basename } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { WorkerDied } from './worker-thread.ts';

export const cancelled = () => new AppError('cancelled', '已取消。');

/** Only a lack of memory is expected; any other death is a defect. */
export function deathWhileWriting(error: unknown, file: string): unknown {
  if (!(error instanceof WorkerDied) || !error.outOfMemory) return error;
  return new AppError('file_unwritable', `写“${basename(file)}”时内存不足，没有写成。请缩小导出范围后重试。`);
}

/** Whatever a file does to its worker, it is the file that is refused. */
export function deathWhileReading(error: unknown, fileName: string): unknown {
  if (!(error instanceof WorkerDied)) return error;
  const reason = error.outOfMemory ? '内容太大，读到一半内存不足' : '内容异常，读到一半出错';
  return new AppError(
    'file_unreadable',
    `“${fileName}”${reason}，没有读入。请单位用 WPS 或 Excel 打开，删去多余的行、列和图片，另存为新的 .xlsx 再报送。`,
  );
}

export function tooSlow(fileName: string, milliseconds: number): AppError {
  return new AppError(
    'file_unreadable',
    `“${fileName}”读了${milliseconds / 1000}秒还没有读完，已停止，没有读入。文件可能已损坏，请单位用 WPS 或 Excel 打开，另存为新的 .xlsx 再报送。`,
  );
}
