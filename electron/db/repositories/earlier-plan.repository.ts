/** Plans that another has taken the place of, each with the first day on which it no longer held. */
import type { EarlierPlanView } from '#shared/contract/plan.ts';
import type { PlanStatus } from '#shared/domain/supervision/plan.ts';
import type { Trajectory } from '#shared/domain/supervision/trajectory.ts';
import type { Reader, Writer } from '../executor.ts';

/** Earliest first. */
export async function listEarlierPlansOf(reader: Reader, taskId: number): Promise<EarlierPlanView[]> {
  const rows = await reader
    .selectFrom('earlier_plan')
    .selectAll()
    .where('task_id', '=', taskId)
    .orderBy('until_date')
    .execute();
  return rows.map((row) => ({
    until: row.until_date,
    status: row.status,
    trajectory: JSON.parse(row.trajectory) as Trajectory,
    supersededBy: row.superseded_by,
  }));
}

export interface OvertakenPlan {
  taskId: number;
  until: string;
  status: PlanStatus;
  reason: string;
  trajectory: Trajectory;
  milestones: readonly { id: number; title: string; due: string; done: string | null; evidence: string }[];
}

export async function insertEarlierPlan(
  writer: Writer,
  { taskId, until, status, reason, trajectory, milestones }: OvertakenPlan,
  superseded: { at: string; by: string },
): Promise<void> {
  await writer
    .insertInto('earlier_plan')
    .values({
      task_id: taskId,
      until_date: until,
      status,
      reason,
      trajectory: JSON.stringify(trajectory),
      milestones: JSON.stringify(milestones),
      superseded_at: superseded.at,
      superseded_by: superseded.by,
    })
    .execute();
}

/** The plan that held until a day holds until an earlier one. */
export async function shortenEarlierPlan(
  writer: Writer,
  taskId: number,
  until: string,
  from: string,
): Promise<void> {
  const { numUpdatedRows } = await writer
    .updateTable('earlier_plan')
    .set({ until_date: from })
    .where('task_id', '=', taskId)
    .where('until_date', '=', until)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n)
    throw new Error(`plan of task ${taskId} until ${until}: ${numUpdatedRows} rows updated`);
}

/** @param ends not empty */
export async function deleteEarlierPlans(
  writer: Writer,
  taskId: number,
  ends: readonly string[],
): Promise<void> {
  await writer
    .deleteFrom('earlier_plan')
    .where('task_id', '=', taskId)
    .where('until_date', 'in', ends)
    .execute();
}
