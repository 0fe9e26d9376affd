/** The task table's filter as SQL conditions. */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { TaskFilter } from '#shared/contract/tasks.ts';
import { searchTerms } from '#shared/domain/search-text.ts';
import type { Reader } from '../executor.ts';
import type { Database } from '../schema.ts';
import { isInState } from './task-life.repository.ts';

type TaskExpressions = ExpressionBuilder<Database, 'task'>;

/** Under which printed units a unit's tasks stand. */
export interface UnitReach {
  /** The unit, its offices, and the fixed groups it belongs to. */
  unitIds: number[];
  /** For an office: its unit, where the notice prints the office in the unit's bracket. */
  bracket: { unitId: number; names: string[] } | null;
}

async function listIdsStandingFor(reader: Reader, unitId: number): Promise<number[]> {
  const groups = await reader
    .selectFrom('unit_group_member')
    .innerJoin('unit as unit_group', 'unit_group.id', 'unit_group_member.group_id')
    .select('unit_group.id')
    .where('unit_group_member.member_id', '=', unitId)
    .where('unit_group.membership', '=', 'fixed')
    .execute();
  const offices = await reader.selectFrom('unit').select('id').where('parent_id', '=', unitId).execute();
  return [...groups, ...offices].map((unit) => unit.id);
}

/**
 * A unit's tasks are those that name it, one of its offices (domain.md, rule 7: an office counts for its unit)
 * or a fixed group it belongs to; an office's tasks are also those that print it in its unit's bracket. Nobody
 * belongs to 相关街镇 before staff have named the units; then those who were named do.
 */
export async function findUnitReach(reader: Reader, unitId: number): Promise<UnitReach> {
  const unitIds = [unitId, ...(await listIdsStandingFor(reader, unitId))];
  const unit = await reader
    .selectFrom('unit')
    .select(['name', 'parent_id'])
    .where('id', '=', unitId)
    .executeTakeFirst();
  if (unit?.parent_id == null) return { unitIds, bracket: null };
  const aliases = await reader
    .selectFrom('unit_alias')
    .select('alias')
    .where('unit_id', '=', unitId)
    .execute();
  const names = [unit.name, ...aliases.map((row) => row.alias)];
  return { unitIds, bracket: { unitId: unit.parent_id, names } };
}

/** `text` anywhere, its own % and _ taken literally. */
function containing(column: Expression<string>, text: string): Expression<SqlBool> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`${column} like ${pattern} escape '\\'`;
}

/** Rows of task_unit that are the unit's, whichever way it is printed. */
export function printedWithin(reach: UnitReach) {
  return (eb: ExpressionBuilder<Database, 'task_unit'>): Expression<SqlBool> => {
    const named = eb.or([
      eb('task_unit.unit_id', 'in', reach.unitIds),
      eb.exists(
        eb
          .selectFrom('task_named_unit as chosen')
          .select('chosen.unit_id')
          .whereRef('chosen.task_id', '=', 'task_unit.task_id')
          .whereRef('chosen.group_id', '=', 'task_unit.unit_id')
          .where('chosen.unit_id', 'in', reach.unitIds),
      ),
    ]);
    if (reach.bracket === null) return named;
    const inBracket = reach.bracket.names.map((name) => containing(eb.ref('task_unit.printed'), name));
    return eb.or([named, eb.and([eb('task_unit.unit_id', '=', reach.bracket.unitId), eb.or(inBracket)])]);
  };
}

function doneBy(eb: TaskExpressions, filter: TaskFilter, reach: UnitReach | null): Expression<SqlBool>[] {
  if (reach === null && filter.role === undefined) return [];
  let rows = eb.selectFrom('task_unit').select('task_unit.task_id');
  if (reach !== null) rows = rows.where(printedWithin(reach));
  if (filter.role !== undefined) rows = rows.where('task_unit.role', '=', filter.role);
  return [eb('task.id', 'in', rows)];
}

/** A filter made ready for a query: `where(condition)` on the task table. */
export type TaskCondition = (eb: TaskExpressions) => Expression<SqlBool>;

function matches(filter: TaskFilter, reach: UnitReach | null, eb: TaskExpressions): Expression<SqlBool> {
  const conditions = doneBy(eb, filter, reach);
  if (filter.documentId !== undefined) conditions.push(eb('task.document_id', '=', filter.documentId));
  if (filter.kind !== undefined) conditions.push(eb('task.kind', '=', filter.kind));
  if (filter.leaderId !== undefined) conditions.push(eb('task.leader_id', '=', filter.leaderId));
  if (filter.state !== undefined) conditions.push(isInState(eb, filter.state));
  for (const term of searchTerms(filter.text ?? '')) {
    conditions.push(containing(eb.ref('task.search_text'), term));
  }
  return eb.and(conditions);
}

/** What a task has to meet to be listed. A role without a unit means that some unit has it. */
export async function taskCondition(reader: Reader, filter: TaskFilter): Promise<TaskCondition> {
  const reach = filter.unitId === undefined ? null : await findUnitReach(reader, filter.unitId);
  return (eb) => matches(filter, reach, eb);
}
