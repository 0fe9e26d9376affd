/** A person's lights. They are never changed: one that is taken back says so. */

import type { LightOverrideEntry } from '#shared/contract/lights.ts';
import type { StoredOverride } from '#shared/domain/lights/task-facts.ts';
import type { Reader, Writer } from '../executor.ts';
import type { TaskCondition } from './tasks-filter.repository.ts';

export interface OverrideRow extends Omit<StoredOverride, 'withdrawnOn'> {
  taskId: number;
  unit: string | null;
  createdAt: string;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
}

function selectOverrides(reader: Reader) {
  return reader
    .selectFrom('task')
    .innerJoin('light_override as override', 'override.task_id', 'task.id')
    .leftJoin('unit', 'unit.id', 'override.unit_id')
    .select(['override.id', 'override.task_id as taskId', 'override.unit_id as unitId', 'unit.name as unit'])
    .select([
      'override.light',
      'override.reason',
      'override.from_date as from',
      'override.until_date as until',
    ])
    .select(['override.created_by as by', 'override.created_at as createdAt'])
    .select(['override.withdrawn_at as withdrawnAt', 'override.withdrawn_by as withdrawnBy']);
}

type SelectedOverride = Awaited<ReturnType<ReturnType<typeof selectOverrides>['execute']>>[number];

function overrideRow({ light, ...row }: SelectedOverride): OverrideRow {
  return { ...row, light: light as StoredOverride['light'] };
}

/** As they were made. */
export async function listOverrides(reader: Reader, condition: TaskCondition): Promise<OverrideRow[]> {
  const rows = await selectOverrides(reader).where(condition).orderBy('override.id').execute();
  return rows.map(overrideRow);
}

export async function findOverride(reader: Reader, overrideId: number): Promise<OverrideRow | null> {
  const row = await selectOverrides(reader).where('override.id', '=', overrideId).executeTakeFirst();
  return row === undefined ? null : overrideRow(row);
}

/** @returns its id */
export async function insertOverride(
  writer: Writer,
  entry: LightOverrideEntry,
  created: { at: string; by: string },
): Promise<number> {
  const { id } = await writer
    .insertInto('light_override')
    .values({
      task_id: entry.taskId,
      unit_id: entry.unitId,
      light: entry.light,
      reason: entry.reason,
      from_date: entry.from,
      until_date: entry.until,
      created_at: created.at,
      created_by: created.by,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @returns false when it was taken back before */
export async function markOverrideWithdrawn(
  writer: Writer,
  overrideId: number,
  withdrawn: { at: string; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('light_override')
    .set({ withdrawn_at: withdrawn.at, withdrawn_by: withdrawn.by })
    .where('id', '=', overrideId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
