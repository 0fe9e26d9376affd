/** 变更记录: who changed what, and how it was before. */
import type { TaskChange } from '#shared/contract/tasks.ts';
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

export async function recordChange(writer: Writer, change: Change): Promise<void> {
  const { at, actor, origin, action, entity, entityId } = change;
  await writer
    .insertInto('change_log')
    .values({
      at,
      actor,
      origin,
      action,
      entity,
      entity_id: entityId,
      before: asJson(change.before),
      after: asJson(change.after),
    })
    .execute();
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
