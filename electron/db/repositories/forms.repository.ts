/** Forms as issued, and what tells which forms there are to issue. */
import type { FormRole } from '#shared/contract/exports.ts';
import type { TaskKind } from '#shared/domain/task.ts';
import type { Reader, Writer } from '../executor.ts';
import type { FormIssueTable } from '../schema.ts';
import { askedOn } from './task-life.repository.ts';

export interface FormUnit {
  id: number;
  name: string;
}

/** Ids of the units asked to report on a task of the documents. */
function selectAskedUnits(reader: Reader, documentIds: readonly number[], onDate: string) {
  return reader
    .selectFrom('task_reporting_unit')
    .innerJoin('task', 'task.id', 'task_reporting_unit.task_id')
    .select('task_reporting_unit.unit_id as id')
    .where('task.document_id', 'in', documentIds)
    .where(askedOn(onDate));
}

/** Ids of the units that have any role in a task of the documents, themselves or through a group. */
function selectInvolvedUnits(reader: Reader, documentIds: readonly number[], onDate: string) {
  const printed = reader
    .selectFrom('task_unit')
    .innerJoin('task', 'task.id', 'task_unit.task_id')
    .where('task.document_id', 'in', documentIds)
    .where(askedOn(onDate));
  const named = reader
    .selectFrom('task_named_unit')
    .innerJoin('task', 'task.id', 'task_named_unit.task_id')
    .select('task_named_unit.unit_id as id')
    .where('task.document_id', 'in', documentIds)
    .where(askedOn(onDate));
  const members = printed
    .innerJoin('unit as unit_group', 'unit_group.id', 'task_unit.unit_id')
    .innerJoin('unit_group_member', 'unit_group_member.group_id', 'unit_group.id')
    .where('unit_group.membership', '=', 'fixed')
    .select('unit_group_member.member_id as id');
  return printed
    .select('task_unit.unit_id as id')
    .union(members)
    .union(named)
    .union(selectAskedUnits(reader, documentIds, onDate));
}

/** Units with a form to fill in on a day, in the directory's order; a group never has one, its members do. */
export function listFormUnits(
  reader: Reader,
  documentIds: readonly number[],
  role: FormRole,
  onDate: string,
): Promise<FormUnit[]> {
  const select = role === 'lead' ? selectAskedUnits : selectInvolvedUnits;
  const candidates = select(reader, documentIds, onDate);
  return reader
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('kind', '<>', 'group')
    .where('id', 'in', candidates)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export interface TaskOrigin {
  taskId: number;
  documentId: number;
  kind: TaskKind;
}

/** @param taskIds at most 30,000 */
export async function listTaskOrigins(
  reader: Reader,
  taskIds: readonly number[],
): Promise<Map<number, TaskOrigin>> {
  if (taskIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('task')
    .select(['id as taskId', 'document_id as documentId', 'kind'])
    .where('id', 'in', taskIds)
    .execute();
  return new Map(rows.map((row) => [row.taskId, row]));
}

export async function findDeadline(reader: Reader, period: string): Promise<string | null> {
  const row = await reader
    .selectFrom('period')
    .select('deadline')
    .where('period', '=', period)
    .executeTakeFirst();
  return row?.deadline ?? null;
}

export interface NewFormIssue {
  issue: FormIssueTable;
  rows: readonly { taskId: number; reportId: number | null }[];
}

/** Remembers what a form was filled from, so that its return can be merged. */
export async function insertFormIssue(writer: Writer, { issue, rows }: NewFormIssue): Promise<void> {
  await writer.insertInto('form_issue').values(issue).execute();
  await writer
    .insertInto('form_issue_row')
    .values(rows.map(({ taskId, reportId }) => ({ form_id: issue.id, task_id: taskId, report_id: reportId })))
    .execute();
}
