/** 计划 of many tasks at once: the grid's rows, what was typed into them, and confirming what the texts suggest. */
import { AppError } from '#shared/contract/errors.ts';
import type { PlanMilestone, PlanView } from '#shared/contract/plan.ts';
import type { PlanGrid, PlanGridEdit } from '#shared/contract/plan-sheet.ts';
import { editPlanCells, type PlanGridRow, type PlanValues, planCells } from '#shared/domain/plan-sheet.ts';
import type { CurveSettings } from '#shared/domain/supervision/curves.ts';
import type { Milestone } from '#shared/domain/supervision/plan.ts';
import { firstTaskState } from '#shared/domain/supervision/task-state.ts';
import type { Reader, Writer } from '../db/executor.ts';
import { groupRows } from '../db/group-rows.ts';
import { listNamedUnits, listTaskGroups } from '../db/repositories/named-units.repository.ts';
import { listPlanTasks, type PlanTaskHead } from '../db/repositories/plan.repository.ts';
import { listMovedStates } from '../db/repositories/task-life.repository.ts';
import { listUnitsByTask } from '../db/repositories/tasks-units.repository.ts';
import type { ServiceContext } from './context.ts';
import { localDate } from './moment.ts';
import { savePlan } from './plan-save.service.ts';
import { readPlans } from './plan-values.ts';
import { readRuleSettings } from './rule-settings.ts';

/** As many tasks as one statement takes (SQLite: 32,766 parameters). */
const tasksPerPiece = 5_000;

function valuesOf(plan: PlanView): PlanValues {
  const { responsibleLeader, responsiblePerson, contact, contactPhone, workPlan } = plan;
  const milestones = plan.milestones.map(({ id: _, ...milestone }) => milestone);
  return {
    responsibleLeader,
    responsiblePerson,
    contact,
    contactPhone,
    workPlan,
    trajectory: plan.trajectory,
    milestones,
  };
}

async function readRows(
  reader: Reader,
  tasks: readonly PlanTaskHead[],
  curves: readonly CurveSettings[],
  today: string,
): Promise<PlanGridRow[]> {
  const taskIds = tasks.map(({ taskId }) => taskId);
  const plans = await readPlans(reader, tasks, today);
  const units = await listUnitsByTask(reader, taskIds);
  const states = await listMovedStates(reader, taskIds);
  const groups = groupRows(await listTaskGroups(reader, taskIds), ({ taskId }) => taskId);
  const named = new Set((await listNamedUnits(reader, taskIds)).map((row) => `${row.taskId} ${row.groupId}`));
  return tasks.flatMap((task) => {
    const plan = plans.get(task.taskId);
    if (plan === undefined) return [];
    const { year, ...head } = task;
    const open = (groups.get(task.taskId) ?? []).filter(
      ({ groupId }) => !named.has(`${task.taskId} ${groupId}`),
    );
    const own = units.get(task.taskId) ?? [];
    return [
      {
        ...head,
        state: states.get(task.taskId) ?? firstTaskState,
        units: own.map(({ unitId, name }) => ({ id: unitId, name })),
        unspecified: open.map(({ groupId, name }) => ({ groupId, name })),
        status: plan.status,
        version: plan.version,
        reason: plan.reason,
        milestoneCount: plan.milestones.length,
        cells: planCells(valuesOf(plan), year, curves),
      },
    ];
  });
}

/** In printed order. @param today `YYYY-MM-DD` @param taskIds all tasks without */
export async function readPlanRows(
  reader: Reader,
  today: string,
  taskIds?: readonly number[],
): Promise<PlanGridRow[]> {
  const wanted = taskIds === undefined ? null : new Set(taskIds);
  const tasks = (await listPlanTasks(reader)).filter(({ taskId }) => wanted === null || wanted.has(taskId));
  const curves = await readRuleSettings(reader, 'curve');
  const rows: PlanGridRow[] = [];
  for (let from = 0; from < tasks.length; from += tasksPerPiece)
    rows.push(...(await readRows(reader, tasks.slice(from, from + tasksPerPiece), curves, today)));
  return rows;
}

/** @param today `YYYY-MM-DD` */
export async function readPlanGrid(reader: Reader, today: string): Promise<PlanGrid> {
  const rows = await readPlanRows(reader, today);
  return {
    rows,
    unspecified: rows.filter(({ unspecified }) => unspecified.length > 0).length,
    proposed: rows.filter(({ status }) => status === 'proposed').length,
  };
}

/** A 节点 that keeps its title, or else its day, is the same 节点. */
function withIds(milestones: readonly Milestone[], known: readonly PlanMilestone[]): PlanMilestone[] {
  const free = [...known];
  const take = (isSame: (candidate: PlanMilestone) => boolean): number | null => {
    const index = free.findIndex((candidate) => candidate.id !== null && isSame(candidate));
    return index === -1 ? null : (free.splice(index, 1)[0]?.id ?? null);
  };
  const byTitle = milestones.map((milestone) => take(({ title }) => title === milestone.title));
  return milestones.map((milestone, index) => ({
    id: byTitle[index] ?? take(({ due }) => due === milestone.due),
    ...milestone,
  }));
}

async function requireTasks(writer: Writer, taskIds: readonly number[]): Promise<Map<number, PlanTaskHead>> {
  const tasks = new Map((await listPlanTasks(writer, taskIds)).map((task) => [task.taskId, task]));
  const missing = taskIds.find((id) => !tasks.has(id));
  if (missing === undefined) return tasks;
  throw new AppError('not_found', '有一项任务已经不在了，没有保存。请刷新后再试。', { taskId: missing });
}

/**
 * All or nothing.
 * @returns cells that were given
 * @throws AppError `not_found`, `bad_input` naming the task, `stale`
 */
export async function editPlanRows(
  writer: Writer,
  context: ServiceContext,
  edits: readonly PlanGridEdit[],
  action: string,
): Promise<number> {
  const tasks = await requireTasks(
    writer,
    edits.map(({ taskId }) => taskId),
  );
  const plans = await readPlans(writer, [...tasks.values()], localDate(context.now()));
  const curves = await readRuleSettings(writer, 'curve');
  for (const { taskId, version, cells } of edits) {
    const task = tasks.get(taskId);
    const before = plans.get(taskId);
    if (task === undefined || before === undefined) throw new Error(`task ${taskId} has no plan`);
    const edited = editPlanCells(valuesOf(before), cells, task.year, curves);
    if (!edited.ok)
      throw new AppError('bad_input', `任务 ${task.code} 没有保存：${edited.problems.join('')}`, {
        code: task.code,
      });
    const entry = { ...edited.plan, milestones: withIds(edited.plan.milestones, before.milestones) };
    await savePlan(writer, context, task, entry, before, version, { action });
  }
  return edits.reduce((sum, { cells }) => sum + Object.keys(cells).length, 0);
}

/** Confirms the proposals as they stand; what somebody has confirmed already stays untouched. */
export async function confirmPlans(
  writer: Writer,
  context: ServiceContext,
  taskIds: readonly number[],
): Promise<{ confirmed: number }> {
  const tasks = await requireTasks(writer, [...new Set(taskIds)]);
  const plans = await readPlans(writer, [...tasks.values()], localDate(context.now()));
  let confirmed = 0;
  for (const task of tasks.values()) {
    const plan = plans.get(task.taskId);
    if (plan === undefined || plan.status === 'confirmed') continue;
    await savePlan(writer, context, task, plan, plan, 0, { action: '确认建议的计划' });
    confirmed += 1;
  }
  return { confirmed };
}
