import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';

/** The statements that made a file, as sqlite_schema keeps them: tables, then indexes and triggers, by name. */
export function dumpSchema(raw: SqliteDatabase.Database): string {
  const statements = raw
    .prepare<[], string>(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'
       ORDER BY CASE type WHEN 'table' THEN 0 ELSE 1 END, rowid`,
    )
    .pluck()
    .all();
  return `${statements.join(';\n\n')};\n`;
}

/** The schema as it was released under a version; never edited afterwards. */
export function releasedSchema(version: number): string {
  const name = `../fixtures/schemas/${String(version).padStart(4, '0')}.sql`;
  return readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
}

/** An in-memory file of a released version; 0 is an empty one. */
export function openReleased(version: number): SqliteDatabase.Database {
  const raw = new SqliteDatabase(':memory:');
  raw.pragma('foreign_keys = 1');
  if (version > 0) raw.exec(releasedSchema(version));
  raw.pragma(`user_version = ${version}`);
  return raw;
}

/** Every row of every table as text, to tell whether anything has changed. */
export function dumpRows(raw: SqliteDatabase.Database): string {
  const tables = raw
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
  return tables
    .map((table) => `${table}\n${JSON.stringify(raw.prepare(`SELECT * FROM "${table}"`).raw().all())}`)
    .join('\n');
}
