/** What stands for many tasks at once: the current report of a period, and the one before it. */
import type { ProgressLine } from '#shared/contract/progress.ts';
import { type Period, periodEnd } from '#shared/domain/period.ts';
import type { Reader } from '../executor.ts';
import { type StoredReport, storedReports } from './progress.repository.ts';

function selectCurrent(reader: Reader, period: string) {
  return reader
    .selectFrom('progress_report as report')
    .where('report.period', '=', period)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('progress_report as later')
            .select('later.id')
            .whereRef('later.task_id', '=', 'report.task_id')
            .whereRef('later.unit_id', '=', 'report.unit_id')
            .whereRef('later.period', '=', 'report.period')
            .whereRef('later.revision', '>', 'report.revision'),
        ),
      ),
    );
}

export interface ReportScope {
  period: Period;
  /** At most 30,000. */
  taskIds: readonly number[];
  /** Absent: of every unit. */
  unitId?: number | undefined;
}

/** What each unit says of each of the tasks for the period now. */
export async function listCurrentReports(reader: Reader, scope: ReportScope): Promise<StoredReport[]> {
  if (scope.taskIds.length === 0) return [];
  let rows = selectCurrent(reader, scope.period)
    .where('report.task_id', 'in', scope.taskIds)
    .where('report.period_end', '=', periodEnd(scope.period));
  if (scope.unitId !== undefined) rows = rows.where('report.unit_id', '=', scope.unitId);
  return storedReports(reader, await rows.selectAll('report').execute());
}

export interface PreviousReport {
  taskId: number;
  unitId: number;
  period: string;
  narrative: string;
  percent: number | null;
}

function rankEarlierReports(reader: Reader, scope: ReportScope) {
  let rows = reader
    .selectFrom('progress_report')
    .select(['task_id', 'unit_id', 'period', 'narrative', 'percent'])
    .select((eb) =>
      eb.fn
        .agg<number>('row_number')
        .over((over) =>
          over
            .partitionBy(['task_id', 'unit_id'])
            .orderBy('period_end', 'desc')
            .orderBy('period', 'desc')
            .orderBy('revision', 'desc'),
        )
        .as('rank'),
    )
    .where('task_id', 'in', scope.taskIds)
    .where('period_end', '<', periodEnd(scope.period));
  if (scope.unitId !== undefined) rows = rows.where('unit_id', '=', scope.unitId);
  return rows;
}

/**
 * 上期进展: each unit's last word on each task from a period that ended earlier. A month does not precede the
 * quarter it closes, nor the other way round; of the two, a later period sees the quarter's word.
 */
export async function listPreviousReports(reader: Reader, scope: ReportScope): Promise<PreviousReport[]> {
  if (scope.taskIds.length === 0) return [];
  const rows = await reader
    .selectFrom(rankEarlierReports(reader, scope).as('earlier'))
    .selectAll()
    .where('rank', '=', 1)
    .execute();
  return rows.map((row) => ({
    taskId: row.task_id,
    unitId: row.unit_id,
    period: row.period,
    narrative: row.narrative,
    percent: row.percent,
  }));
}

/** Everything reported for a period, tasks in printed order, units in the directory's. */
export function listProgressLines(reader: Reader, period: Period): Promise<ProgressLine[]> {
  return selectCurrent(reader, period)
    .innerJoin('task', 'task.id', 'report.task_id')
    .innerJoin('section', 'section.id', 'task.section_id')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .select(['task.code', 'unit.name as unit', 'report.percent', 'report.narrative', 'report.problems'])
    .select(['report.next_step as next', 'report.revision', 'report.source'])
    .orderBy('section.document_id')
    .orderBy('section.kind')
    .orderBy('section.ordinal')
    .orderBy('task.row_number')
    .orderBy('unit.position')
    .orderBy('unit.id')
    .execute();
}
