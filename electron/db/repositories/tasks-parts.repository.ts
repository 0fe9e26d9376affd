/** What hangs on a task: targets, corrections, other tasks of the same text. */
import type { TaskCorrection, TaskDetail, TaskTarget } from '#shared/contract/tasks.ts';
import type { Reader } from '../executor.ts';

function selectTargets(reader: Reader, taskIds: readonly number[]) {
  return reader
    .selectFrom('target')
    .select(['id', 'task_id', 'name', 'comparator', 'value', 'measure', 'due'])
    .where('task_id', 'in', taskIds)
    .orderBy('task_id')
    .orderBy('position');
}

/**
 * Each task's targets in the text's order, as its words had them on a day.
 * @param taskIds at most 30,000
 * @param date `YYYY-MM-DD`
 */
export async function listTargetsByTask(
  reader: Reader,
  taskIds: readonly number[],
  date: string,
): Promise<Map<number, TaskTarget[]>> {
  const byTask = new Map<number, TaskTarget[]>(taskIds.map((id) => [id, []]));
  if (taskIds.length === 0) return byTask;
  const rows = await selectTargets(reader, taskIds)
    .where((eb) => eb.or([eb('from_date', 'is', null), eb('from_date', '<=', date)]))
    .where((eb) => eb.or([eb('until_date', 'is', null), eb('until_date', '>', date)]))
    .execute();
  for (const { task_id, ...target } of rows) byTask.get(task_id)?.push(target);
  return byTask;
}

/** Those that other words have taken the place of by a day, with the first day on which each no longer held. */
export async function listOvertakenTargets(
  reader: Reader,
  taskId: number,
  date: string,
): Promise<(TaskTarget & { from: string | null; until: string })[]> {
  const rows = await selectTargets(reader, [taskId])
    .select(['from_date as from', 'until_date as until'])
    .where('until_date', '<=', date)
    .execute();
  return rows.flatMap(({ task_id: _, until, ...target }) => (until === null ? [] : [{ ...target, until }]));
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
