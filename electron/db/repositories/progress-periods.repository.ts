/** Which periods there are, and how much was reported for each. */
import type { Reader } from '../executor.ts';

/** The periods in use with their deadlines. */
export function listPeriods(reader: Reader): Promise<{ period: string; deadline: string }[]> {
  return reader.selectFrom('period').select(['period', 'deadline']).orderBy('period').execute();
}

/**
 * How many task-unit pairs have a report, by period; a period without any is absent. Revisions count from 1 and
 * only the newest is ever taken back, so a pair that was reported on has exactly one first revision.
 */
export async function countReportedByPeriod(reader: Reader): Promise<Map<string, number>> {
  const rows = await reader
    .selectFrom('progress_report')
    .select((eb) => ['period', eb.fn.countAll<number>().as('reported')])
    .where('revision', '=', 1)
    .groupBy('period')
    .execute();
  return new Map(rows.map((row) => [row.period, row.reported]));
}

export async function listDocumentYears(reader: Reader): Promise<number[]> {
  const rows = await reader.selectFrom('document').select('year').distinct().orderBy('year').execute();
  return rows.map((row) => row.year);
}
