/** 回表: batches of returned files. */
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
  /** The day the unit handed it in, `YYYY-MM-DD`. */
  receivedOn: string;
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
      received_on: file.receivedOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Batches that stand and hold one of these files, newest first. @param digests at most 30,000 */
export function listAppliedFiles(
  reader: Reader,
  digests: readonly string[],
): Promise<{ sha256: string; unitId: number; batchId: number; createdAt: string; createdBy: string }[]> {
  return reader
    .selectFrom('return_file')
    .innerJoin('batch', 'batch.id', 'return_file.batch_id')
    .select([
      'return_file.sha256',
      'return_file.unit_id as unitId',
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
