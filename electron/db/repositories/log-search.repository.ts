/** Looking through the log, with the names of what its entries are about. */
import { sql } from 'kysely';
import type { LogEntry, LogOptions } from '#shared/contract/log.ts';
import type { Reader } from '../executor.ts';
import type { ChangedEntity } from '../schema.ts';

/** Bounds are instants: the first included, the second not. */
export interface LogCriteria {
  from?: string | undefined;
  before?: string | undefined;
  actor?: string | undefined;
  entity?: string | undefined;
  /** Each must occur in the action, the subject or the values. */
  words: readonly string[];
}

function selectNamed(reader: Reader) {
  return reader
    .selectFrom('change_log as entry')
    .leftJoin('task', (join) =>
      join.onRef('task.id', '=', 'entry.entity_id').on('entry.entity', 'in', ['task', 'progress']),
    )
    .leftJoin('unit', (join) => join.onRef('unit.id', '=', 'entry.entity_id').on('entry.entity', '=', 'unit'))
    .leftJoin('document', (join) =>
      join.onRef('document.id', '=', 'entry.entity_id').on('entry.entity', '=', 'document'),
    );
}

const subject = sql<string>`coalesce(task.code, unit.name, document.number, '')`;
const searched = sql<string>`entry.action || ' ' || ${subject} || ' ' || coalesce(entry.before, '') || ' ' || coalesce(entry.after, '')`;

function selectMatching(reader: Reader, { from, before, actor, entity, words }: LogCriteria) {
  let entries = selectNamed(reader);
  if (from !== undefined) entries = entries.where('entry.at', '>=', from);
  if (before !== undefined) entries = entries.where('entry.at', '<', before);
  if (actor !== undefined) entries = entries.where('entry.actor', '=', actor);
  if (entity !== undefined) entries = entries.where('entry.entity', '=', entity as ChangedEntity);
  for (const word of words) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    entries = entries.where(sql<boolean>`${searched} like ${pattern} escape '\\'`);
  }
  return entries;
}

export async function countLogEntries(reader: Reader, criteria: LogCriteria): Promise<number> {
  const { count } = await selectMatching(reader, criteria)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function parsed(json: string | null): Record<string, unknown> | null {
  return json === null ? null : (JSON.parse(json) as Record<string, unknown>);
}

/** Newest first. */
export async function listLogEntries(
  reader: Reader,
  criteria: LogCriteria,
  { offset, limit }: { offset: number; limit: number },
): Promise<LogEntry[]> {
  const rows = await selectMatching(reader, criteria)
    .selectAll('entry')
    .select(subject.as('subject'))
    .orderBy('entry.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  return rows.map(({ id, at, actor, origin, action, entity, entity_id, before, after, subject: named }) => ({
    id,
    at,
    actor,
    origin,
    action,
    entity,
    entityId: entity_id,
    subject: named,
    before: parsed(before),
    after: parsed(after),
  }));
}

export async function listLogOptions(reader: Reader): Promise<LogOptions> {
  const log = reader.selectFrom('change_log').distinct();
  const actors = await log.select('actor').orderBy('actor').execute();
  const entities = await log.select('entity').orderBy('entity').execute();
  return { actors: actors.map((row) => row.actor), entities: entities.map((row) => row.entity) };
}
