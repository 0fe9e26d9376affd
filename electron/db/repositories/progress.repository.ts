/** 进展 as stored: what stands now, and adding a revision. A report is never overwritten. */
import type { Selectable } from 'kysely';
import type { ProgressValues } from '#shared/domain/progress.ts';
import type { Reader, Writer } from '../executor.ts';
import type { ProgressReportTable } from '../schema.ts';
import {
  ensurePeriod,
  insertReport,
  insertTargetValues,
  type NewRevision,
} from './progress-insert.repository.ts';

export interface TargetValue {
  targetId: number;
  value: number;
}

export interface StoredReport {
  id: number;
  taskId: number;
  unitId: number;
  period: string;
  /** From 1. */
  revision: number;
  values: ProgressValues;
  targetValues: TargetValue[];
  source: 'entry' | 'import';
  createdAt: string;
  createdBy: string;
}

export type ReportRow = Selectable<ProgressReportTable>;

/** The words of a stored row. */
export function valuesOfRow(row: ReportRow): ProgressValues {
  return {
    narrative: row.narrative,
    percent: row.percent,
    status: row.status,
    problems: row.problems,
    next: row.next_step,
    reporter: row.reporter,
    phone: row.phone,
  };
}

/** Readings by report. @param reportIds at most 30,000 */
export async function listTargetValues(
  reader: Reader,
  reportIds: readonly number[],
): Promise<Map<number, TargetValue[]>> {
  const byReport = new Map<number, TargetValue[]>(reportIds.map((id) => [id, []]));
  if (reportIds.length === 0) return byReport;
  const rows = await reader
    .selectFrom('target_reading')
    .selectAll()
    .where('report_id', 'in', reportIds)
    .orderBy('target_id')
    .execute();
  for (const row of rows) {
    byReport.get(row.report_id)?.push({ targetId: row.target_id, value: row.value });
  }
  return byReport;
}

function storedReport(row: ReportRow, targetValues: TargetValue[]): StoredReport {
  return {
    id: row.id,
    taskId: row.task_id,
    unitId: row.unit_id,
    period: row.period,
    revision: row.revision,
    values: valuesOfRow(row),
    targetValues,
    source: row.source,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}

/** Adds the readings to rows of reports, in the rows' order. */
export async function storedReports(reader: Reader, rows: readonly ReportRow[]): Promise<StoredReport[]> {
  const readings = await listTargetValues(
    reader,
    rows.map((row) => row.id),
  );
  return rows.map((row) => storedReport(row, readings.get(row.id) ?? []));
}

/** What a unit says of a task for a period now: its highest revision; null when it has said nothing. */
export async function currentReport(
  reader: Reader,
  taskId: number,
  unitId: number,
  period: string,
): Promise<StoredReport | null> {
  const row = await reader
    .selectFrom('progress_report')
    .selectAll()
    .where('task_id', '=', taskId)
    .where('unit_id', '=', unitId)
    .where('period', '=', period)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const [report] = await storedReports(reader, [row]);
  return report ?? null;
}

/**
 * Adds the next revision of one unit's word on one task for one period (domain.md, Words: never overwritten).
 * The caller has decided that the values differ from the current ones and that the unit may report the task.
 */
export async function appendRevision(writer: Writer, entry: NewRevision): Promise<StoredReport> {
  await ensurePeriod(writer, entry.period);
  const current = await currentReport(writer, entry.taskId, entry.unitId, entry.period);
  const targetValues = [...(entry.targetValues ?? current?.targetValues ?? [])];
  const revision = (current?.revision ?? 0) + 1;
  const id = await insertReport(writer, entry, revision);
  await insertTargetValues(writer, [{ reportId: id, targetValues }]);
  const { taskId, unitId, period, values, evidence, createdAt, createdBy } = entry;
  const source = evidence === null ? 'entry' : 'import';
  return { id, taskId, unitId, period, revision, values, targetValues, source, createdAt, createdBy };
}
