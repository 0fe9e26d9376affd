/** Why a workbook could not be written, for the person who wants it. */
import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';

const busyCodes = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);

function sentence(code: string, file: string): string {
  const name = basename(file);
  const folder = dirname(file);
  if (busyCodes.has(code)) {
    // A file that is not there cannot be open: it is the folder that refuses.
    if (existsSync(file)) return `“${name}”正被其他程序打开，请关闭后重试。`;
    return `没有权限在“${folder}”里写文件，“${name}”没有写成。请换一个文件夹。`;
  }
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `文件夹“${folder}”不存在，“${name}”没有写成。请重新选择保存位置。`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `磁盘空间不足，“${name}”没有写成。请腾出空间或换一个位置。`;
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return `“${name}”是一个文件夹的名字，不能写成文件。请改一个文件名。`;
    case 'ENAMETOOLONG':
      return `文件名“${name}”太长，没有写成。请改短或换一个上层文件夹。`;
    case 'EROFS':
      return `“${folder}”是只读的，“${name}”没有写成。请换一个位置。`;
    default:
      return `“${name}”没有写成（${code}）。请换一个位置重试。`;
  }
}

/** Expected failures and defects are passed on as they are. */
export function explainWriteFailure(error: unknown, file: string): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  if (!('code' in error) || typeof error.code !== 'string' || error.code.startsWith('ERR_')) return error;
  return new AppError('file_unwritable', sentence(error.code, file), { file, code: error.code });
}
