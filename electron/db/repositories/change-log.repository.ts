/** 变更记录: who changed what, and how it was before. */
import { createHash } from 'node:crypto';
import type { TaskChange } from '#shared/contract/tasks.ts';
import type { LogHead } from '#shared/domain/supervision/log-anchor.ts';
import { chainBeginning, hashEntry, type StoredEntry } from '#shared/domain/supervision/log-chain.ts';
import type { Reader, Writer } from '../executor.ts';
import type { ChangeLogTable } from '../schema.ts';

export interface Change {
  /** ISO 8601 in UTC. */
  at: string;
  actor: string;
  origin: ChangeLogTable['origin'];
  action: string;
  entity: ChangeLogTable['entity'];
  entityId: number;
  /** Plain JSON; null for what did not exist before or no longer does. */
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
}

function asJson(value: Change['before']): string | null {
  return value === null ? null : JSON.stringify(value);
}

export function sha256OfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The last entry; null for an empty log. */
export async function findLogHead(reader: Reader): Promise<LogHead | null> {
  const last = await reader
    .selectFrom('change_log')
    .select(['id', 'hash'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? null;
}

/** A statement takes 32,766 values, an entry has ten. */
const entriesPerStatement = 1_000;

/**
 * Appends entries to the chain, in their order.
 * @param writer the transaction of the changes themselves, so that neither stands without the other
 */
export async function recordChanges(writer: Writer, changes: readonly Change[]): Promise<void> {
  let previous = (await findLogHead(writer))?.hash ?? chainBeginning;
  const rows = changes.map(({ at, actor, origin, action, entity, entityId, ...change }) => {
    const [before, after] = [asJson(change.before), asJson(change.after)];
    const chained = { at, actor, origin, action, entity, entityId, before, after };
    const hash = hashEntry(previous, chained, sha256OfText);
    const said = { at, actor, origin, action, entity, entity_id: entityId, before, after };
    const row = { ...said, previous_hash: previous, hash };
    previous = hash;
    return row;
  });
  for (let from = 0; from < rows.length; from += entriesPerStatement)
    await writer
      .insertInto('change_log')
      .values(rows.slice(from, from + entriesPerStatement))
      .execute();
}

export function recordChange(writer: Writer, change: Change): Promise<void> {
  return recordChanges(writer, [change]);
}

/** Stored hashes of some entries; those that are gone are absent. @param ids at most 30,000 */
export async function hashesOf(reader: Reader, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.selectFrom('change_log').select(['id', 'hash']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.hash]));
}

/** A piece of the log in its own order. @param afterId 0 for the first piece */
export async function listChainedEntries(
  reader: Reader,
  afterId: number,
  limit: number,
): Promise<StoredEntry[]> {
  const rows = await reader
    .selectFrom('change_log')
    .selectAll()
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ entity_id, previous_hash, ...row }) => ({
    ...row,
    entityId: entity_id,
    previousHash: previous_hash,
  }));
}

/** Newest first. */
export function listChanges(
  reader: Reader,
  entity: Change['entity'],
  entityId: number,
): Promise<TaskChange[]> {
  return reader
    .selectFrom('change_log')
    .select(['at', 'actor', 'action', 'before', 'after'])
    .where('entity', '=', entity)
    .where('entity_id', '=', entityId)
    .orderBy('id', 'desc')
    .execute();
}
