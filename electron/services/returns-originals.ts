/** Every return as it came, by its SHA-256, so that each number can be traced to its cell. */
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { writeAtomically } from '../excel/atomic-file.ts';

export { originalsFolder } from '../db/sqlite/original-files.ts';

/** `originals/<sha256>.xlsx`; an ending that is none of ours is dropped, the content counts. */
export function originalName(sha256: string, fileName: string): string {
  const ending = extname(fileName).toLowerCase();
  return /^\.(xlsx|xlsm|xltx|xlsb|xls|et|ett|ods|csv|txt)$/.test(ending) ? `${sha256}${ending}` : sha256;
}

async function holds(file: string, size: number): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found?.size === size;
}

/**
 * Keeps a copy before anything is recorded: a copy too many is harmless, one too few is not.
 * @returns where it lies @throws AppError `file_unwritable`
 */
export async function keepOriginal(
  directory: string,
  { sha256, fileName, bytes }: { sha256: string; fileName: string; bytes: Uint8Array },
): Promise<string> {
  const target = join(directory, originalName(sha256, fileName));
  if (await holds(target, bytes.length)) return target;
  await mkdir(directory, { recursive: true });
  await writeAtomically(target, (path) => writeFile(path, bytes));
  return target;
}

/** The kept file, whatever its ending; null when there is none. */
export async function findOriginal(directory: string, sha256: string): Promise<string | null> {
  const names = await readdir(directory).catch(() => []);
  const found = names.find(
    (name) => name.startsWith(sha256) && /^(\.[a-z]+)?$/.test(name.slice(sha256.length)),
  );
  return found === undefined ? null : join(directory, found);
}

/** For a digest that nothing refers to any more. */
export async function dropOriginal(directory: string, sha256: string): Promise<void> {
  const file = await findOriginal(directory, sha256);
  if (file === null) return;
  await rm(file, { force: true });
  await dropOriginal(directory, sha256);
}
