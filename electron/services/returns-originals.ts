/** Every accepted return as it came, by its SHA-256, so that each number can be traced to its cell. */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { writeAtomically } from '../excel/atomic-file.ts';
import { sha256Of } from './returns-file.service.ts';
import type { PreviewedFile } from './returns-store.ts';

/** The folder's name in the data folder. */
export const originalsFolder = 'originals';

/** `originals/<sha256>.xlsx`; an ending that is none of ours is dropped, the content counts. */
export function originalName(sha256: string, fileName: string): string {
  const ending = extname(fileName).toLowerCase();
  return /^\.(xlsx|xlsm|xltx|xlsb|xls|et|ods|csv|txt)$/.test(ending) ? `${sha256}${ending}` : sha256;
}

async function readUnchanged({ path, file }: PreviewedFile): Promise<Uint8Array> {
  const bytes = await readFile(path).catch(() => {
    throw new AppError(
      'file_unreadable',
      `「${file.fileName}」已不在原处或打不开，没有导入任何文件，请重新预览。`,
    );
  });
  if (sha256Of(bytes) === file.sha256) return bytes;
  throw new AppError('stale', `「${file.fileName}」在预览之后被改动过，没有导入任何文件，请重新预览。`);
}

async function holds(file: string, size: number): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found?.size === size;
}

/**
 * Keeps a copy before anything is stored: a copy too many is harmless, one too few is not.
 * @throws AppError `file_unreadable`, `stale` when the file is no longer what the preview saw, `file_unwritable`
 */
export async function keepOriginal(directory: string, previewed: PreviewedFile): Promise<void> {
  const { file } = previewed;
  const bytes = await readUnchanged(previewed);
  await mkdir(directory, { recursive: true });
  const target = join(directory, originalName(file.sha256, file.fileName));
  if (await holds(target, bytes.length)) return;
  await writeAtomically(target, (path) => writeFile(path, bytes));
}
