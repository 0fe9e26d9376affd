/** Storing a notice's tasks, and who reports on them. */
import type { Insertable } from 'kysely';
import type { Period } from '#shared/domain/period.ts';
import type { Role } from '#shared/domain/task.ts';
import type { Reader, Writer } from '../executor.ts';
import { groupRows } from '../group-rows.ts';
import type { CorrectionTable, TargetTable, TaskTable, TaskUnitTable } from '../schema.ts';

export interface NewTask {
  task: Insertable<TaskTable>;
  /** In printed order. */
  units: Omit<Insertable<TaskUnitTable>, 'task_id' | 'position'>[];
  targets: Omit<Insertable<TargetTable>, 'task_id' | 'position'>[];
  corrections: Omit<Insertable<CorrectionTable>, 'task_id'>[];
}

/** Stores a task with all that belongs to it. @returns its id */
export async function insertTask(writer: Writer, entry: NewTask): Promise<number> {
  const { id } = await writer.insertInto('task').values(entry.task).returning('id').executeTakeFirstOrThrow();
  const placed = <Part>(parts: readonly Part[]) =>
    parts.map((part, position) => ({ ...part, task_id: id, position }));
  if (entry.units.length > 0) await writer.insertInto('task_unit').values(placed(entry.units)).execute();
  if (entry.targets.length > 0) await writer.insertInto('target').values(placed(entry.targets)).execute();
  if (entry.corrections.length > 0) {
    const corrections = entry.corrections.map((correction) => ({ ...correction, task_id: id }));
    await writer.insertInto('correction').values(corrections).execute();
  }
  return id;
}

/** A period that is there already keeps its deadline. */
export async function insertPeriods(
  writer: Writer,
  periods: readonly { period: Period; deadline: string }[],
): Promise<void> {
  await writer
    .insertInto('period')
    .values([...periods])
    .onConflict((conflict) => conflict.column('period').doNothing())
    .execute();
}

/**
 * Each task's units and roles in printed order, by task id; a task without units is absent.
 * @param taskIds at most 30,000; of all tasks without
 */
export async function listRolesByTask(
  reader: Reader,
  taskIds?: readonly number[],
): Promise<Map<number, { name: string; role: Role }[]>> {
  let query = reader
    .selectFrom('task_unit')
    .innerJoin('unit', 'unit.id', 'task_unit.unit_id')
    .select(['task_unit.task_id', 'unit.name', 'task_unit.role'])
    .orderBy('task_unit.task_id')
    .orderBy('task_unit.position');
  if (taskIds !== undefined) query = query.where('task_unit.task_id', 'in', taskIds);
  const rows = await query.execute();
  return groupRows(rows, (row) => row.task_id);
}

export interface ReportingPair {
  taskId: number;
  unitId: number;
  position: number;
}

/** The derived table as it stands, by task and position. */
export function listReportingPairs(reader: Reader): Promise<ReportingPair[]> {
  return reader
    .selectFrom('task_reporting_unit')
    .select(['task_id as taskId', 'unit_id as unitId', 'position'])
    .orderBy('task_id')
    .orderBy('position')
    .execute();
}

/** Well below SQLite's 32,766 parameters a statement. */
const pairsPerStatement = 5_000;

/** Replaces the derived table as a whole. */
export async function replaceReportingPairs(writer: Writer, pairs: readonly ReportingPair[]): Promise<void> {
  await writer.deleteFrom('task_reporting_unit').execute();
  for (let start = 0; start < pairs.length; start += pairsPerStatement) {
    const rows = pairs
      .slice(start, start + pairsPerStatement)
      .map((pair) => ({ task_id: pair.taskId, unit_id: pair.unitId, position: pair.position }));
    await writer.insertInto('task_reporting_unit').values(rows).execute();
  }
}

/** Replaces one task's part of the derived table. */
export async function replaceReportingPairsOf(
  writer: Writer,
  taskId: number,
  pairs: readonly ReportingPair[],
): Promise<void> {
  await writer.deleteFrom('task_reporting_unit').where('task_id', '=', taskId).execute();
  if (pairs.length === 0) return;
  const rows = pairs.map((pair) => ({ task_id: taskId, unit_id: pair.unitId, position: pair.position }));
  await writer.insertInto('task_reporting_unit').values(rows).execute();
}
