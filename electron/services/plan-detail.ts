/** Everything the task page shows of a task's plan and life. */
import { AppError } from '#shared/contract/errors.ts';
import type { PlanDetail } from '#shared/contract/plan.ts';
import type { AllowedMove, TaskMoveView } from '#shared/contract/task-life.ts';
import type { TaskTarget } from '#shared/contract/tasks.ts';
import { checkConditions } from '#shared/domain/supervision/task-move.ts';
import { allowedMoves, taskMoves } from '#shared/domain/supervision/task-state.ts';
import { roleLabels } from '#shared/domain/task.ts';
import type { Reader } from '../db/executor.ts';
import { listAttachments } from '../db/repositories/attachment.repository.ts';
import { listEarlierPlansOf } from '../db/repositories/earlier-plan.repository.ts';
import { listNamedGroups } from '../db/repositories/named-units.repository.ts';
import { listPlanTasks, type PlanTaskHead } from '../db/repositories/plan.repository.ts';
import { listTargetWords } from '../db/repositories/task-completion.repository.ts';
import { listMoves, listOrigins } from '../db/repositories/task-life.repository.ts';
import { listTerms, listWordingsOf } from '../db/repositories/task-terms.repository.ts';
import { listOvertakenTargets, listTargetsByTask } from '../db/repositories/tasks-parts.repository.ts';
import { listUnitsByTask } from '../db/repositories/tasks-units.repository.ts';
import { type LifeFacts, readLifeFacts } from './life-facts.ts';
import { readUsualStart } from './plan-succession.ts';
import { readPlans } from './plan-values.ts';
import { readRuleSettings } from './rule-settings.ts';

function allowedNow(facts: LifeFacts): AllowedMove[] {
  return allowedMoves(facts.state).map((row) => ({
    move: row.move,
    label: row.label,
    needs: [...row.needs],
    // Who reviews is asked with the move itself; until then nothing can be said of him.
    conditions: checkConditions(row, facts)
      .filter(({ condition }) => condition !== 'independent_reviewer')
      .map(({ label, obstacles }) => ({ label, obstacles })),
  }));
}

function labelOf(key: string): string {
  return taskMoves.find(({ move }) => move === key)?.label ?? key;
}

async function readMoves(reader: Reader, taskId: number): Promise<TaskMoveView[]> {
  const moves = await listMoves(reader, taskId);
  return moves.map(({ move, details, ...row }) => ({
    ...row,
    label: labelOf(move),
    requester: details.requester,
  }));
}

/** With what was reported on them: those of the words in force, and those before. */
async function readTargets(
  reader: Reader,
  taskId: number,
  today: string,
): Promise<Pick<PlanDetail, 'targets' | 'earlierTargets'>> {
  const words = await listTargetWords(reader, taskId);
  const withReadings = <Kept extends TaskTarget>(target: Kept) => ({
    ...target,
    readings: words
      .filter(({ targetId }) => targetId === target.id)
      .map(({ period, unit, value }) => ({ period, unit, value })),
  });
  const targets = (await listTargetsByTask(reader, [taskId], today)).get(taskId) ?? [];
  const overtaken = await listOvertakenTargets(reader, taskId, today);
  return { targets: targets.map(withReadings), earlierTargets: overtaken.map(withReadings) };
}

/** @throws AppError `not_found` */
export async function requirePlanTask(reader: Reader, taskId: number): Promise<PlanTaskHead> {
  const [task] = await listPlanTasks(reader, [taskId]);
  if (task === undefined) throw new AppError('not_found', '没有找到这项任务，请刷新后再试。', { taskId });
  return task;
}

function leaderOf({ leaderId, leader }: PlanTaskHead): PlanDetail['leader'] {
  return leaderId === null || leader === null ? null : { id: leaderId, name: leader };
}

/** @param today `YYYY-MM-DD` @throws AppError `not_found` */
export async function readPlanDetail(reader: Reader, taskId: number, today: string): Promise<PlanDetail> {
  const task = await requirePlanTask(reader, taskId);
  const plan = (await readPlans(reader, [task], today)).get(taskId);
  if (plan === undefined) throw new Error(`task ${taskId} has no plan`);
  const facts = await readLifeFacts(reader, taskId, today);
  const units = (await listUnitsByTask(reader, [taskId])).get(taskId) ?? [];
  return {
    taskId,
    code: task.code,
    content: task.content,
    year: task.year,
    leader: leaderOf(task),
    state: facts.state,
    plan,
    earlierPlans: await listEarlierPlansOf(reader, taskId),
    usualStart: await readUsualStart(reader, task, plan.status, today),
    curves: await readRuleSettings(reader, 'curve'),
    ...(await readTargets(reader, taskId, today)),
    terms: (await listTerms(reader, taskId)).map(({ leaderId: _, ...term }) => term),
    wordings: await listWordingsOf(reader, taskId),
    moves: await readMoves(reader, taskId),
    allowed: allowedNow(facts),
    origins: (await listOrigins(reader, taskId)).map(({ id, code, move }) => ({
      id,
      code,
      label: labelOf(move),
    })),
    groups: await listNamedGroups(reader, taskId),
    units: units.map(({ unitId, name, role }) => ({ unitId, name, role: roleLabels[role] })),
    materials: await listAttachments(reader, 'task', taskId),
  };
}
