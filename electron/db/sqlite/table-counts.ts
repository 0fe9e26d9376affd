import type { Database as SqliteDatabase } from 'better-sqlite3';

/** Rows of every table of the file, by name. */
export function tableCounts(raw: SqliteDatabase): Record<string, number> {
  const names = raw
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
    .pluck()
    .all();
  return Object.fromEntries(
    names
      .sort()
      .map((name) => [name, raw.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0]),
  );
}
