/** Tells whether anything was written to the file since it was last asked. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';

/**
 * A text that differs after every write of this connection and every commit of another one. Ask outside of
 * transactions only: what one of them has written and taken back does not show.
 */
export async function readChangeStamp(database: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ own: number; others: number }>`
    select total_changes() as own, (select data_version from pragma_data_version) as others`.execute(
    database,
  );
  return JSON.stringify(rows);
}
