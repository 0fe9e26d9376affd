/** What became of a task: its moves, and its state, which is where the last move led. */
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { TaskMoveView } from '#shared/contract/task-life.ts';
import { type EndedTask, endedTask } from '#shared/domain/supervision/ended-task.ts';
import { firstTaskState, type TaskMoveKey, type TaskState } from '#shared/domain/supervision/task-state.ts';
import type { Reader, Writer } from '../executor.ts';
import { groupRows } from '../group-rows.ts';
import type { Database } from '../schema.ts';

/** What a move remembers beside its columns. */
export interface MoveDetails {
  requester: string;
  /** The conditions as they were checked. */
  conditions: { label: string; obstacles: string[] }[];
}

export interface StoredMove extends Omit<TaskMoveView, 'label' | 'requester'> {
  move: TaskMoveKey;
  details: MoveDetails;
}

async function listMoveTasks(
  reader: Reader,
  taskId: number,
): Promise<Map<number, { id: number; code: string }[]>> {
  const rows = await reader
    .selectFrom('task_move as move')
    .innerJoin('task_move_task as link', 'link.move_id', 'move.id')
    .innerJoin('task', 'task.id', 'link.task_id')
    .select(['move.id as moveId', 'task.id', 'task.code'])
    .where('move.task_id', '=', taskId)
    .orderBy('task.code')
    .execute();
  const byMove = groupRows(rows, ({ moveId }) => moveId);
  return new Map([...byMove].map(([id, own]) => [id, own.map(({ moveId: _, ...task }) => task)]));
}

/** As they were made. */
export async function listMoves(reader: Reader, taskId: number): Promise<StoredMove[]> {
  const rows = await reader
    .selectFrom('task_move')
    .selectAll()
    .where('task_id', '=', taskId)
    .orderBy('id')
    .execute();
  const into = await listMoveTasks(reader, taskId);
  return rows.map((row) => ({
    id: row.id,
    move: row.move as TaskMoveKey,
    from: row.from_state as TaskState,
    to: row.to_state as TaskState,
    on: row.on_date,
    reason: row.reason,
    reviewer: row.reviewer,
    details: JSON.parse(row.details) as MoveDetails,
    into: into.get(row.id) ?? [],
    createdAt: row.created_at,
    createdBy: row.created_by,
  }));
}

export interface NewMove {
  taskId: number;
  move: TaskMoveKey;
  from: TaskState;
  to: TaskState;
  on: string;
  reason: string;
  reviewer: string;
  details: MoveDetails;
  intoTaskIds: readonly number[];
  createdAt: string;
  createdBy: string;
}

/** @returns its id */
export async function insertMove(writer: Writer, move: NewMove): Promise<number> {
  const { id } = await writer
    .insertInto('task_move')
    .values({
      task_id: move.taskId,
      move: move.move,
      from_state: move.from,
      to_state: move.to,
      on_date: move.on,
      reason: move.reason,
      reviewer: move.reviewer,
      details: JSON.stringify(move.details),
      created_at: move.createdAt,
      created_by: move.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const taskId of move.intoTaskIds)
    await writer.insertInto('task_move_task').values({ move_id: id, task_id: taskId }).execute();
  return id;
}

/** The moves that made this task, or that merged another into it. */
export function listOrigins(reader: Reader, taskId: number) {
  return reader
    .selectFrom('task_move_task as link')
    .innerJoin('task_move as move', 'move.id', 'link.move_id')
    .innerJoin('task', 'task.id', 'move.task_id')
    .select(['task.id', 'task.code', 'move.move', 'move.on_date as on'])
    .where('link.task_id', '=', taskId)
    .orderBy('move.id')
    .execute();
}

/** Every task that has left 推进中 at least once. @param taskIds at most 30,000 */
export async function listMovedStates(
  reader: Reader,
  taskIds: readonly number[],
): Promise<Map<number, TaskState>> {
  if (taskIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('task_move')
    .select(['task_id', 'to_state'])
    .where('task_id', 'in', taskIds)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.task_id, row.to_state as TaskState]));
}

/**
 * Tasks that are no longer pursued, of those that had ended by a day.
 * @param taskIds at most 30,000 @param date `YYYY-MM-DD`
 */
export async function listEndedTasks(
  reader: Reader,
  taskIds: readonly number[],
  date: string,
): Promise<Map<number, EndedTask>> {
  if (taskIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('task_move')
    .select(['task_id', 'to_state', 'on_date'])
    .where('task_id', 'in', taskIds)
    .orderBy('id')
    .execute();
  const last = new Map(rows.map((row) => [row.task_id, row]));
  return new Map(
    [...last].flatMap(([taskId, { to_state, on_date }]) => {
      const ended = on_date <= date ? endedTask(to_state as TaskState, on_date) : null;
      return ended === null ? [] : [[taskId, ended] as const];
    }),
  );
}

export async function findState(reader: Reader, taskId: number): Promise<TaskState> {
  return (await listMovedStates(reader, [taskId])).get(taskId) ?? firstTaskState;
}

type TaskExpressions = ExpressionBuilder<Database, 'task'>;

/** Tasks whose last move led to one of the states. */
function lastMovedTo(eb: TaskExpressions, states: readonly TaskState[], until: string | null) {
  let moved = eb
    .selectFrom('task_move as move')
    .select('move.task_id')
    .where('move.to_state', 'in', states)
    .where((inner) =>
      inner.not(
        inner.exists(
          inner
            .selectFrom('task_move as later')
            .select('later.id')
            .whereRef('later.task_id', '=', 'move.task_id')
            .whereRef('later.id', '>', 'move.id')
            .$if(until !== null, (query) => query.where('later.on_date', '<=', until ?? '')),
        ),
      ),
    );
  if (until !== null) moved = moved.where('move.on_date', '<=', until);
  return eb('task.id', 'in', moved);
}

const allButFirst: readonly TaskState[] = [
  'completion_requested',
  'reviewed',
  'closed',
  'withdrawn',
  'split',
  'merged',
];

/** A state as it is now. */
export function isInState(eb: TaskExpressions, state: TaskState): Expression<SqlBool> {
  return state === firstTaskState
    ? eb.not(lastMovedTo(eb, allButFirst, null))
    : lastMovedTo(eb, [state], null);
}

/**
 * Listed on the day, and not withdrawn, split or merged by then: what units are asked to report on.
 * @param date `YYYY-MM-DD`
 */
export function askedOn(date: string) {
  return (eb: TaskExpressions): Expression<SqlBool> =>
    eb.and([
      eb.or([eb('task.listed_from', 'is', null), eb('task.listed_from', '<=', date)]),
      eb.not(lastMovedTo(eb, ['withdrawn', 'split', 'merged'], date)),
    ]);
}
