/** Every revision of every unit's word on a task, with where it came from. */
import type { TaskProgress } from '#shared/contract/tasks.ts';
import type { Reader } from '../executor.ts';
import { listTargetValues, type ReportRow, valuesOfRow } from './progress.repository.ts';

interface HistoryRow extends ReportRow {
  unit: string;
  file_name: string | null;
  sha256: string | null;
  received_on: string | null;
  batch_id: number | null;
  batch_at: string | null;
}

function selectHistory(reader: Reader, taskId: number): Promise<HistoryRow[]> {
  return reader
    .selectFrom('progress_report as report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .leftJoin('return_file', 'return_file.id', 'report.return_file_id')
    .leftJoin('batch', 'batch.id', 'return_file.batch_id')
    .selectAll('report')
    .select(['unit.name as unit', 'return_file.file_name', 'return_file.sha256', 'return_file.received_on'])
    .select(['batch.id as batch_id', 'batch.created_at as batch_at'])
    .where('report.task_id', '=', taskId)
    .orderBy('report.period_end', 'desc')
    .orderBy('report.period', 'desc')
    .orderBy('unit.position')
    .orderBy('unit.id')
    .orderBy('report.revision', 'desc')
    .execute();
}

function evidenceOf(row: HistoryRow, dayOf: (instant: string) => string): TaskProgress['evidence'] {
  const { file_name, sha256, batch_id, batch_at } = row;
  if (file_name === null || sha256 === null || batch_id === null || batch_at === null) return null;
  return {
    fileName: file_name,
    sha256,
    batchId: batch_id,
    receivedOn: row.received_on ?? dayOf(batch_at),
    sheet: row.source_sheet ?? '',
    row: row.source_row ?? 0,
    cells: JSON.parse(row.source_cells ?? '{}') as Record<string, string>,
  };
}

/**
 * Newest period first, then unit in the directory's order, then newest revision.
 * @param dayOf an instant's day on the office's calendar: what a return without a day of its own was received on
 */
export async function listTaskProgress(
  reader: Reader,
  taskId: number,
  dayOf: (instant: string) => string,
): Promise<TaskProgress[]> {
  const rows = await selectHistory(reader, taskId);
  const readings = await listTargetValues(
    reader,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    reportId: row.id,
    unitId: row.unit_id,
    unit: row.unit,
    period: row.period,
    revision: row.revision,
    values: valuesOfRow(row),
    targetValues: readings.get(row.id) ?? [],
    source: row.source,
    evidence: evidenceOf(row, dayOf),
    createdAt: row.created_at,
    createdBy: row.created_by,
  }));
}
