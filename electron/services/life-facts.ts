/** What a move of a task is judged by, read anew each time. */

import type { CompletionFacts } from '#shared/domain/supervision/completion.ts';
import { formatOrderNumber } from '#shared/domain/supervision/order-number.ts';
import { isMilestoneDone } from '#shared/domain/supervision/plan.ts';
import type { TaskState } from '#shared/domain/supervision/task-state.ts';
import { firstTaskState } from '#shared/domain/supervision/task-state.ts';
import { targetStandings, withCarriedWords } from '#shared/domain/target-standing.ts';
import type { Reader } from '../db/executor.ts';
import { listAttachments } from '../db/repositories/attachment.repository.ts';
import { listPlanMilestones } from '../db/repositories/plan.repository.ts';
import {
  listOpenOrders,
  listPartsOfLastSplit,
  listTargetWords,
} from '../db/repositories/task-completion.repository.ts';
import { listMovedStates, listMoves } from '../db/repositories/task-life.repository.ts';
import { listOvertakenTargets, listTargetsByTask } from '../db/repositories/tasks-parts.repository.ts';

export interface LifeFacts extends CompletionFacts {
  state: TaskState;
  /** The day of the last move; null before the first. */
  previousOn: string | null;
  materials: number;
}

async function listOrderNumbers(reader: Reader, taskId: number): Promise<string[]> {
  const orders = await listOpenOrders(reader, taskId);
  return orders.map(({ title, number, year }) =>
    number === null || year === null ? `“${title}”` : formatOrderNumber({ year, number }),
  );
}

async function listLivingParts(reader: Reader, taskId: number): Promise<string[]> {
  const parts = await listPartsOfLastSplit(reader, taskId);
  const states = await listMovedStates(
    reader,
    parts.map(({ id }) => id),
  );
  return parts.filter(({ id }) => states.get(id) !== 'withdrawn').map(({ code }) => code);
}

/** @param date `YYYY-MM-DD`: a 节点 done later was open then */
export async function readLifeFacts(reader: Reader, taskId: number, date: string): Promise<LifeFacts> {
  const moves = await listMoves(reader, taskId);
  const request = moves.findLast(({ move }) => move === 'request_completion');
  const judged = moves.findLast(({ reviewer }) => reviewer !== '');
  const last = moves.at(-1);
  const targets = (await listTargetsByTask(reader, [taskId], date)).get(taskId) ?? [];
  const overtaken = await listOvertakenTargets(reader, taskId, date);
  const words = withCarriedWords(targets, overtaken, await listTargetWords(reader, taskId));
  const milestones = (await listPlanMilestones(reader, [taskId])).get(taskId) ?? [];
  return {
    state: last?.to ?? firstTaskState,
    previousOn: last?.on ?? null,
    requester: request?.details.requester ?? '',
    reviewer: judged !== undefined && request !== undefined && judged.id > request.id ? judged.reviewer : '',
    materials: (await listAttachments(reader, 'task', taskId)).length,
    targets: targetStandings(targets, words),
    milestones: milestones.map((milestone) => ({
      title: milestone.title,
      isDone: isMilestoneDone(milestone, date),
    })),
    openOrders: await listOrderNumbers(reader, taskId),
    livingParts: await listLivingParts(reader, taskId),
  };
}
