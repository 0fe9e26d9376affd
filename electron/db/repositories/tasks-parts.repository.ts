/** What hangs on a task: targets, corrections, other tasks of the same text. */
import type { TaskCorrection, TaskDetail, TaskTarget } from '#shared/contract/tasks.ts';
import type { Reader } from '../executor.ts';

/** Each task's targets in the text's order. @param taskIds at most 30,000 */
export async function listTargetsByTask(
  reader: Reader,
  taskIds: readonly number[],
): Promise<Map<number, TaskTarget[]>> {
  const byTask = new Map<number, TaskTarget[]>(taskIds.map((id) => [id, []]));
  if (taskIds.length === 0) return byTask;
  const rows = await reader
    .selectFrom('target')
    .select(['id', 'task_id', 'name', 'comparator', 'value', 'measure', 'due'])
    .where('task_id', 'in', taskIds)
    .orderBy('task_id')
    .orderBy('position')
    .execute();
  for (const { task_id, ...target } of rows) byTask.get(task_id)?.push(target);
  return byTask;
}

/** Each task's corrections, the notice's own first, then as they were made. @param taskIds at most 30,000 */
export async function listCorrectionsByTask(
  reader: Reader,
  taskIds: readonly number[],
): Promise<Map<number, TaskCorrection[]>> {
  const byTask = new Map<number, TaskCorrection[]>(taskIds.map((id) => [id, []]));
  if (taskIds.length === 0) return byTask;
  const rows = await reader
    .selectFrom('correction')
    .select(['task_id', 'from_text as from', 'to_text as to', 'reason'])
    .select(['created_at as createdAt', 'created_by as createdBy'])
    .where('task_id', 'in', taskIds)
    .orderBy('id')
    .execute();
  for (const { task_id, ...correction } of rows) byTask.get(task_id)?.push(correction);
  return byTask;
}

/** 共同任务 (domain.md, How the notice is read, rule 8): the other tasks of the same shared work. */
export function listSharedTasks(reader: Reader, taskId: number): Promise<TaskDetail['sharedWith']> {
  return reader
    .selectFrom('task as mine')
    .innerJoin('task as other', 'other.shared_work_id', 'mine.shared_work_id')
    .leftJoin('leader', 'leader.id', 'other.leader_id')
    .select(['other.id', 'other.code', 'leader.name as leader'])
    .where('mine.id', '=', taskId)
    .whereRef('other.id', '<>', 'mine.id')
    .orderBy('other.code')
    .execute();
}
