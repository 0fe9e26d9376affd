/** A move of a task's life: judged by the one table of moves, recorded with its conditions as they were checked. */
import { AppError } from '#shared/contract/errors.ts';
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import { applyMove, checkConditions } from '#shared/domain/supervision/task-move.ts';
import { allowedMoves, type TaskMoveKey, taskStateLabels } from '#shared/domain/supervision/task-state.ts';
import type { Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import { insertMove } from '../db/repositories/task-life.repository.ts';
import type { ServiceContext } from './context.ts';
import { readLifeFacts } from './life-facts.ts';
import { localDate } from './moment.ts';
import { requireTaskText } from './tasks-edit.service.ts';

export interface MoveEntry {
  taskId: number;
  move: TaskMoveKey;
  /** `YYYY-MM-DD`, the day from which the new state holds. */
  date: string;
  reason: string;
  requester: string;
  reviewer: string;
  /** The tasks it is split or merged into; they are there already. */
  into: readonly { id: number; code: string }[];
}

/** What has not happened yet is not recorded: a planned change is entered on its day. */
function checkToday(context: ServiceContext, { date }: MoveEntry): void {
  const today = localDate(context.now());
  if (date > today)
    throw new AppError('bad_input', `日期${date}还没有到，今天是${dateLabel(today)}。请改为实际办理的日期。`);
}

/**
 * Whatever changes a task's state goes through here.
 * @throws AppError `not_found`, `bad_input` with everything that stands against the move
 */
export async function moveTask(writer: Writer, context: ServiceContext, entry: MoveEntry): Promise<void> {
  const { taskId, move, date, reason, reviewer, into } = entry;
  const { code } = await requireTaskText(writer, taskId);
  const known = await readLifeFacts(writer, taskId, date);
  const asked = move === 'request_completion' ? entry.requester : known.requester;
  const facts = {
    ...known,
    date,
    reason,
    code,
    requester: asked,
    reviewer,
    into: into.map((task) => task.code),
  };
  const result = applyMove(known.state, move, facts);
  if (!result.ok)
    throw new AppError('bad_input', `任务 ${code}：${result.sentence}`, { code, state: known.state });
  checkToday(context, entry);
  const made = allowedMoves(known.state).find((candidate) => candidate.move === move);
  if (made === undefined) throw new Error(`${move} is not in the table`);
  const at = context.now().toISOString();
  const checked = checkConditions(made, facts).map(({ label, obstacles }) => ({ label, obstacles }));
  await insertMove(writer, {
    taskId,
    move,
    from: known.state,
    to: result.state,
    on: date,
    reason,
    reviewer,
    details: { requester: move === 'request_completion' ? entry.requester : '', conditions: checked },
    intoTaskIds: into.map(({ id }) => id),
    createdAt: at,
    createdBy: context.operator,
  });
  await recordChange(writer, {
    at,
    actor: context.operator,
    origin: context.origin,
    action: made.label,
    entity: 'task',
    entityId: taskId,
    before: { state: taskStateLabels[known.state] },
    after: {
      state: taskStateLabels[result.state],
      date,
      reason,
      reviewer,
      requester: asked,
      into: facts.into.join('、'),
    },
  });
}
