/** Confirmed plans, recorded 节点, and the plans that held before. */
import type { EarlierPlan } from '#shared/domain/lights/task-facts.ts';
import type { Milestone } from '#shared/domain/supervision/plan.ts';
import type { Trajectory } from '#shared/domain/supervision/trajectory.ts';
import type { Reader } from '../executor.ts';
import { groupRows } from '../group-rows.ts';
import type { TaskCondition } from './tasks-filter.repository.ts';

/** The trajectory of each confirmed plan by task. It was checked when it was stored. */
export async function listConfirmedTrajectories(
  reader: Reader,
  condition: TaskCondition,
): Promise<Map<number, Trajectory>> {
  const rows = await reader
    .selectFrom('task')
    .innerJoin('task_plan as plan', 'plan.task_id', 'task.id')
    .select(['plan.task_id as taskId', 'plan.trajectory'])
    .where(condition)
    .execute();
  return new Map(rows.map(({ taskId, trajectory }) => [taskId, JSON.parse(trajectory) as Trajectory]));
}

/** By task, in the plan's order; a task without is absent. */
export async function listMilestones(
  reader: Reader,
  condition: TaskCondition,
): Promise<Map<number, (Milestone & { id: number })[]>> {
  const rows = await reader
    .selectFrom('task')
    .innerJoin('milestone', 'milestone.task_id', 'task.id')
    .select(['milestone.id', 'milestone.task_id as taskId', 'milestone.title', 'milestone.due'])
    .select(['milestone.done_on as done', 'milestone.evidence'])
    .where(condition)
    .orderBy('milestone.task_id')
    .orderBy('milestone.position')
    .execute();
  const byTask = groupRows(rows, ({ taskId }) => taskId);
  return new Map([...byTask].map(([taskId, own]) => [taskId, own.map(({ taskId: _, ...rest }) => rest)]));
}

export interface StoredEarlierPlan extends EarlierPlan {
  milestones: readonly (Milestone & { id: number })[];
}

/** Plans that were overtaken, by task, earliest first; most tasks have none. */
export async function listEarlierPlans(
  reader: Reader,
  condition: TaskCondition,
): Promise<Map<number, StoredEarlierPlan[]>> {
  const rows = await reader
    .selectFrom('task')
    .innerJoin('earlier_plan as plan', 'plan.task_id', 'task.id')
    .select(['plan.task_id', 'plan.until_date', 'plan.status', 'plan.reason'])
    .select(['plan.trajectory', 'plan.milestones'])
    .where(condition)
    .orderBy('plan.task_id')
    .orderBy('plan.until_date')
    .execute();
  const byTask = groupRows(rows, ({ task_id }) => task_id);
  return new Map(
    [...byTask].map(([taskId, own]) => [
      taskId,
      own.map(({ until_date: until, status, reason, trajectory, milestones }) => ({
        until,
        status,
        reason,
        trajectory: JSON.parse(trajectory) as Trajectory,
        milestones: JSON.parse(milestones) as StoredEarlierPlan['milestones'],
      })),
    ]),
  );
}
