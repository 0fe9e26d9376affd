/** Which unit reports which task: the rows of 进展录入 before anything is reported. */
import type { Role } from '#shared/domain/task.ts';
import type { Reader } from '../executor.ts';
import { askedOn } from './task-life.repository.ts';

/** One task as one unit reports it. */
export interface ReportingPair {
  taskId: number;
  /** Of the task's document. */
  year: number;
  code: string;
  content: string;
  leader: string | null;
  unitId: number;
  unit: string;
}

function selectTasks(reader: Reader) {
  return reader
    .selectFrom('section')
    .innerJoin('document', 'document.id', 'section.document_id')
    .innerJoin('task', 'task.section_id', 'section.id')
    .leftJoin('leader', 'leader.id', 'task.leader_id')
    .select(['task.id as taskId', 'document.year', 'task.code', 'task.content', 'leader.name as leader'])
    .orderBy('section.document_id')
    .orderBy('section.kind')
    .orderBy('section.ordinal')
    .orderBy('task.row_number');
}

/** Every reporting unit's row of a leader's tasks of a year, in printed order. */
export function listPairsOfLeader(
  reader: Reader,
  leaderId: number,
  { year, onDate }: { year: number; onDate: string },
): Promise<ReportingPair[]> {
  return selectTasks(reader)
    .innerJoin('task_reporting_unit as asked', 'asked.task_id', 'task.id')
    .innerJoin('unit', 'unit.id', 'asked.unit_id')
    .select(['unit.id as unitId', 'unit.name as unit'])
    .where('task.leader_id', '=', leaderId)
    .where('document.year', '=', year)
    .where(askedOn(onDate))
    .orderBy('asked.position')
    .execute();
}

/** The ids under which a unit is named: its own and its fixed groups' (those of 相关… groups are named per task). */
async function listOwnAndGroupIds(reader: Reader, unitId: number): Promise<number[]> {
  const groups = await reader
    .selectFrom('unit_group_member')
    .innerJoin('unit', 'unit.id', 'unit_group_member.group_id')
    .select('unit.id')
    .where('unit_group_member.member_id', '=', unitId)
    .where('unit.membership', '=', 'fixed')
    .execute();
  return [unitId, ...groups.map((group) => group.id)];
}

interface PairFilter {
  scope: 'lead' | 'all';
  year?: number;
  taskId?: number;
  /** `YYYY-MM-DD`: without what was not yet listed, or no longer a task, on that day. */
  onDate?: string;
}

/**
 * The tasks a unit may report on, in printed order: those it is asked about (`lead`), or also those it has any
 * role in, itself or through a group (`all`). A group itself never reports: its members do.
 */
export async function listPairsOfUnit(
  reader: Reader,
  unitId: number,
  { scope, year, taskId, onDate }: PairFilter,
): Promise<ReportingPair[]> {
  const named = scope === 'all' ? await listOwnAndGroupIds(reader, unitId) : [];
  let pairs = selectTasks(reader)
    .innerJoin('unit', (join) => join.on('unit.id', '=', unitId).on('unit.kind', '<>', 'group'))
    .select(['unit.id as unitId', 'unit.name as unit'])
    .where((eb) => {
      const asked = eb.selectFrom('task_reporting_unit').select('task_id').where('unit_id', '=', unitId);
      if (named.length === 0) return eb('task.id', 'in', asked);
      const involved = eb.selectFrom('task_unit').select('task_id').where('unit_id', 'in', named);
      const chosen = eb.selectFrom('task_named_unit').select('task_id').where('unit_id', '=', unitId);
      return eb.or([eb('task.id', 'in', asked), eb('task.id', 'in', involved), eb('task.id', 'in', chosen)]);
    });
  if (year !== undefined) pairs = pairs.where('document.year', '=', year);
  if (onDate !== undefined) pairs = pairs.where(askedOn(onDate));
  if (taskId !== undefined) pairs = pairs.where('task.id', '=', taskId);
  return pairs.execute();
}

export interface RoleRow {
  taskId: number;
  unitId: number;
  role: Role;
}

/** Each unit's own roles in the tasks. @param taskIds at most 30,000 */
function listPrintedRoles(reader: Reader, taskIds: readonly number[]): Promise<RoleRow[]> {
  return reader
    .selectFrom('task_unit')
    .select(['task_id as taskId', 'unit_id as unitId', 'role'])
    .where('task_id', 'in', taskIds)
    .execute();
}

/** The same for members of fixed groups, through their groups. @param taskIds at most 30,000 */
function listGroupRoles(reader: Reader, taskIds: readonly number[]): Promise<RoleRow[]> {
  return reader
    .selectFrom('task_unit')
    .innerJoin('unit', 'unit.id', 'task_unit.unit_id')
    .innerJoin('unit_group_member', 'unit_group_member.group_id', 'unit.id')
    .select(['task_unit.task_id as taskId', 'unit_group_member.member_id as unitId', 'task_unit.role'])
    .where('task_unit.task_id', 'in', taskIds)
    .where('unit.membership', '=', 'fixed')
    .execute();
}

/** The same for the units staff named for a 相关… group. @param taskIds at most 30,000 */
function listNamedRoles(reader: Reader, taskIds: readonly number[]): Promise<RoleRow[]> {
  return reader
    .selectFrom('task_named_unit as named')
    .innerJoin('task_unit', (join) =>
      join.onRef('task_unit.task_id', '=', 'named.task_id').onRef('task_unit.unit_id', '=', 'named.group_id'),
    )
    .select(['named.task_id as taskId', 'named.unit_id as unitId', 'task_unit.role'])
    .where('named.task_id', 'in', taskIds)
    .execute();
}

/** Every role in the tasks, a unit's own before those it has through a group. @param taskIds at most 30,000 */
export async function listRoles(reader: Reader, taskIds: readonly number[]): Promise<RoleRow[]> {
  if (taskIds.length === 0) return [];
  return [
    ...(await listPrintedRoles(reader, taskIds)),
    ...(await listGroupRoles(reader, taskIds)),
    ...(await listNamedRoles(reader, taskIds)),
  ];
}
