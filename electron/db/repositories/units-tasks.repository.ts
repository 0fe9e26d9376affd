/** A unit's tasks by role. */
import type { Role } from '#shared/domain/task.ts';
import type { Reader } from '../executor.ts';
import { findUnitReach, printedWithin, type UnitReach } from './tasks-filter.repository.ts';

export interface UnitTask {
  taskId: number;
  role: Role;
  /** The fixed group or the office under whose name the unit is in it; null under its own. */
  via: string | null;
}

function selectUnitTasks(reader: Reader, reach: UnitReach) {
  return reader
    .selectFrom('task_unit')
    .innerJoin('unit', 'unit.id', 'task_unit.unit_id')
    .select(['task_unit.task_id', 'task_unit.role', 'task_unit.unit_id', 'unit.name'])
    .where(printedWithin(reach))
    .orderBy('task_unit.position');
}

/** The same tasks as the task table's unit filter lists, once for each role. */
export async function listUnitTasks(reader: Reader, unitId: number): Promise<UnitTask[]> {
  const reach = await findUnitReach(reader, unitId);
  const ownIds = [unitId, reach.bracket?.unitId];
  const rows = await selectUnitTasks(reader, reach).execute();
  return rows.map((row) => ({
    taskId: row.task_id,
    role: row.role,
    via: ownIds.includes(row.unit_id) ? null : row.name,
  }));
}
