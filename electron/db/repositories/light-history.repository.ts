/** What became of tasks from which day on: who heads them, how they read, which state they came into. */
import type { Named, StateChange } from '#shared/domain/lights/task-facts.ts';
import type { TaskState } from '#shared/domain/supervision/task-state.ts';
import type { Reader } from '../executor.ts';
import { groupRows } from '../group-rows.ts';
import type { TaskCondition } from './tasks-filter.repository.ts';

export interface LeaderTermEntry {
  from: string;
  leader: Named | null;
}

/** By task, oldest first; a task whose leader never changed is absent. */
export async function listLeaderTerms(
  reader: Reader,
  condition: TaskCondition,
): Promise<Map<number, LeaderTermEntry[]>> {
  const rows = await reader
    .selectFrom('task')
    .innerJoin('leader_term as term', 'term.task_id', 'task.id')
    .leftJoin('leader', 'leader.id', 'term.leader_id')
    .select(['term.task_id as taskId', 'term.from_date as from', 'leader.id', 'leader.name'])
    .where(condition)
    .orderBy('term.task_id')
    .orderBy('term.from_date')
    .execute();
  const byTask = groupRows(rows, ({ taskId }) => taskId);
  return new Map(
    [...byTask].map(([taskId, terms]) => [
      taskId,
      terms.map(({ from, id, name }) => ({
        from,
        leader: id === null || name === null ? null : { id, name },
      })),
    ]),
  );
}

/** By task, oldest first; a task that was never re-worded is absent. */
export async function listWordings(
  reader: Reader,
  condition: TaskCondition,
): Promise<Map<number, { from: string; content: string }[]>> {
  const rows = await reader
    .selectFrom('task')
    .innerJoin('task_wording as wording', 'wording.task_id', 'task.id')
    .select(['wording.task_id as taskId', 'wording.from_date as from', 'wording.content'])
    .where(condition)
    .orderBy('wording.task_id')
    .orderBy('wording.from_date')
    .execute();
  const byTask = groupRows(rows, ({ taskId }) => taskId);
  return new Map(
    [...byTask].map(([taskId, own]) => [taskId, own.map(({ from, content }) => ({ from, content }))]),
  );
}

/** By task, as they were made; a task nobody has moved is absent. */
export async function listStateChanges(
  reader: Reader,
  condition: TaskCondition,
): Promise<Map<number, StateChange[]>> {
  const moves = await reader
    .selectFrom('task')
    .innerJoin('task_move as move', 'move.task_id', 'task.id')
    .select([
      'move.id',
      'move.task_id as taskId',
      'move.to_state as state',
      'move.on_date as on',
      'move.reason',
    ])
    .where(condition)
    .orderBy('move.task_id')
    .orderBy('move.id')
    .execute();
  const successors = await listSuccessors(reader, condition);
  const byTask = groupRows(moves, ({ taskId }) => taskId);
  return new Map(
    [...byTask].map(([taskId, own]) => [
      taskId,
      own.map(({ id, state, on, reason }) => ({
        on,
        state: state as TaskState,
        reason,
        into: successors.get(id) ?? [],
      })),
    ]),
  );
}

/** Codes of the tasks that took a task's place, by move. */
async function listSuccessors(reader: Reader, condition: TaskCondition): Promise<Map<number, string[]>> {
  const rows = await reader
    .selectFrom('task')
    .innerJoin('task_move as move', 'move.task_id', 'task.id')
    .innerJoin('task_move_task as link', 'link.move_id', 'move.id')
    .innerJoin('task as successor', 'successor.id', 'link.task_id')
    .select(['move.id as moveId', 'successor.code'])
    .where(condition)
    .orderBy('successor.code')
    .execute();
  const byMove = groupRows(rows, ({ moveId }) => moveId);
  return new Map([...byMove].map(([moveId, own]) => [moveId, own.map(({ code }) => code)]));
}
