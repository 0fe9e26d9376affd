/** Confirmed plans with their 节点. */
import { AppError } from '#shared/contract/errors.ts';
import type { PlanMilestone } from '#shared/contract/plan.ts';
import type { Trajectory } from '#shared/domain/supervision/trajectory.ts';
import type { Reader, Writer } from '../executor.ts';
import { groupRows } from '../group-rows.ts';

export interface StoredPlan {
  taskId: number;
  version: number;
  responsibleLeader: string;
  responsiblePerson: string;
  contact: string;
  contactPhone: string;
  workPlan: string;
  due: string;
  /** It was checked when it was stored. */
  trajectory: Trajectory;
  confirmedAt: string;
  confirmedBy: string;
}

/** By task; a plan nobody has confirmed is absent. @param taskIds at most 30,000 */
export async function listPlans(
  reader: Reader,
  taskIds: readonly number[],
): Promise<Map<number, StoredPlan>> {
  if (taskIds.length === 0) return new Map();
  const rows = await reader.selectFrom('task_plan').selectAll().where('task_id', 'in', taskIds).execute();
  return new Map(
    rows.map((row) => [
      row.task_id,
      {
        taskId: row.task_id,
        version: row.version,
        responsibleLeader: row.responsible_leader,
        responsiblePerson: row.responsible_person,
        contact: row.contact,
        contactPhone: row.contact_phone,
        workPlan: row.work_plan,
        due: row.due,
        trajectory: JSON.parse(row.trajectory) as Trajectory,
        confirmedAt: row.confirmed_at,
        confirmedBy: row.confirmed_by,
      },
    ]),
  );
}

/** By task, in the plan's order; a task without is absent. @param taskIds at most 30,000 */
export async function listPlanMilestones(
  reader: Reader,
  taskIds: readonly number[],
): Promise<Map<number, (PlanMilestone & { id: number })[]>> {
  if (taskIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('milestone')
    .select(['id', 'task_id', 'title', 'due', 'done_on as done', 'evidence'])
    .where('task_id', 'in', taskIds)
    .orderBy('task_id')
    .orderBy('position')
    .execute();
  const byTask = groupRows(rows, ({ task_id }) => task_id);
  return new Map([...byTask].map(([taskId, own]) => [taskId, own.map(({ task_id: _, ...rest }) => rest)]));
}

/**
 * Stores the plan as the next version.
 * @param version the one the editor saw; 0: nobody had confirmed it
 * @throws AppError `stale` when it is no longer the current one
 */
export async function storePlan(
  writer: Writer,
  version: number,
  plan: Omit<StoredPlan, 'version'>,
): Promise<void> {
  const values = {
    responsible_leader: plan.responsibleLeader,
    responsible_person: plan.responsiblePerson,
    contact: plan.contact,
    contact_phone: plan.contactPhone,
    work_plan: plan.workPlan,
    due: plan.due,
    trajectory: JSON.stringify(plan.trajectory),
    version: version + 1,
    confirmed_at: plan.confirmedAt,
    confirmed_by: plan.confirmedBy,
  };
  const stored =
    version === 0
      ? await writer
          .insertInto('task_plan')
          .values({ task_id: plan.taskId, ...values })
          .onConflict((conflict) => conflict.column('task_id').doNothing())
          .executeTakeFirstOrThrow()
          .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows)
      : await writer
          .updateTable('task_plan')
          .set(values)
          .where('task_id', '=', plan.taskId)
          .where('version', '=', version)
          .executeTakeFirstOrThrow()
          .then(({ numUpdatedRows }) => numUpdatedRows);
  if (stored !== 1n) throw new AppError('stale', '计划刚被改过，请刷新后再改。', { taskId: plan.taskId });
}

/** Replaces a task's 节点, in this order; one that was there keeps its id and what is attached to it. */
export async function storeMilestones(
  writer: Writer,
  taskId: number,
  milestones: readonly PlanMilestone[],
  created: { at: string; by: string },
): Promise<void> {
  const kept = milestones.map(({ id }) => id).filter((id) => id !== null);
  let gone = writer.deleteFrom('milestone').where('task_id', '=', taskId);
  if (kept.length > 0) gone = gone.where('id', 'not in', kept);
  await gone.execute();
  for (const [position, { id, title, due, done, evidence }] of milestones.entries()) {
    const values = { position, title, due, done_on: done, evidence };
    if (id === null) {
      const added = {
        task_id: taskId,
        weight: null,
        ...values,
        created_at: created.at,
        created_by: created.by,
      };
      await writer.insertInto('milestone').values(added).execute();
      continue;
    }
    const { numUpdatedRows } = await writer
      .updateTable('milestone')
      .set(values)
      .where('id', '=', id)
      .where('task_id', '=', taskId)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n)
      throw new AppError('stale', '有一个节点刚被别人删掉，您的修改没有保存。请刷新后再改。', { taskId });
  }
}

export interface PlanTaskHead {
  taskId: number;
  code: string;
  content: string;
  kind: 'key' | 'livelihood';
  year: number;
  leaderId: number | null;
  leader: string | null;
}

/** In printed order. @param taskIds at most 30,000; all without */
export function listPlanTasks(reader: Reader, taskIds?: readonly number[]): Promise<PlanTaskHead[]> {
  let query = reader
    .selectFrom('section')
    .innerJoin('document', 'document.id', 'section.document_id')
    .innerJoin('task', 'task.section_id', 'section.id')
    .leftJoin('leader', 'leader.id', 'task.leader_id')
    .select(['task.id as taskId', 'task.code', 'task.content', 'task.kind', 'document.year'])
    .select(['task.leader_id as leaderId', 'leader.name as leader'])
    .orderBy('document.year', 'desc')
    .orderBy('section.document_id')
    .orderBy('section.kind')
    .orderBy('section.ordinal')
    .orderBy('task.row_number');
  if (taskIds !== undefined) query = query.where('task.id', 'in', taskIds);
  return query.execute();
}
