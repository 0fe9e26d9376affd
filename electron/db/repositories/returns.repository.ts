/** 回表: batches of returned files, and taking back what a batch stored. */
import type { BatchSummary } from '#shared/contract/returns.ts';
import type { Reader, Writer } from '../executor.ts';
import { groupRows } from '../group-rows.ts';

export interface NewReturnFile {
  batchId: number;
  sha256: string;
  fileName: string;
  unitId: number;
  period: string;
  formId: string | null;
}

/** @returns its id */
export async function insertBatch(writer: Writer, createdAt: string, createdBy: string): Promise<number> {
  const row = await writer
    .insertInto('batch')
    .values({
      state: 'applied',
      created_at: createdAt,
      created_by: createdBy,
      undone_at: null,
      undone_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** @returns its id */
export async function insertReturnFile(writer: Writer, file: NewReturnFile): Promise<number> {
  const row = await writer
    .insertInto('return_file')
    .values({
      batch_id: file.batchId,
      sha256: file.sha256,
      file_name: file.fileName,
      unit_id: file.unitId,
      period: file.period,
      form_id: file.formId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Batches that stand and hold one of these files, newest first. @param digests at most 30,000 */
export function listAppliedFiles(
  reader: Reader,
  digests: readonly string[],
): Promise<{ sha256: string; batchId: number; createdAt: string; createdBy: string }[]> {
  return reader
    .selectFrom('return_file')
    .innerJoin('batch', 'batch.id', 'return_file.batch_id')
    .select([
      'return_file.sha256',
      'batch.id as batchId',
      'batch.created_at as createdAt',
      'batch.created_by as createdBy',
    ])
    .where('return_file.sha256', 'in', digests)
    .where('batch.state', '=', 'applied')
    .orderBy('batch.id', 'desc')
    .execute();
}

/** Newest first. */
export async function listBatches(reader: Reader): Promise<BatchSummary[]> {
  const batches = await reader.selectFrom('batch').selectAll().orderBy('id', 'desc').execute();
  const files = await reader
    .selectFrom('return_file')
    .innerJoin('unit', 'unit.id', 'return_file.unit_id')
    .leftJoin('progress_report', 'progress_report.return_file_id', 'return_file.id')
    .select((eb) => [
      'return_file.batch_id',
      'return_file.file_name as fileName',
      'unit.name as unit',
      'return_file.period',
      eb.fn.count<number>('progress_report.id').as('revisions'),
    ])
    .groupBy('return_file.id')
    .orderBy('return_file.id')
    .execute();
  const byBatch = groupRows(files, (file) => file.batch_id);
  return batches.map((batch) => ({
    id: batch.id,
    createdAt: batch.created_at,
    createdBy: batch.created_by,
    state: batch.state,
    undoneAt: batch.undone_at,
    files: (byBatch.get(batch.id) ?? []).map(({ batch_id: _, ...file }) => file),
  }));
}

export async function findBatchState(reader: Reader, batchId: number): Promise<'applied' | 'undone' | null> {
  const row = await reader.selectFrom('batch').select('state').where('id', '=', batchId).executeTakeFirst();
  return row?.state ?? null;
}

export interface BatchReport {
  reportId: number;
  code: string;
  unit: string;
  period: string;
  revision: number;
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
