/** Whether a backup is still what was put there. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { backupDirectory } from './backup.ts';
import { digestName, listBackupNames } from './backup-names.ts';
import { fileDigest } from './file-digest.ts';
import { runPageWork } from './off-thread.ts';

export interface BackupVerdict {
  file: string;
  /** Null when the backup is good; else one Chinese sentence. */
  problem: string | null;
}

/** The folder's backups, newest first; none when the folder does not exist. */
export async function listBackups(directory: string): Promise<string[]> {
  const folder = backupDirectory(directory);
  const names = await readdir(folder).catch(() => []);
  return listBackupNames(names).map((name) => join(folder, name));
}

/**
 * Compares the file with the SHA-256 beside it, then lets SQLite look at its pages: one flipped bit in a cell's
 * text passes SQLite's own checks (libraries.md).
 */
export async function verifyBackup(file: string): Promise<BackupVerdict> {
  const problem = (await digestProblem(file)) ?? (await pageProblem(file));
  return { file, problem };
}

/** @returns the newest backup that is good; null when there is none. */
export async function newestGoodBackup(directory: string): Promise<string | null> {
  for (const file of await listBackups(directory)) {
    if ((await verifyBackup(file)).problem === null) return file;
  }
  return null;
}

async function digestProblem(file: string): Promise<string | null> {
  const name = basename(file);
  const line = await readFile(digestName(file), 'utf8').catch(() => null);
  if (line === null) return `备份“${name}”旁边没有校验文件，不能确认它是否完好。`;
  const expected = line.slice(0, 64);
  const actual = await fileDigest(file).catch(() => null);
  if (actual === null) return `备份“${name}”读不出来。`;
  return actual === expected ? null : `备份“${name}”与校验值不符，内容已被改动或损坏，请不要用它恢复。`;
}

async function pageProblem(file: string): Promise<string | null> {
  try {
    if ((await runPageWork('checkPages', { file })) === null) return null;
  } catch {
    // Damage is thrown as well as answered; both mean the same to the reader.
  }
  return `备份“${basename(file)}”的数据页已损坏，请不要用它恢复。`;
}
