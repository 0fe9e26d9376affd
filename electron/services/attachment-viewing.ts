/** An attached file to look at: a copy under its own name, so that whatever is done to it, the kept one stays. */
import { chmod, copyFile, mkdir, rm } from 'node:fs/promises';
import { extname, join, parse } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { safeFileName } from '../excel/file-name.ts';
import { findAttachment, type KeptFile } from './attachments.ts';
import { viewingFolder } from './returns-viewing.ts';

/** Opening one of these shows it; anything else might run it. */
const openable =
  /^\.(jpe?g|png|bmp|gif|webp|tiff?|heic|pdf|ofd|docx?|wps|xlsx?|et|pptx?|txt|csv|mp4|mov|mp3|wav)$/i;
const shortDigest = 12;

/** @returns the copy @throws AppError `file_unreadable` when it is gone, `bad_input` for a kind that might run */
export async function copyAttachmentForViewing(
  dataDirectory: string,
  { sha256, fileName }: KeptFile,
): Promise<string> {
  if (!openable.test(extname(fileName)))
    throw new AppError('bad_input', `「${fileName}」不是照片、文档一类的文件，没有打开。`);
  const kept = await findAttachment(dataDirectory, sha256);
  const folder = join(dataDirectory, viewingFolder, sha256.slice(0, shortDigest));
  const copy = join(folder, safeFileName(parse(fileName).name, extname(fileName), folder));
  await mkdir(folder, { recursive: true });
  // A copy of before may be open in another program, and is the same.
  await rm(copy, { force: true }).catch(() => {});
  await copyFile(kept, copy).catch((error: unknown) => {
    const isOpen =
      error instanceof Error && 'code' in error && ['EBUSY', 'EPERM', 'EACCES'].includes(String(error.code));
    if (!isOpen) throw error;
  });
  await chmod(copy, 0o444).catch(() => {});
  return copy;
}
