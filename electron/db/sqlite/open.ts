/** The one door to the database file. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import { AppError } from '#shared/contract/errors.ts';
import { migrate, pendingMigrations, readSchemaVersion, schemaVersion } from '../migrate.ts';
import type { Database } from '../schema.ts';
import { type Backup, createBackup } from './backup.ts';
import type { BackupReason } from './backup-names.ts';
import { newestGoodBackup } from './backup-verify.ts';
import { ImmediateDialect } from './immediate-dialect.ts';
import { type FileInspection, inspectFile } from './inspect.ts';
import { prepareLocation } from './location-probe.ts';
import { runPageWork } from './off-thread.ts';
import { applyPragmas, busyTimeout, deviatingPragmas } from './pragmas.ts';
import { explainOpenFailure, isDamage } from './sqlite-error.ts';

export const databaseFileName = 'duban.sqlite';

export interface OpenDatabase {
  /** For the repositories. Inside a transaction use its own executor only: there is one connection. */
  readonly database: Kysely<Database>;
  /** For db/sqlite only. */
  readonly raw: SqliteDatabase.Database;
  readonly directory: string;
  readonly file: string;
  readonly schemaVersion: number;
  /** What SQLite finds when it reads the whole file. */
  readonly inspect: () => FileInspection;
  /** A verified copy of what is committed now. @throws AppError `file_unwritable` */
  readonly backup: (reason: BackupReason) => Promise<Backup>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the database of a data folder, creating both where they are missing, and brings it to this program's
 * format; a database that holds something is backed up before that.
 * @throws AppError `location_refused`, `database_newer`, `database_damaged` or `file_unwritable`
 */
export async function openDatabase(options: { directory: string }): Promise<OpenDatabase> {
  const directory = resolve(options.directory);
  prepareLocation(directory);
  const file = join(directory, databaseFileName);
  const raw = await connect(file, directory);
  try {
    await bringUpToDate(raw, file, directory);
  } catch (error) {
    raw.close();
    throw explainOpenFailure(error, file);
  }
  const database = new Kysely<Database>({ dialect: new ImmediateDialect(raw) });
  return {
    database,
    raw,
    directory,
    file,
    schemaVersion,
    inspect: () => inspectFile(raw),
    backup: (reason) => createBackup(file, directory, reason),
    close: () => closeDatabase(database, raw),
  };
}

async function connect(file: string, directory: string): Promise<SqliteDatabase.Database> {
  let raw: SqliteDatabase.Database | null = null;
  if (wasEmptied(file) && (await newestGoodBackup(directory)) !== null)
    throw await damagedFile(file, directory);
  try {
    raw = new SqliteDatabase(file, { timeout: busyTimeout });
    applyPragmas(raw);
    await assertWhole(raw, file);
    assertWritable(raw);
    return raw;
  } catch (error) {
    raw?.close();
    throw isDamage(error) ? await damagedFile(file, directory) : explainOpenFailure(error, file);
  }
}

/** SQLite takes a file of no bytes for a new database; beside backups it is one that has lost everything. */
function wasEmptied(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.size === 0;
}

async function assertWhole(raw: SqliteDatabase.Database, file: string): Promise<void> {
  const damage = await runPageWork('checkPages', { file });
  if (damage !== null) throw new SqliteDatabase.SqliteError(damage, 'SQLITE_CORRUPT');
  const deviating = deviatingPragmas(raw);
  if (Object.keys(deviating).length === 0) return;
  throw new AppError(
    'location_refused',
    `数据库“${file}”所在的磁盘不支持本程序需要的安全写入方式，没有打开。请把数据文件夹放到本机硬盘上。`,
    deviating,
  );
}

/** Takes and drops the write lock, so that a read-only or locked file is told now and not at the first save. */
function assertWritable(raw: SqliteDatabase.Database): void {
  raw.exec('BEGIN IMMEDIATE');
  raw.exec('ROLLBACK');
}

async function bringUpToDate(raw: SqliteDatabase.Database, file: string, directory: string): Promise<void> {
  if (pendingMigrations(raw).length === 0) return;
  if (readSchemaVersion(raw) > 0) await createBackup(file, directory, 'migration');
  migrate(raw);
}

async function closeDatabase(database: Kysely<Database>, raw: SqliteDatabase.Database): Promise<void> {
  await database.destroy();
  // Kysely closes the file only once it has run a query.
  if (raw.open) raw.close();
}

async function damagedFile(file: string, directory: string): Promise<AppError> {
  const backup = await newestGoodBackup(directory);
  const advice =
    backup === null
      ? '没有找到完好的备份。请不要改动该文件夹，联系维护人员抢救数据。'
      : `最近一份完好的备份是“${backup}”。请先把整个数据文件夹复制一份留存，再用该备份替换“${databaseFileName}”，并删除旁边的“${databaseFileName}-wal”和“${databaseFileName}-shm”。`;
  return new AppError('database_damaged', `数据库“${file}”已损坏，没有打开。${advice}`, { file, backup });
}
