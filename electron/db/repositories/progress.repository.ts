/** 进展 as stored: what stands now, and adding a revision. A report is never overwritten. */
import type { Selectable } from 'kysely';
import { defaultDeadline, type Period, periodEnd } from '#shared/domain/period.ts';
import type { ProgressValues } from '#shared/domain/progress.ts';
import type { Reader, Writer } from '../executor.ts';
import type { ProgressReportTable } from '../schema.ts';

export interface TargetValue {
  targetId: number;
  value: number;
}

/** Where an imported report comes from. */
export interface ImportEvidence {
  returnFileId: number;
  sheet: string;
  /** 1-based. */
  row: number;
  /** Field → cell address. */
  cells: Readonly<Record<string, string>>;
}

export interface NewRevision {
  taskId: number;
  unitId: number;
  period: Period;
  values: ProgressValues;
  /** All readings of the targets; absent: those of the revision before are carried over. */
  targetValues?: readonly TargetValue[] | undefined;
  /** Null for a report typed into the program. */
  evidence: ImportEvidence | null;
  /** ISO 8601 in UTC. */
  createdAt: string;
  createdBy: string;
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

/** Enters a period with the default deadline when it is used for the first time. */
export async function ensurePeriod(writer: Writer, period: Period): Promise<void> {
  await writer
    .insertInto('period')
    .values({ period, deadline: defaultDeadline(period) })
    .onConflict((conflict) => conflict.column('period').doNothing())
    .execute();
}

async function insertReport(writer: Writer, entry: NewRevision, revision: number): Promise<number> {
  const { values, evidence } = entry;
  const inserted = await writer
    .insertInto('progress_report')
    .values({
      task_id: entry.taskId,
      unit_id: entry.unitId,
      period: entry.period,
      period_end: periodEnd(entry.period),
      revision,
      narrative: values.narrative,
      percent: values.percent,
      status: values.status,
      problems: values.problems,
      next_step: values.next,
      reporter: values.reporter,
      phone: values.phone,
      source: evidence === null ? 'entry' : 'import',
      return_file_id: evidence?.returnFileId ?? null,
      source_sheet: evidence?.sheet ?? null,
      source_row: evidence?.row ?? null,
      source_cells: evidence === null ? null : JSON.stringify(evidence.cells),
      created_at: entry.createdAt,
      created_by: entry.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return inserted.id;
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
  if (targetValues.length > 0) {
    await writer
      .insertInto('target_reading')
      .values(
        targetValues.map((reading) => ({ report_id: id, target_id: reading.targetId, value: reading.value })),
      )
      .execute();
  }
  const { taskId, unitId, period, values, evidence, createdAt, createdBy } = entry;
  const source = evidence === null ? 'entry' : 'import';
  return { id, taskId, unitId, period, revision, values, targetValues, source, createdAt, createdBy };
}
