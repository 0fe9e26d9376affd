/** Which periods there are, and how much was reported for each. */
import type { Reader } from '../executor.ts';

/** The periods in use with their deadlines. */
export function listPeriods(reader: Reader): Promise<{ period: string; deadline: string }[]> {
  return reader.selectFrom('period').select(['period', 'deadline']).orderBy('period').execute();
}

/** How many task-unit pairs have a report, by period; a period without any is absent. */
export async function countReportedByPeriod(reader: Reader): Promise<Map<string, number>> {
  const pairs = reader.selectFrom('progress_report').select(['period', 'unit_id', 'task_id']).distinct();
  const rows = await reader
    .selectFrom(pairs.as('pair'))
    .select((eb) => ['pair.period', eb.fn.countAll<number>().as('reported')])
    .groupBy('pair.period')
    .execute();
  return new Map(rows.map((row) => [row.period, row.reported]));
}

export async function listDocumentYears(reader: Reader): Promise<number[]> {
  const rows = await reader.selectFrom('document').select('year').distinct().orderBy('year').execute();
  return rows.map((row) => row.year);
}
