/** 报告期 (domain.md, Words): `2024-06` is a month, `2024-Q2` a quarter. */

declare const periodBrand: unique symbol;
/** A well-formed period; made only by {@link parsePeriod}. */
export type Period = string & { readonly [periodBrand]: true };

const monthPattern = /^(\d{4})-(0[1-9]|1[0-2])$/;
const quarterPattern = /^(\d{4})-Q([1-4])$/;

/** The default day of the month on which reports are due (domain.md: the 28th). */
export const defaultDeadlineDay = 28;

/** @returns null when the text is neither a month nor a quarter of a four-digit year. */
export function parsePeriod(text: string): Period | null {
  return monthPattern.test(text) || quarterPattern.test(text) ? (text as Period) : null;
}

export function periodYear(period: Period): number {
  return Number(period.slice(0, 4));
}

/** The last month the period covers, 1 to 12. */
export function periodLastMonth(period: Period): number {
  const quarter = quarterPattern.exec(period)?.[2];
  return quarter === undefined ? Number(period.slice(5)) : Number(quarter) * 3;
}

/** The period's last day as `YYYY-MM-DD`. */
export function periodEnd(period: Period): string {
  const year = periodYear(period);
  const month = periodLastMonth(period);
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return isoDate(year, month, day);
}

/** The period that ends last; of a month and a quarter that end together the first given. */
export function latestEnding(periods: readonly Period[]): Period | null {
  return periods.reduce<Period | null>(
    (latest, next) => (latest === null || periodEnd(next) > periodEnd(latest) ? next : latest),
    null,
  );
}

/** The latest of the periods that ended before this one does. */
export function latestEndedBefore(period: Period, candidates: readonly Period[]): Period | null {
  return latestEnding(candidates.filter((candidate) => periodEnd(candidate) < periodEnd(period)));
}

/** The reporting deadline when none is set: the 28th of the period's last month, as `YYYY-MM-DD`. */
export function defaultDeadline(period: Period): string {
  return isoDate(periodYear(period), periodLastMonth(period), defaultDeadlineDay);
}

/** 「2024年6月」 or 「2024年第二季度」, as titles and file names print it. */
export function periodLabel(period: Period): string {
  const quarter = quarterPattern.exec(period)?.[2];
  if (quarter !== undefined) return `${periodYear(period)}年第${'一二三四'[Number(quarter) - 1]}季度`;
  return `${periodYear(period)}年${periodLastMonth(period)}月`;
}

/** The month a date falls in. @param date `YYYY-MM-DD` or longer */
export function monthOf(date: string): Period {
  const period = parsePeriod(date.slice(0, 7));
  if (period === null) throw new RangeError(`not an ISO date: ${date}`);
  return period;
}

/** The twelve months of a year, January first. */
export function monthsOfYear(year: number): Period[] {
  return Array.from({ length: 12 }, (_, index) => isoDate(year, index + 1, 1).slice(0, 7) as Period);
}

function isoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
