/** Who does a task, as printed, and who is asked to report on it. */
import type { TaskUnit } from '#shared/contract/tasks.ts';
import type { Reader } from '../executor.ts';

/** Task and group of every 相关… group that staff have named units for. */
async function listNamedGroupKeys(reader: Reader): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('task_named_unit')
    .select(['task_id', 'group_id'])
    .distinct()
    .execute();
  return new Set(rows.map(({ task_id, group_id }) => `${task_id} ${group_id}`));
}

/** Each task's units in printed order. @param taskIds at most 30,000 */
export async function listUnitsByTask(
  reader: Reader,
  taskIds: readonly number[],
): Promise<Map<number, TaskUnit[]>> {
  const byTask = new Map<number, TaskUnit[]>(taskIds.map((id) => [id, []]));
  if (taskIds.length === 0) return byTask;
  const rows = await reader
    .selectFrom('task_unit')
    .innerJoin('unit', 'unit.id', 'task_unit.unit_id')
    .select(['task_unit.task_id', 'task_unit.unit_id', 'task_unit.printed', 'task_unit.role'])
    .select(['unit.name', 'unit.membership'])
    .where('task_unit.task_id', 'in', taskIds)
    .orderBy('task_unit.task_id')
    .orderBy('task_unit.position')
    .execute();
  const named = rows.some(({ membership }) => membership === 'per_task')
    ? await listNamedGroupKeys(reader)
    : new Set<string>();
  for (const { task_id, unit_id: unitId, name, printed, role, membership } of rows) {
    const unspecified = membership === 'per_task' && !named.has(`${task_id} ${unitId}`);
    byTask.get(task_id)?.push({ unitId, name, printed, role, unspecified });
  }
  return byTask;
}

/** Canonical names of each task's reporting units, in order. @param taskIds at most 30,000 */
export async function listReportingUnitsByTask(
  reader: Reader,
  taskIds: readonly number[],
): Promise<Map<number, string[]>> {
  const byTask = new Map<number, string[]>(taskIds.map((id) => [id, []]));
  if (taskIds.length === 0) return byTask;
  const rows = await reader
    .selectFrom('task_reporting_unit')
    .innerJoin('unit', 'unit.id', 'task_reporting_unit.unit_id')
    .select(['task_reporting_unit.task_id', 'unit.name'])
    .where('task_reporting_unit.task_id', 'in', taskIds)
    .orderBy('task_reporting_unit.task_id')
    .orderBy('task_reporting_unit.position')
    .execute();
  for (const row of rows) byTask.get(row.task_id)?.push(row.name);
  return byTask;
}
