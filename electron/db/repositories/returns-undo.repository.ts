/** Taking back what a batch of returns stored. */
import type { Reader, Writer } from '../executor.ts';

export async function findBatchState(reader: Reader, batchId: number): Promise<'applied' | 'undone' | null> {
  const row = await reader.selectFrom('batch').select('state').where('id', '=', batchId).executeTakeFirst();
  return row?.state ?? null;
}

export interface BatchReport {
  reportId: number;
  taskId: number;
  code: string;
  unit: string;
  period: string;
  revision: number;
  /** What it said. */
  narrative: string;
  percent: number | null;
  problems: string;
  next: string;
  /** The highest revision there is; the report itself when nobody has changed it since. */
  latestRevision: number;
  latestAt: string;
  latestBy: string;
}

/** What a batch stored, each with what stands now. */
export async function listBatchReports(reader: Reader, batchId: number): Promise<BatchReport[]> {
  return reader
    .selectFrom('return_file')
    .innerJoin('progress_report as own', 'own.return_file_id', 'return_file.id')
    .innerJoin('progress_report as latest', (join) =>
      join
        .onRef('latest.task_id', '=', 'own.task_id')
        .onRef('latest.unit_id', '=', 'own.unit_id')
        .onRef('latest.period', '=', 'own.period'),
    )
    .innerJoin('task', 'task.id', 'own.task_id')
    .innerJoin('unit', 'unit.id', 'own.unit_id')
    .select([
      'own.id as reportId',
      'own.task_id as taskId',
      'own.narrative',
      'own.percent',
      'own.problems',
      'own.next_step as next',
      'task.code',
      'unit.name as unit',
      'own.period',
      'own.revision',
      'latest.revision as latestRevision',
      'latest.created_at as latestAt',
      'latest.created_by as latestBy',
    ])
    .where('return_file.batch_id', '=', batchId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('progress_report as later')
            .select('later.id')
            .whereRef('later.task_id', '=', 'latest.task_id')
            .whereRef('later.unit_id', '=', 'latest.unit_id')
            .whereRef('later.period', '=', 'latest.period')
            .whereRef('later.revision', '>', 'latest.revision'),
        ),
      ),
    )
    .orderBy('own.id')
    .execute();
}

/** Readings of targets go with their report. @param reportIds at most 30,000 @throws unless every one was there */
export async function deleteReports(writer: Writer, reportIds: readonly number[]): Promise<void> {
  if (reportIds.length === 0) return;
  const { numDeletedRows } = await writer
    .deleteFrom('progress_report')
    .where('id', 'in', reportIds)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== BigInt(reportIds.length)) {
    throw new Error(`${numDeletedRows} of ${reportIds.length} reports deleted`);
  }
}

/** @throws unless the batch stood */
export async function markBatchUndone(
  writer: Writer,
  batchId: number,
  undoneAt: string,
  undoneBy: string,
): Promise<void> {
  const { numUpdatedRows } = await writer
    .updateTable('batch')
    .set({ state: 'undone', undone_at: undoneAt, undone_by: undoneBy })
    .where('id', '=', batchId)
    .where('state', '=', 'applied')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Error(`batch ${batchId}: ${numUpdatedRows} rows updated`);
}
