import type { Database as SqliteDatabase } from 'better-sqlite3';

/** How long a writer waits for another one, in ms. */
export const busyTimeout = 5_000;

/** The settings `duban check` expects to read back. */
export const expectedPragmas: Readonly<Record<string, string | number>> = {
  journal_mode: 'wal',
  /** FULL: NORMAL, WAL's default here, may lose the last commits at a power cut (libraries.md). */
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: busyTimeout,
  trusted_schema: 0,
  cell_size_check: 1,
};

/** Applies {@link expectedPragmas} to a fresh connection; {@link deviatingPragmas} tells which did not take. */
export function applyPragmas(raw: SqliteDatabase): void {
  for (const [name, value] of Object.entries(expectedPragmas)) raw.pragma(`${name} = ${value}`);
}

/** @returns those that are not as expected: name → value found. */
export function deviatingPragmas(raw: SqliteDatabase): Record<string, string | number> {
  const found = Object.keys(expectedPragmas).map(
    (name) => [name, raw.pragma(name, { simple: true }) as string | number] as const,
  );
  return Object.fromEntries(found.filter(([name, value]) => value !== expectedPragmas[name]));
}
