/** What a ledger is made of: documents, sections, and the tasks of a scope in printed order. */
import type { LedgerScope } from '#shared/contract/exports.ts';
import type { Role, TaskKind } from '#shared/domain/task.ts';
import type { Reader } from '../executor.ts';
import { findUnitReach, printedWithin } from './tasks-filter.repository.ts';

export interface LedgerDocument {
  id: number;
  number: string;
  title: string;
  year: number;
}

/** In the order they were issued. */
export function listDocumentsOfYear(reader: Reader, year: number): Promise<LedgerDocument[]> {
  return reader
    .selectFrom('document')
    .select(['id', 'number', 'title', 'year'])
    .where('year', '=', year)
    .orderBy('issue_date')
    .orderBy('id')
    .execute();
}

export interface LedgerSection {
  id: number;
  kind: TaskKind;
  label: string;
  title: string;
  leaderId: number | null;
  remark: string;
}

export function listSections(reader: Reader, documentId: number): Promise<LedgerSection[]> {
  return reader
    .selectFrom('section')
    .select(['id', 'kind', 'label', 'title', 'leader_id as leaderId', 'remark'])
    .where('document_id', '=', documentId)
    .orderBy('kind')
    .orderBy('ordinal')
    .execute();
}

/** A task of the scope before anything is read about it. */
export interface LedgerPlace {
  taskId: number;
  sectionId: number;
  kind: TaskKind;
  sharedWorkId: number | null;
}

/** A document's tasks in printed order, a unit's where one is asked for; who heads them depends on the day. */
export async function listLedgerPlaces(
  reader: Reader,
  documentId: number,
  scope: LedgerScope,
): Promise<LedgerPlace[]> {
  let places = reader
    .selectFrom('section')
    .innerJoin('task', 'task.section_id', 'section.id')
    .select(['task.id as taskId', 'section.id as sectionId', 'section.kind'])
    .select('task.shared_work_id as sharedWorkId')
    .where('section.document_id', '=', documentId)
    .orderBy('section.kind')
    .orderBy('section.ordinal')
    .orderBy('task.row_number');
  if (scope.type === 'unit') {
    const reach = await findUnitReach(reader, scope.unitId);
    places = places.where((eb) =>
      eb('task.id', 'in', eb.selectFrom('task_unit').select('task_unit.task_id').where(printedWithin(reach))),
    );
  }
  return places.execute();
}

/** A unit's roles in a document's tasks, whichever way it is printed. */
export async function listRolesOfUnit(
  reader: Reader,
  documentId: number,
  unitId: number,
): Promise<{ taskId: number; role: Role }[]> {
  const reach = await findUnitReach(reader, unitId);
  return reader
    .selectFrom('task_unit')
    .innerJoin('task', 'task.id', 'task_unit.task_id')
    .select(['task_unit.task_id as taskId', 'task_unit.role'])
    .where('task.document_id', '=', documentId)
    .where(printedWithin(reach))
    .execute();
}

/** How many reporting units have reported on each of a document's tasks for a period; a task without is absent. */
export async function countAnswers(
  reader: Reader,
  documentId: number,
  period: string,
): Promise<Map<number, number>> {
  const rows = await reader
    .selectFrom('task')
    .innerJoin('task_reporting_unit as asked', 'asked.task_id', 'task.id')
    .innerJoin('progress_report as report', (join) =>
      join
        .onRef('report.task_id', '=', 'asked.task_id')
        .onRef('report.unit_id', '=', 'asked.unit_id')
        .on('report.period', '=', period),
    )
    .select((eb) => ['task.id', eb.fn.count<number>('asked.unit_id').distinct().as('answers')])
    .where('task.document_id', '=', documentId)
    .groupBy('task.id')
    .execute();
  return new Map(rows.map((row) => [row.id, row.answers]));
}

/** Name and office of the scope's leader. */
export function findLeader(reader: Reader, leaderId: number) {
  return reader.selectFrom('leader').select(['name', 'title']).where('id', '=', leaderId).executeTakeFirst();
}
