/** Confirmed plans and recorded 节点. */
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
): Promise<Map<number, Milestone[]>> {
  const rows = await reader
    .selectFrom('task')
    .innerJoin('milestone', 'milestone.task_id', 'task.id')
    .select(['milestone.task_id as taskId', 'milestone.title', 'milestone.due'])
    .select(['milestone.done_on as done', 'milestone.evidence'])
    .where(condition)
    .orderBy('milestone.task_id')
    .orderBy('milestone.position')
    .execute();
  const byTask = groupRows(rows, ({ taskId }) => taskId);
  return new Map([...byTask].map(([taskId, own]) => [taskId, own.map(({ taskId: _, ...rest }) => rest)]));
}
