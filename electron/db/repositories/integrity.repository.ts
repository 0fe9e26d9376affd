/** Queries of `duban check`: what the tables say of each other beyond what constraints enforce. */
import type { Reader } from '../executor.ts';

/** Other names that are also a unit's own name, as 「别名」 of 「单位」. */
export function listAliasesThatAreNames(reader: Reader): Promise<{ alias: string; unit: string }[]> {
  return reader
    .selectFrom('unit_alias')
    .innerJoin('unit as owner', 'owner.id', 'unit_alias.unit_id')
    .innerJoin('unit as namesake', 'namesake.name', 'unit_alias.alias')
    .select(['unit_alias.alias', 'owner.name as unit'])
    .orderBy('unit_alias.alias')
    .execute();
}

/** Every period that was reported on, with the ends stored for it. */
export function listReportedPeriodEnds(reader: Reader): Promise<{ period: string; periodEnd: string }[]> {
  return reader
    .selectFrom('progress_report')
    .select(['period', 'period_end as periodEnd'])
    .distinct()
    .orderBy('period')
    .execute();
}

/** Readings whose target belongs to another task than their report. */
export async function countStrayReadings(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('target_reading')
    .innerJoin('progress_report', 'progress_report.id', 'target_reading.report_id')
    .innerJoin('target', 'target.id', 'target_reading.target_id')
    .whereRef('target.task_id', '<>', 'progress_report.task_id')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return row.rows;
}

/** Codes of tasks. @param taskIds at most 30,000 */
export async function listTaskCodes(reader: Reader, taskIds: readonly number[]): Promise<string[]> {
  if (taskIds.length === 0) return [];
  const rows = await reader
    .selectFrom('task')
    .select('code')
    .where('id', 'in', taskIds)
    .orderBy('document_id')
    .orderBy('code')
    .execute();
  return rows.map((row) => row.code);
}
