/**
 * The file format moves by `user_version`, one synchronous transaction a migration: Kysely does not roll back a
 * failed SQLite migration (architecture.md, Traps).
 */
import type { Database as SqliteDatabase } from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { migrations as shippedMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

/** The version this program writes. */
export const schemaVersion = latestVersion(shippedMigrations);

/** 0 in a file without tables. */
export function readSchemaVersion(raw: SqliteDatabase): number {
  return raw.pragma('user_version', { simple: true }) as number;
}

/**
 * What is still to be done to the file.
 * @throws AppError `database_newer` when a newer program has written it
 */
export function pendingMigrations(
  raw: SqliteDatabase,
  migrations: readonly Migration[] = shippedMigrations,
): Migration[] {
  const version = readSchemaVersion(raw);
  const latest = latestVersion(migrations);
  if (version > latest) throw newerFile(raw.name, version, latest);
  return migrations.filter((migration) => migration.version > version);
}

/**
 * Applies what {@link pendingMigrations} finds. A migration that fails leaves the file at the version before it.
 * @returns the names of those applied
 */
export function migrate(raw: SqliteDatabase, migrations: readonly Migration[] = shippedMigrations): string[] {
  return pendingMigrations(raw, migrations)
    .filter((migration) => applyMigration(raw, migration))
    .map((migration) => migration.name);
}

/** @returns false when another process has applied it in the meantime. */
function applyMigration(raw: SqliteDatabase, migration: Migration): boolean {
  const apply = raw.transaction(() => {
    if (readSchemaVersion(raw) >= migration.version) return false;
    raw.exec(migration.sql);
    migration.afterwards?.(raw);
    raw.pragma(`user_version = ${migration.version}`);
    return true;
  });
  return apply.immediate();
}

function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

function newerFile(file: string, version: number, latest: number): AppError {
  return new AppError(
    'database_newer',
    `数据库“${file}”是较新版本的程序写的（数据版本 ${version}，本程序只认识到 ${latest}），没有打开，数据没有改动。请安装最新版程序后再打开。`,
    { file, version, supported: latest },
  );
}
