/** Which day is judged, by the reports of which periods, and what it is compared with. */
import { AppError } from '#shared/contract/errors.ts';
import type { LightBasis, LightMomentQuery } from '#shared/contract/lights.ts';
import { type Period, parsePeriod, periodEnd, periodLabel, periodYear } from '#shared/domain/period.ts';
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import type { Reader } from '../db/executor.ts';
import { listReportedPeriods } from '../db/repositories/light-reports.repository.ts';
import { listNoticeYears } from '../db/repositories/light-tasks.repository.ts';
import { requirePeriod } from './period-documents.ts';

export interface LightMoment {
  /** `YYYY-MM-DD`, judged at its end. */
  date: string;
  /** Whose notices are meant. */
  year: number;
  /** Periods whose reports count; of a pair the last one stands. */
  reportsOf: readonly Period[];
}

export interface ResolvedMoment {
  moment: LightMoment;
  /** What 升降 compares with; null when nobody reported before. */
  last: LightMoment | null;
  basis: LightBasis;
}

function isQuarter(period: Period): boolean {
  return period.includes('Q');
}

function momentOf(period: Period): LightMoment {
  return { date: periodEnd(period), year: periodYear(period), reportsOf: [period] };
}

function byEnd(one: Period, other: Period): number {
  const [first, second] = [periodEnd(one), periodEnd(other)];
  return first === second ? (one < other ? -1 : 1) : first < second ? -1 : 1;
}

/** Reported periods of one year, by their ends; of a month and a quarter that end together the quarter is later. */
function reportedIn(year: number, reported: readonly string[]): Period[] {
  return reported
    .map(parsePeriod)
    .filter((period) => period !== null)
    .filter((period) => periodYear(period) === year)
    .sort(byEnd);
}

/** The last earlier period of the same kind and year that anybody reported on. */
function resolvePeriod(period: Period, reported: readonly string[]): ResolvedMoment {
  const earlier = reportedIn(periodYear(period), reported).filter(
    (other) => isQuarter(other) === isQuarter(period) && periodEnd(other) < periodEnd(period),
  );
  const last = earlier.at(-1);
  return {
    moment: momentOf(period),
    last: last === undefined ? null : momentOf(last),
    basis: {
      date: periodEnd(period),
      period,
      label: periodLabel(period),
      reportsOf: period,
      lastPeriod: last ?? null,
    },
  };
}

function hasBegun(period: Period, date: string): boolean {
  const months = isQuarter(period) ? 3 : 1;
  const firstMonth = Number(periodEnd(period).slice(5, 7)) - months + 1;
  return `${periodYear(period)}-${String(firstMonth).padStart(2, '0')}-01` <= date;
}

/** A period is past on the day after its last; on that day itself it is the one looked at, as when asked by name. */
function comparedWith(last: Period, date: string, ended: readonly Period[]): Period | undefined {
  if (periodEnd(last) < date) return last;
  return ended.findLast((period) => isQuarter(period) === isQuarter(last) && periodEnd(period) < date);
}

/**
 * On a day the reports of the last period that has ended count, and those already there for a period under way: what
 * was recorded later is left out (light-reports.repository), so that a day keeps the lights it had.
 * A year's tasks stay to be judged after it, until there is a newer notice.
 */
function resolveDay(date: string, year: number, reported: readonly string[]): ResolvedMoment {
  const begun = reportedIn(year, reported).filter((period) => hasBegun(period, date));
  const ended = begun.filter((period) => periodEnd(period) <= date);
  const last = ended.at(-1);
  const counting = begun.filter((period) => last === undefined || periodEnd(period) >= periodEnd(last));
  const before = last === undefined ? undefined : comparedWith(last, date, ended);
  return {
    moment: { date, year, reportsOf: counting },
    last: before === undefined ? null : momentOf(before),
    basis: {
      date,
      period: null,
      label: dateLabel(date),
      reportsOf: last ?? counting.at(-1) ?? null,
      lastPeriod: before ?? null,
    },
  };
}

/** @param today `YYYY-MM-DD` @throws AppError `not_found` without a notice of that year or an earlier one */
export async function resolveMoment(
  reader: Reader,
  query: LightMomentQuery,
  today: string,
): Promise<ResolvedMoment> {
  const reported = await listReportedPeriods(reader);
  if (query.period !== undefined) return resolvePeriod(requirePeriod(query.period), reported);
  const date = query.date ?? today;
  const year = (await listNoticeYears(reader)).findLast((known) => known <= Number(date.slice(0, 4)));
  if (year !== undefined) return resolveDay(date, year, reported);
  throw new AppError(
    'not_found',
    `程序里没有${dateLabel(date)}以前的责任分解文件，没有任务可以亮灯。请改选有文件的年份。`,
  );
}
