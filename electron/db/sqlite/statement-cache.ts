import type { Database as SqliteDatabase, Statement } from 'better-sqlite3';

/** Statements kept; the program has about a hundred different ones. */
const capacity = 200;

/** Longer texts carry lists of ids, are rarely the same twice, and would fill the cache. */
const longestText = 4_000;

export interface PreparingDatabase {
  prepare(sql: string): Statement<unknown[]>;
  close(): void;
}

/**
 * Prepares each text once: Kysely asks anew for every query, which for the 2,000 inserts of a batch of returns
 * cost more than half of what running them did. The least recently used statement goes first.
 */
export function cacheStatements(raw: SqliteDatabase): PreparingDatabase {
  const statements = new Map<string, Statement<unknown[]>>();

  function prepare(sql: string): Statement<unknown[]> {
    const known = statements.get(sql);
    // One that is still being read row by row cannot be run a second time.
    if (known?.busy || sql.length > longestText) return raw.prepare(sql);
    const statement = known ?? raw.prepare(sql);
    statements.delete(sql);
    statements.set(sql, statement);
    const oldest = statements.keys().next().value;
    if (statements.size > capacity && oldest !== undefined) statements.delete(oldest);
    return statement;
  }

  return { prepare, close: () => raw.close() };
}
