/** Files that belong to a record, kept by their SHA-256 like the returns; backups and `duban check` look after both. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { listOriginalNames, originalsFolder } from '../db/sqlite/original-files.ts';
import { writeAtomically } from '../excel/atomic-file.ts';

/** Photographs and scans are larger than tables; beyond this a file belongs elsewhere. */
const maxAttachmentBytes = 100 * 1024 * 1024;

export interface KeptFile {
  sha256: string;
  fileName: string;
}

/** An ending of letters and digits is kept, so that the file opens in its program. */
function keptName({ sha256, fileName }: KeptFile): string {
  const ending = extname(fileName).toLowerCase();
  return /^\.[a-z0-9]{1,5}$/.test(ending) ? `${sha256}${ending}` : sha256;
}

/**
 * Copies a file into the data folder before anything names it.
 * @throws AppError `file_unreadable`, `bad_input` for one that is too large, `file_unwritable`
 */
export async function keepAttachment(dataDirectory: string, path: string): Promise<KeptFile> {
  const fileName = basename(path);
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) {
    throw new AppError('file_unreadable', `「${fileName}」已不在原处或打不开，没有附上，请重新选择。`);
  }
  if (found.size > maxAttachmentBytes) {
    throw new AppError('bad_input', `「${fileName}」超过 100 MB，没有附上，请压缩或分成几份。`);
  }
  const bytes = await readFile(path);
  const kept = { sha256: createHash('sha256').update(bytes).digest('hex'), fileName };
  const folder = join(dataDirectory, originalsFolder);
  await mkdir(folder, { recursive: true });
  if ((await listOriginalNames(folder)).has(kept.sha256)) return kept;
  await writeAtomically(join(folder, keptName(kept)), (partial) => copyFile(path, partial));
  return kept;
}

/** Where a kept file lies. @throws AppError `file_unreadable` when it is gone */
export async function findAttachment(dataDirectory: string, sha256: string): Promise<string> {
  const folder = join(dataDirectory, originalsFolder);
  const name = (await listOriginalNames(folder)).get(sha256);
  if (name === undefined) {
    throw new AppError('file_unreadable', '数据文件夹里没有这份附件，可能被移动或删除，请从备份中找回。');
  }
  return join(folder, name);
}
