import type { Database as SqliteDatabase } from 'better-sqlite3';

/** One step of the file format. Frozen once shipped: a change is a new migration. */
export interface Migration {
  /** What `user_version` is afterwards; numbered with gaps of ten. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** What SQL alone cannot do; in the same transaction, after `sql`. */
  readonly afterwards?: (raw: SqliteDatabase) => void;
}
