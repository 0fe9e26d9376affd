/** 相关… groups of tasks, and the concrete units staff named for them. */
import type { NamedGroup } from '#shared/contract/named-units.ts';
import type { Reader, Writer } from '../executor.ts';
import { groupRows } from '../group-rows.ts';

export interface NamedUnitRow {
  taskId: number;
  groupId: number;
  group: string;
  unitId: number;
  unit: string;
}

/** By task and group, as they were chosen. @param taskIds at most 30,000; of all tasks without */
export function listNamedUnits(reader: Reader, taskIds?: readonly number[]): Promise<NamedUnitRow[]> {
  let rows = reader
    .selectFrom('task_named_unit as named')
    .innerJoin('unit', 'unit.id', 'named.unit_id')
    .innerJoin('unit as unit_group', 'unit_group.id', 'named.group_id')
    .select(['named.task_id as taskId', 'named.group_id as groupId', 'unit_group.name as group'])
    .select(['named.unit_id as unitId', 'unit.name as unit'])
    .orderBy('named.task_id')
    .orderBy('named.group_id')
    .orderBy('named.position');
  if (taskIds !== undefined) rows = rows.where('named.task_id', 'in', taskIds);
  return rows.execute();
}

export interface TaskGroupRow {
  taskId: number;
  groupId: number;
  name: string;
}

/** The groups whose units must be named, in printed order. @param taskIds at most 30,000; of all tasks without */
export function listTaskGroups(reader: Reader, taskIds?: readonly number[]): Promise<TaskGroupRow[]> {
  let rows = reader
    .selectFrom('task_unit')
    .innerJoin('unit', 'unit.id', 'task_unit.unit_id')
    .select(['task_unit.task_id as taskId', 'unit.id as groupId', 'unit.name'])
    .where('unit.membership', '=', 'per_task')
    .orderBy('task_unit.task_id')
    .orderBy('task_unit.position');
  if (taskIds !== undefined) rows = rows.where('task_unit.task_id', 'in', taskIds);
  return rows.execute();
}

/** Who may be named for a group; every unit where the directory lists nobody. */
async function listCandidates(
  reader: Reader,
  groupIds: readonly number[],
): Promise<Map<number, { id: number; name: string }[]>> {
  if (groupIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('unit_group_member as member')
    .innerJoin('unit', 'unit.id', 'member.member_id')
    .select(['member.group_id as groupId', 'unit.id', 'unit.name'])
    .where('member.group_id', 'in', groupIds)
    .orderBy('member.position')
    .execute();
  const byGroup = groupRows(rows, ({ groupId }) => groupId);
  const everyone = await reader
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('kind', '<>', 'group')
    .orderBy('position')
    .execute();
  return new Map(
    groupIds.map((id) => {
      const own = byGroup.get(id)?.map(({ groupId: _, ...unit }) => unit);
      return [id, own ?? everyone];
    }),
  );
}

export async function listNamedGroups(reader: Reader, taskId: number): Promise<NamedGroup[]> {
  const groups = await listTaskGroups(reader, [taskId]);
  const candidates = await listCandidates(
    reader,
    groups.map(({ groupId }) => groupId),
  );
  const named = await listNamedUnits(reader, [taskId]);
  return groups.map(({ groupId, name }) => ({
    groupId,
    name,
    candidates: candidates.get(groupId) ?? [],
    chosen: named.filter((row) => row.groupId === groupId).map(({ unitId }) => unitId),
  }));
}

/** Replaces what was named for a group of a task, in this order. */
export async function replaceNamedUnits(
  writer: Writer,
  { taskId, groupId, unitIds }: { taskId: number; groupId: number; unitIds: readonly number[] },
  created: { at: string; by: string },
): Promise<void> {
  await writer
    .deleteFrom('task_named_unit')
    .where('task_id', '=', taskId)
    .where('group_id', '=', groupId)
    .execute();
  if (unitIds.length === 0) return;
  await writer
    .insertInto('task_named_unit')
    .values(
      unitIds.map((unitId, position) => ({
        task_id: taskId,
        group_id: groupId,
        unit_id: unitId,
        position,
        created_at: created.at,
        created_by: created.by,
      })),
    )
    .execute();
}
