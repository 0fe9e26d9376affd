import type { Database as SqliteDatabase } from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, SqliteDialect, SqliteDriver } from 'kysely';
import { cacheStatements } from './statement-cache.ts';

/**
 * A transaction takes the write lock when it begins. Begun as DEFERRED, one that reads first and writes later
 * fails with SQLITE_BUSY at once, without waiting, when the window and the command line write together.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

export class ImmediateDialect extends SqliteDialect {
  readonly #raw: SqliteDatabase;

  constructor(raw: SqliteDatabase) {
    super({ database: raw });
    this.#raw = raw;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver({ database: cacheStatements(this.#raw) });
  }
}
