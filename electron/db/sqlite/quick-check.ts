import type { Database as SqliteDatabase } from 'better-sqlite3';

/**
 * Whether the file's pages hang together. The rows' CHECK constraints are left to `duban check`: they were checked
 * when the rows were written, and reading a million rows against them takes seconds where this takes half of one.
 * @returns null when they do; else SQLite's first finding
 * @throws SqliteError SQLITE_CORRUPT or SQLITE_NOTADB when the damage keeps SQLite from reading on
 */
export function findPageDamage(raw: SqliteDatabase): string | null {
  raw.pragma('ignore_check_constraints = 1');
  try {
    const answer = raw.pragma('quick_check(1)', { simple: true });
    return answer === 'ok' ? null : String(answer);
  } finally {
    raw.pragma('ignore_check_constraints = 0');
  }
}
