/** The period a screen most likely is asked about. */
import type { PeriodSummary } from '#shared/contract/progress.ts';

/**
 * The last period anyone reported on, since that is what a meeting reads; before any report this month, or the
 * last month there is.
 * @param thisMonth `YYYY-MM`
 */
export function likelyPeriod(periods: readonly PeriodSummary[], thisMonth: string): string | null {
  const reported = periods.findLast((summary) => summary.reported > 0);
  const present = periods.find(({ period }) => period === thisMonth);
  return (reported ?? present ?? periods.findLast(isMonth))?.period ?? null;
}

function isMonth({ period }: PeriodSummary): boolean {
  return !period.includes('Q');
}
