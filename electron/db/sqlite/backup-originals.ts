/**
 * The returns and attachments a backup's rows refer to, kept beside the backups: `backups/originals/<sha256>.xlsx`. All backups share
 * them, and none is ever deleted here, because an old backup may need it.
 */
import { copyFile, link, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { listOriginalNames, originalsFolder } from './original-files.ts';

/** Tables whose rows name a return by its SHA-256; an older backup has only some of them. */
const referringTables = ['return_file', 'return_redo', 'desk_file', 'attachment'] as const;

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Under a passing name first: a name that is a digest never stands for half a file. */
async function copyWhole(source: string, target: string): Promise<void> {
  const partial = `${target}.${crypto.randomUUID()}.tmp`;
  try {
    await copyFile(source, partial);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** A second name for the same bytes where the disk can, which costs no room; else a copy. */
async function keepFile(source: string, target: string): Promise<void> {
  try {
    await link(source, target);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return;
    // Taken off the desk since the folder was listed: no row needs it any more.
    if (hasCode(error, 'ENOENT')) return;
    await copyWhole(source, target);
  }
}

/** Adds what the backups' folder does not hold yet. @param backups the folder of the backups */
export async function keepOriginalsOfBackups(directory: string, backups: string): Promise<void> {
  const source = join(directory, originalsFolder);
  const target = join(backups, originalsFolder);
  const present = await listOriginalNames(source);
  if (present.size === 0) return;
  await mkdir(target, { recursive: true });
  const kept = await listOriginalNames(target);
  for (const [digest, name] of present) {
    if (!kept.has(digest)) await keepFile(join(source, name), join(target, name));
  }
}

/** The digests a backup's rows refer to. @param file a whole backup */
export function listBackupDigests(file: string): string[] {
  const copy = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    const tables = copy.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
    const present = referringTables.filter((table) => tables.includes(table));
    if (present.length === 0) return [];
    const union = present.map((table) => `SELECT sha256 FROM ${table}`).join(' UNION ');
    return copy.prepare(`${union} ORDER BY 1`).pluck().all() as string[];
  } finally {
    copy.close();
  }
}
