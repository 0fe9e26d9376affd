/** What was dropped on the desk, one file after the other: folders and archives looked through. */
import type { Stats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type ArchivedFile, isZip, maxArchiveBytes, openArchive } from '../archive/open-archive.ts';
import { isArchiveName, isPeoplesPath, isSpreadsheetName } from '../archive/spreadsheet-names.ts';
import { maxFileBytes } from '../excel/read/limits.ts';
import { refusalFor, refusals } from '../excel/read/refusal.ts';
import { explainUnreadable } from './returns-file.service.ts';

/** A file that can be taken, or why it cannot. */
export type Candidate = {
  fileName: string;
  /** The folder or archive it came from. */
  source: string;
  modifiedAt: string | null;
} & ({ bytes: Uint8Array } | { problem: string });

const deepestFolder = 8;
const deepestArchive = 1;
const noSpreadsheet = '里没有表格文件。';

interface Place {
  fileName: string;
  source: string;
  modifiedAt: string | null;
}

/** Spreadsheets and archives of a folder and those below it, by name. */
async function filesBelow(folder: string, depth = 0): Promise<string[]> {
  if (depth > deepestFolder) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const sorted = entries.sort((left, right) => left.name.localeCompare(right.name, 'zh'));
  const found: string[] = [];
  for (const entry of sorted) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && isPeoplesPath(entry.name)) found.push(...(await filesBelow(path, depth + 1)));
    else if (entry.isFile() && (isSpreadsheetName(entry.name) || isArchiveName(entry.name))) found.push(path);
  }
  return found;
}

function failed(place: Place, error: unknown): Candidate {
  return { ...place, problem: explainUnreadable(error, place.fileName) };
}

/** @param level how many archives it lies in */
async function* archived(
  files: readonly ArchivedFile[],
  archive: Place,
  level: number,
): AsyncGenerator<Candidate> {
  const wanted = files.filter(({ path }) => {
    const name = basename(path);
    const isTaken = isSpreadsheetName(name) || (level === 0 && isArchiveName(name));
    return isTaken && isPeoplesPath(path);
  });
  if (wanted.length === 0) yield { ...archive, problem: `压缩包「${archive.fileName}」${noSpreadsheet}` };
  const source = join(archive.source, archive.fileName);
  for (const file of wanted) {
    const place = { fileName: basename(file.path), source, modifiedAt: file.modifiedAt };
    try {
      yield* opened(await file.unpack(), place, level + 1);
    } catch (error) {
      yield failed(place, error);
    }
  }
}

/** A damaged spreadsheet is told as one, by the reader. */
function archiveIn(bytes: Uint8Array, fileName: string): ArchivedFile[] | null {
  if (!isZip(bytes)) return null;
  try {
    return openArchive(bytes, fileName);
  } catch (error) {
    if (isSpreadsheetName(fileName)) return null;
    throw error;
  }
}

/** Archives in archives are opened once; deeper ones stay files, and are told to be archives when they are read. */
async function* opened(bytes: Uint8Array, place: Place, level: number): AsyncGenerator<Candidate> {
  const files = level <= deepestArchive ? archiveIn(bytes, place.fileName) : null;
  if (files !== null) yield* archived(files, place, level);
  else if (bytes.length > maxFileBytes) throw refusalFor(place.fileName)(refusals.tooLarge);
  else yield { ...place, bytes };
}

async function* fromFile(path: string, found: Stats): AsyncGenerator<Candidate> {
  const place = { fileName: basename(path), source: dirname(path), modifiedAt: found.mtime.toISOString() };
  try {
    const limit = isArchiveName(place.fileName) ? maxArchiveBytes : maxFileBytes;
    if (found.size > limit) throw refusalFor(place.fileName)(refusals.tooLarge);
    yield* opened(await readFile(path), place, 0);
  } catch (error) {
    yield failed(place, error);
  }
}

/** The files behind what was dropped: named ones as they are, whatever they are; of folders the spreadsheets. */
export async function listDropped(
  paths: readonly string[],
): Promise<{ files: string[]; emptyFolders: string[] }> {
  const files: string[] = [];
  const emptyFolders: string[] = [];
  for (const path of new Set(paths)) {
    const found = await stat(path).catch(() => null);
    const inside = found?.isDirectory() === true ? await filesBelow(path) : null;
    if (inside?.length === 0) emptyFolders.push(path);
    files.push(...(inside ?? [path]));
  }
  return { files: [...new Set(files)], emptyFolders };
}

export function emptyFolder(path: string): Candidate {
  const problem = `文件夹「${basename(path)}」${noSpreadsheet}`;
  return { fileName: basename(path), source: dirname(path), modifiedAt: null, problem };
}

/** What one file turns out to be. Never throws: whatever is wrong costs that file only. */
export async function* candidatesOf(path: string): AsyncGenerator<Candidate> {
  try {
    yield* fromFile(path, await stat(path));
  } catch (error) {
    yield failed({ fileName: basename(path), source: dirname(path), modifiedAt: null }, error);
  }
}
