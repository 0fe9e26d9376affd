/** 延期 of tasks, as far as they have come: what moves a due date, and what is counted. */
import type { Extension } from '#shared/domain/supervision/extension.ts';
import type { Reader } from '../executor.ts';
import { groupRows } from '../group-rows.ts';
import type { TaskCondition } from './tasks-filter.repository.ts';

/** By task, as they were asked for; a task without is absent. */
export async function listExtensions(
  reader: Reader,
  condition: TaskCondition,
): Promise<Map<number, Extension[]>> {
  const rows = await reader
    .selectFrom('action')
    .innerJoin('action_task as named', 'named.action_id', 'action.id')
    .innerJoin('task', 'task.id', 'named.task_id')
    .select(['named.task_id as taskId', 'action.id', 'action.acted_on as askedOn', 'action.reason'])
    .select(['action.old_due as oldDue', 'action.new_due as newDue', 'action.state'])
    .select('action.decided_on as decidedOn')
    .where('action.kind', '=', 'extension')
    .where(condition)
    .orderBy('action.id')
    .execute();
  const extensions = rows.flatMap(({ taskId, oldDue, newDue, state, ...rest }) =>
    oldDue === null || newDue === null
      ? []
      : [{ taskId, extension: { ...rest, oldDue, newDue, state: state as Extension['state'] } }],
  );
  const byTask = groupRows(extensions, ({ taskId }) => taskId);
  return new Map([...byTask].map(([taskId, own]) => [taskId, own.map(({ extension }) => extension)]));
}
