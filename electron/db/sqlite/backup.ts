/** Copies of the database that were checked before they were called backups. */
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { type BackupReason, digestName, expendableBackups, nextBackupName } from './backup-names.ts';
import { keepOriginalsOfBackups } from './backup-originals.ts';
import { fileDigest } from './file-digest.ts';
import { runPageWork } from './off-thread.ts';

export interface Backup {
  file: string;
  sha256: string;
  /** Rows by table, the same as in the database when the copy was taken. */
  counts: Record<string, number>;
}

const partialPattern = /^partial-\d+-[0-9a-f-]{36}\.tmp(-journal|-wal|-shm)?$/;
/** One day, in ms. */
const abandonedAfter = 86_400_000;

export function backupDirectory(directory: string): string {
  return join(directory, 'backups');
}

/**
 * Copies the database with SQLite's online backup, checks the copy and puts it into the backup folder under its
 * name, with its SHA-256 beside it and the returns its rows refer to in `originals`. Then drops what the keep rule lets go.
 * @param databaseFile a whole database, which may be in use
 * @throws AppError `file_unwritable` when the copy could not be written or is not whole; nothing is left behind
 */
export async function createBackup(
  databaseFile: string,
  directory: string,
  reason: BackupReason,
  now: () => Date = () => new Date(),
): Promise<Backup> {
  const folder = backupDirectory(directory);
  const partial = join(folder, `partial-${process.pid}-${crypto.randomUUID()}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    const counts = await runPageWork('copyDatabase', { file: databaseFile, target: partial });
    await keepOriginalsOfBackups(directory, folder);
    const sha256 = await fileDigest(partial);
    const file = await putInPlace(partial, folder, reason, now(), sha256);
    await dropExpendable(folder);
    return { file, sha256, counts };
  } catch (error) {
    await removeCopy(partial);
    throw backupFailure(error, folder);
  }
}

/** The checksum first: a backup without one would count as unverified. */
async function putInPlace(
  partial: string,
  folder: string,
  reason: BackupReason,
  at: Date,
  sha256: string,
): Promise<string> {
  const name = nextBackupName(await readdir(folder), at, reason);
  await flush(partial);
  await writeFile(join(folder, digestName(name)), `${sha256}  ${name}\n`, { flush: true });
  await rename(partial, join(folder, name));
  return join(folder, name);
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function dropExpendable(folder: string): Promise<void> {
  for (const name of expendableBackups(await readdir(folder))) {
    await rm(join(folder, name), { force: true });
    await rm(join(folder, digestName(name)), { force: true });
  }
  await dropAbandonedCopies(folder);
}

/** Copies that a killed program left half made. A younger one may be another program's, at work now. */
async function dropAbandonedCopies(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((entry) => partialPattern.test(entry))) {
    const modified = (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? Date.now();
    if (Date.now() - modified > abandonedAfter) await rm(join(folder, name), { force: true });
  }
}

/** What cannot be removed either must not hide why the backup failed. */
async function removeCopy(partial: string): Promise<void> {
  for (const suffix of ['', '-journal', '-wal', '-shm']) {
    await rm(`${partial}${suffix}`, { force: true }).catch(() => undefined);
  }
}

function backupFailure(error: unknown, folder: string): AppError {
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError(
    'file_unwritable',
    `没有做成备份，后面的操作也没有进行。请检查备份文件夹“${folder}”能否写入、磁盘空间是否够用。（${reason}）`,
    { folder },
  );
}
