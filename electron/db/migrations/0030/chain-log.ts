/** Moves the log of earlier versions into the chain. Frozen: it must not follow later changes of the chain's rule. */
import { createHash } from 'node:crypto';
import type { Database as SqliteDatabase } from 'better-sqlite3';
import { sealedLog } from './log.ts';

interface EarlierChange {
  id: number;
  at: string;
  actor: string;
  origin: string;
  action: string;
  entity: string;
  entity_id: number;
  before: string | null;
  after: string | null;
}

/** What the first entry follows. */
const beginning = '0'.repeat(64);

function hashAfter(previous: string, change: EarlierChange): string {
  const { at, actor, origin, action, entity, entity_id, before, after } = change;
  const canonical = JSON.stringify([at, actor, origin, action, entity, entity_id, before, after]);
  return createHash('sha256').update(`${previous}\n${canonical}`).digest('hex');
}

/** Oldest first, each keeping its number; then the log is sealed against changes. */
export function chainEarlierLog(raw: SqliteDatabase): void {
  const insert = raw.prepare(
    `INSERT INTO change_log (id, at, actor, origin, action, entity, entity_id, before, after, previous_hash, hash)
     VALUES (@id, @at, @actor, @origin, @action, @entity, @entity_id, @before, @after, @previous, @hash)`,
  );
  let previous = beginning;
  const changes = raw.prepare<[], EarlierChange>('SELECT * FROM change_log_before ORDER BY id').all();
  for (const change of changes) {
    const hash = hashAfter(previous, change);
    insert.run({ ...change, previous, hash });
    previous = hash;
  }
  raw.exec(sealedLog);
}
