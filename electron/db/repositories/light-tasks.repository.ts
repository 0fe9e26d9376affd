/** The tasks whose lights are asked for, with who leads them: a query a kind of thing, whatever their number. */
import type { Named } from '#shared/domain/lights/task-facts.ts';
import type { DatedTarget } from '#shared/domain/target.ts';
import type { TaskKind } from '#shared/domain/task.ts';
import type { Reader } from '../executor.ts';
import type { TaskCondition } from './tasks-filter.repository.ts';

export interface LightTaskHead {
  taskId: number;
  code: string;
  kind: TaskKind;
  year: number;
  content: string;
  listedFrom: string | null;
  leaderId: number | null;
  leader: string | null;
}

/** In printed order. */
export function listLightTasks(reader: Reader, condition: TaskCondition): Promise<LightTaskHead[]> {
  return reader
    .selectFrom('section')
    .innerJoin('document', 'document.id', 'section.document_id')
    .innerJoin('task', 'task.section_id', 'section.id')
    .leftJoin('leader', 'leader.id', 'task.leader_id')
    .select(['task.id as taskId', 'task.code', 'task.kind', 'task.content', 'document.year'])
    .select(['task.listed_from as listedFrom', 'task.leader_id as leaderId', 'leader.name as leader'])
    .where(condition)
    .orderBy('section.document_id')
    .orderBy('section.kind')
    .orderBy('section.ordinal')
    .orderBy('task.row_number')
    .execute();
}

/** The reporting units of each task in printed order; a task without is absent. */
export async function listLightLeads(
  reader: Reader,
  condition: TaskCondition,
): Promise<Map<number, Named[]>> {
  const rows = await reader
    .selectFrom('task')
    .innerJoin('task_reporting_unit as asked', 'asked.task_id', 'task.id')
    .select(['asked.task_id as taskId', 'asked.unit_id as unitId'])
    .where(condition)
    .orderBy('asked.task_id')
    .orderBy('asked.position')
    .execute();
  const units = await reader.selectFrom('unit').select(['id', 'name']).execute();
  // One object a unit: 40,000 pairs of a large office share them.
  const named = new Map(units.map((unit) => [unit.id, unit]));
  const byTask = new Map<number, Named[]>();
  for (const { taskId, unitId } of rows) {
    const unit = named.get(unitId);
    if (unit === undefined) continue;
    const leads = byTask.get(taskId);
    if (leads === undefined) byTask.set(taskId, [unit]);
    else leads.push(unit);
  }
  return byTask;
}

export interface LightTarget extends DatedTarget {
  id: number;
  taskId: number;
}

/** In the texts' order, those that no longer hold among them. */
export function listLightTargets(reader: Reader, condition: TaskCondition): Promise<LightTarget[]> {
  return reader
    .selectFrom('task')
    .innerJoin('target', 'target.task_id', 'task.id')
    .select(['target.id', 'target.task_id as taskId', 'target.name', 'target.comparator', 'target.value'])
    .select(['target.measure', 'target.due', 'target.from_date as from', 'target.until_date as until'])
    .where(condition)
    .orderBy('target.task_id')
    .orderBy('target.position')
    .execute();
}

/** The years that have a notice, earliest first. */
export async function listNoticeYears(reader: Reader): Promise<number[]> {
  const rows = await reader.selectFrom('document').select('year').distinct().orderBy('year').execute();
  return rows.map(({ year }) => year);
}

/** The tasks of a year's notices. */
export function tasksOfYear(year: number): TaskCondition {
  return (eb) =>
    eb('task.document_id', 'in', eb.selectFrom('document').select('document.id').where('year', '=', year));
}

/** @param taskIds at most 30,000 */
export function tasksById(taskIds: readonly number[]): TaskCondition {
  return (eb) => eb('task.id', 'in', taskIds);
}
