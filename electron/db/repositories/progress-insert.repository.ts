/** Writing one revision of a report: the rows themselves, without deciding which revision it is. */
import type { Insertable } from 'kysely';
import { defaultDeadline, type Period, periodEnd } from '#shared/domain/period.ts';
import type { ProgressValues } from '#shared/domain/progress.ts';
import type { Writer } from '../executor.ts';
import type { ProgressReportTable } from '../schema.ts';
import type { TargetValue } from './progress.repository.ts';

/** Where an imported report comes from. */
export interface ImportEvidence {
  returnFileId: number;
  sheet: string;
  /** 1-based. */
  row: number;
  /** Field → cell address. */
  cells: Readonly<Record<string, string>>;
  /** 填报日期 as the return states it, `YYYY-MM-DD`. */
  reportedOn: string | null;
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

/** Enters a period with the default deadline when it is used for the first time. */
export async function ensurePeriod(writer: Writer, period: Period): Promise<void> {
  await writer
    .insertInto('period')
    .values({ period, deadline: defaultDeadline(period) })
    .onConflict((conflict) => conflict.column('period').doNothing())
    .execute();
}

function columnsOf(entry: NewRevision, revision: number): Insertable<ProgressReportTable> {
  const { values, evidence } = entry;
  return {
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
    reported_on: evidence?.reportedOn ?? null,
  };
}

/** @returns its id */
export async function insertReport(writer: Writer, entry: NewRevision, revision: number): Promise<number> {
  const inserted = await writer
    .insertInto('progress_report')
    .values(columnsOf(entry, revision))
    .returning('id')
    .executeTakeFirstOrThrow();
  return inserted.id;
}

/** A statement takes 32,766 values, a report has twenty. */
const reportsPerStatement = 500;

/**
 * The rows of a return in a few statements instead of one each.
 * @param reports of one unit and period, each of another task @returns their ids by task
 */
export async function insertReports(
  writer: Writer,
  reports: readonly { entry: NewRevision; revision: number }[],
): Promise<Map<number, number>> {
  const ids = new Map<number, number>();
  for (let from = 0; from < reports.length; from += reportsPerStatement) {
    const piece = reports.slice(from, from + reportsPerStatement);
    const inserted = await writer
      .insertInto('progress_report')
      .values(piece.map(({ entry, revision }) => columnsOf(entry, revision)))
      .returning(['id', 'task_id'])
      .execute();
    for (const { id, task_id } of inserted) ids.set(task_id, id);
  }
  if (ids.size !== reports.length) throw new Error(`${ids.size} of ${reports.length} reports inserted`);
  return ids;
}

/** A statement takes 32,766 values, a reading has three. */
const readingsPerStatement = 5_000;

export async function insertTargetValues(
  writer: Writer,
  reports: readonly { reportId: number; targetValues: readonly TargetValue[] }[],
): Promise<void> {
  const rows = reports.flatMap(({ reportId, targetValues }) =>
    targetValues.map(({ targetId, value }) => ({ report_id: reportId, target_id: targetId, value })),
  );
  for (let from = 0; from < rows.length; from += readingsPerStatement) {
    const piece = rows.slice(from, from + readingsPerStatement);
    await writer.insertInto('target_reading').values(piece).execute();
  }
}
