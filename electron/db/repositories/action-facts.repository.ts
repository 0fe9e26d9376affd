/** What the worklist knows of a year beside its lights: papers that went out, and when each unit last reported. */
import type { Reader } from '../executor.ts';

/** Which actions name which tasks of the year. */
export function listActionPairs(
  reader: Reader,
  year: number,
): Promise<{ actionId: number; taskId: number }[]> {
  return reader
    .selectFrom('action_task as named')
    .innerJoin('task', 'task.id', 'named.task_id')
    .innerJoin('document', 'document.id', 'task.document_id')
    .select(['named.action_id as actionId', 'named.task_id as taskId'])
    .where('document.year', '=', year)
    .execute();
}

export interface AcceptedReturn {
  id: number;
  fileName: string;
  period: string;
  /** As stated; null for what was stored before that was asked. */
  receivedOn: string | null;
  /** ISO 8601 in UTC. */
  storedAt: string;
}

function selectAcceptedReturns(reader: Reader) {
  return reader
    .selectFrom('return_file')
    .innerJoin('batch', 'batch.id', 'return_file.batch_id')
    .select(['return_file.id', 'return_file.file_name as fileName', 'return_file.period'])
    .select(['return_file.received_on as receivedOn', 'batch.created_at as storedAt'])
    .where('batch.state', '=', 'applied');
}

/** A unit's returns that stand, newest first. */
export function listAcceptedReturnsOf(reader: Reader, unitId: number): Promise<AcceptedReturn[]> {
  return selectAcceptedReturns(reader)
    .where('return_file.unit_id', '=', unitId)
    .orderBy('return_file.id', 'desc')
    .execute();
}

/** Null for a return that is not there or was undone. */
export async function findAcceptedReturn(
  reader: Reader,
  returnFileId: number,
): Promise<AcceptedReturn | null> {
  const row = await selectAcceptedReturns(reader)
    .where('return_file.id', '=', returnFileId)
    .executeTakeFirst();
  return row ?? null;
}

export interface LastReport {
  taskId: number;
  unitId: number;
  /** The last day of the latest period it has reported on. */
  periodEnd: string;
}

/** The latest word of each task and unit that stands; what an undone batch left behind does not. */
export function listLastReports(reader: Reader, year: number): Promise<LastReport[]> {
  return reader
    .selectFrom('progress_report as report')
    .innerJoin('task', 'task.id', 'report.task_id')
    .innerJoin('document', 'document.id', 'task.document_id')
    .leftJoin('return_file', 'return_file.id', 'report.return_file_id')
    .leftJoin('batch', 'batch.id', 'return_file.batch_id')
    .select((eb) => [
      'report.task_id as taskId',
      'report.unit_id as unitId',
      eb.fn.max('report.period_end').as('periodEnd'),
    ])
    .where('document.year', '=', year)
    .where((eb) => eb.or([eb('batch.state', 'is', null), eb('batch.state', '=', 'applied')]))
    .groupBy(['report.task_id', 'report.unit_id'])
    .execute();
}
