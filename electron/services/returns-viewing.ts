/** A kept original to look at: a copy under its own name, so that whatever is done to it, the original stays. */
import { chmod, copyFile, mkdir, rm } from 'node:fs/promises';
import { extname, join, parse } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { safeFileName } from '../excel/file-name.ts';
import { findOriginal } from './returns-originals.ts';

/** In the data folder. */
export const viewingFolder = 'viewing';

const openable = /^\.(xlsx|xlsm|xltx|xlsb|xls|et|ett|ods|csv|txt)$/i;
const shortDigest = 12;

/** @returns the copy @throws AppError `not_found` when the original is gone, `bad_input` when it is no spreadsheet */
export async function copyForViewing(
  directories: { originals: string; viewing: string },
  { sha256, fileName }: { sha256: string; fileName: string },
): Promise<string> {
  const original = await findOriginal(directories.originals, sha256);
  if (original === null) throw new AppError('not_found', `「${fileName}」的原件已不在数据文件夹里，打不开。`);
  if (!openable.test(extname(fileName))) {
    throw new AppError('bad_input', `「${fileName}」不是表格文件，没有打开。`);
  }
  const folder = join(directories.viewing, sha256.slice(0, shortDigest));
  const copy = join(folder, safeFileName(parse(fileName).name, extname(fileName), folder));
  await mkdir(folder, { recursive: true });
  // A copy of before may be open in another program, and is the same.
  await rm(copy, { force: true }).catch(() => {});
  await copyFile(original, copy).catch((error: unknown) => {
    const isOpen =
      error instanceof Error && 'code' in error && ['EBUSY', 'EPERM', 'EACCES'].includes(String(error.code));
    if (!isOpen) throw error;
  });
  await chmod(copy, 0o444).catch(() => {});
  return copy;
}

/** At the window's start; what is still open in another program stays. */
export async function clearViewing(viewing: string): Promise<void> {
  await rm(viewing, { recursive: true, force: true }).catch(() => {});
}
