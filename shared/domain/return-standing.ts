/** Where a unit stands in a period: 未报名单. Days are `YYYY-MM-DD` on the office's calendar. */
import type { ReturnStanding } from '../contract/desk.ts';

/** In the order in which a list counts them. */
export const returnStandings: readonly ReturnStanding[] = ['returned', 'late', 'redo', 'missing', 'overdue'];

export const returnStandingLabels: Record<ReturnStanding, string> = {
  returned: '已报',
  late: '迟报',
  redo: '退回重报',
  missing: '未报',
  overdue: '逾期未报',
};

export interface StandingFacts {
  /** The last day that is in time. */
  deadline: string;
  today: string;
  /** The day of the unit's first accepted word, a return or an entry by hand; null when there is none. */
  firstWordOn: string | null;
  /** Instant of its last accepted word; null with `firstWordOn`. */
  lastWordAt: string | null;
  /** Instant at which the last return that stands was sent back; null when none stands. */
  sentBackAt: string | null;
}

export interface Standing {
  standing: ReturnStanding;
  /** Days past the deadline: of the first word, or of today while there is none; 0 when in time. */
  daysLate: number;
}

const millisecondsPerDay = 86_400_000;

/** Whole days from one day to another, never below 0. */
function daysAfter(deadline: string, day: string): number {
  return Math.max(0, (Date.parse(day) - Date.parse(deadline)) / millisecondsPerDay);
}

/** Sent back, and nothing was accepted after it. ISO instants compare as texts. */
function waitsForRedo({ sentBackAt, lastWordAt }: StandingFacts): boolean {
  return sentBackAt !== null && (lastWordAt === null || lastWordAt < sentBackAt);
}

/** The deadline's own day is in time, the day after it is late. */
export function returnStanding(facts: StandingFacts): Standing {
  const { deadline, today, firstWordOn } = facts;
  const daysLate = daysAfter(deadline, firstWordOn ?? today);
  if (waitsForRedo(facts)) return { standing: 'redo', daysLate };
  if (firstWordOn === null) return { standing: daysLate > 0 ? 'overdue' : 'missing', daysLate };
  return { standing: daysLate > 0 ? 'late' : 'returned', daysLate };
}

/** How many units stand where; they add up to all of them. */
export function countStandings(
  rows: readonly { standing: ReturnStanding }[],
): Record<ReturnStanding, number> {
  const counts = { returned: 0, late: 0, redo: 0, missing: 0, overdue: 0 };
  for (const { standing } of rows) counts[standing] += 1;
  return counts;
}
