/** Every revision of every unit's word on a task, with where it came from. */
import type { TaskProgress } from '#shared/contract/tasks.ts';
import type { Reader } from '../executor.ts';
import { listTargetValues, type ReportRow, valuesOfRow } from './progress.repository.ts';

interface HistoryRow extends ReportRow {
  unit: string;
  file_name: string | null;
}

function selectHistory(reader: Reader, taskId: number): Promise<HistoryRow[]> {
  return reader
    .selectFrom('progress_report as report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .leftJoin('return_file', 'return_file.id', 'report.return_file_id')
    .selectAll('report')
    .select(['unit.name as unit', 'return_file.file_name'])
    .where('report.task_id', '=', taskId)
    .orderBy('report.period_end', 'desc')
    .orderBy('report.period', 'desc')
    .orderBy('unit.position')
    .orderBy('unit.id')
    .orderBy('report.revision', 'desc')
    .execute();
}

function evidenceOf(row: HistoryRow): TaskProgress['evidence'] {
  if (row.file_name === null) return null;
  const cells = JSON.parse(row.source_cells ?? '{}') as Record<string, string>;
  return { fileName: row.file_name, sheet: row.source_sheet ?? '', row: row.source_row ?? 0, cells };
}

/** Newest period first, then unit in the directory's order, then newest revision. */
export async function listTaskProgress(reader: Reader, taskId: number): Promise<TaskProgress[]> {
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
    evidence: evidenceOf(row),
    createdAt: row.created_at,
    createdBy: row.created_by,
  }));
}
