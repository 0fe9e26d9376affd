/** Storing a plan: whoever saves it confirms it. */
import { AppError } from '#shared/contract/errors.ts';
import type { PlanMilestone, PlanView } from '#shared/contract/plan.ts';
import { milestonesText } from '#shared/domain/plan-milestone-text.ts';
import { milestoneShares, type PlanValues } from '#shared/domain/plan-sheet.ts';
import { checkPlan } from '#shared/domain/supervision/plan.ts';
import { isSameCourse } from '#shared/domain/supervision/plan-succession.ts';
import {
  quarterPoints,
  type Trajectory,
  trajectoryShapeLabels,
} from '#shared/domain/supervision/trajectory.ts';
import type { Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import { type PlanTaskHead, storeMilestones, storePlan } from '../db/repositories/plan.repository.ts';
import type { ServiceContext } from './context.ts';
import { localDate } from './moment.ts';
import { keepEarlierPlan, keepProposals, resolvePlanStart } from './plan-succession.ts';
import { readEarlierProposals } from './plan-values.ts';

export interface PlanEntry extends Omit<PlanValues, 'milestones'> {
  milestones: readonly PlanMilestone[];
}

/** The numbers of a trajectory that has its own: 「2024-03-31 30%」, a line each. */
function pointsText(trajectory: Trajectory): string {
  if (trajectory.shape === 'milestones')
    return trajectory.milestones.map(({ due, weight }) => `${due} ×${weight ?? 1}`).join('\n');
  if (trajectory.shape !== 'points' && trajectory.shape !== 'quarters') return '';
  const points = trajectory.shape === 'points' ? trajectory.points : quarterPoints(trajectory);
  return points.map(({ date, percent }) => `${date} ${percent}%`).join('\n');
}

/** The plan in words, as the log keeps it. */
function loggedPlan(plan: PlanEntry): Record<string, unknown> {
  const { trajectory, milestones, ...texts } = plan;
  const { start, due, shape } = trajectory;
  return {
    ...texts,
    start,
    due,
    shape: trajectoryShapeLabels[shape],
    points: pointsText(trajectory),
    milestones: milestonesText(milestones),
  };
}

function entryOf(view: PlanView): PlanEntry {
  const { responsibleLeader, responsiblePerson, contact, contactPhone, workPlan } = view;
  const { trajectory, milestones } = view;
  return { responsibleLeader, responsiblePerson, contact, contactPhone, workPlan, trajectory, milestones };
}

/** What counted until now: proposed 节点 do not. */
function heldCourse({ status, trajectory, milestones }: PlanView) {
  return { trajectory, milestones: status === 'proposed' ? [] : milestones };
}

/** A trajectory by 节点 follows the plan's own. */
function settledTrajectory({ trajectory, milestones }: PlanEntry): Trajectory {
  if (trajectory.shape !== 'milestones') return trajectory;
  return { ...trajectory, milestones: milestoneShares(trajectory, milestones) };
}

/**
 * Stores the plan as the version after the one that was seen, and writes it into the log. Where its course changes,
 * the one before stays for the days before the new one's start.
 * @param before what stands, the proposal included
 * @param start from which day a changed course holds: null as early as may be, undefined as usual
 * @throws AppError `bad_input` with everything that is wrong, `stale`
 */
export async function savePlan(
  writer: Writer,
  context: ServiceContext,
  task: Pick<PlanTaskHead, 'taskId' | 'code' | 'year'>,
  entry: PlanEntry,
  before: PlanView,
  version: number,
  { action = '保存计划', start }: { action?: string; start?: string | null | undefined } = {},
): Promise<void> {
  const plan = { ...entry, trajectory: settledTrajectory(entry) };
  const problems = checkPlan({ ...plan, status: 'confirmed' });
  if (problems.length > 0)
    throw new AppError('bad_input', `任务 ${task.code} 的计划没有保存：${problems.join('')}`, {
      code: task.code,
    });
  if (before.version !== version)
    throw new AppError(
      'stale',
      `任务 ${task.code} 的计划已由${before.confirmedBy ?? '别人'}改过，您的修改没有保存。请刷新后再改。`,
      { code: task.code, version: before.version },
    );
  const at = context.now().toISOString();
  const today = localDate(context.now());
  const from = await resolvePlanStart(writer, task, before.status, start, today);
  const changesCourse = !isSameCourse(heldCourse(before), plan);
  const superseded = { at, by: context.operator };
  if (before.status === 'proposed') {
    const earlier = await readEarlierProposals(writer, task, today);
    // What is confirmed as it was suggested has no end, but for the words before the ones in force.
    if (changesCourse || earlier.length > 0)
      await keepProposals(writer, task.taskId, [...earlier, { until: null, plan: before }], from, superseded);
  } else if (changesCourse) await keepEarlierPlan(writer, task.taskId, before, from, superseded);
  const { milestones, ...texts } = plan;
  await storePlan(writer, version, {
    taskId: task.taskId,
    ...texts,
    due: plan.trajectory.due,
    confirmedAt: at,
    confirmedBy: context.operator,
  });
  await storeMilestones(writer, task.taskId, milestones, { at, by: context.operator });
  await recordChange(writer, {
    at,
    actor: context.operator,
    origin: context.origin,
    action,
    entity: 'task',
    entityId: task.taskId,
    before: before.version === 0 ? null : loggedPlan(entryOf(before)),
    after: { ...loggedPlan(plan), ...(changesCourse && from !== null ? { from } : {}) },
  });
}
