/** How far a task is: by the numbers it promises where they are known, else by the percent its unit reported. */
import type { ProgressStatus } from '../progress.ts';
import { comparatorLabels, type Target, targetDirection } from '../target.ts';
import { percentLabel, roundPercent } from './percent-figures.ts';

/** A target with the value reported for the period; null when none was. */
export interface TargetReading {
  target: Target;
  /** In the target's measure. */
  value: number | null;
}

/** A target without a ratio: it is met or it is not. */
export interface TargetVerdict {
  isMet: boolean;
  /** 「城镇调查失业率要求≤5%，实际5.2%」 */
  words: string;
}

export interface Actual {
  /** May exceed 100 for targets; two decimals. Null when only {@link verdicts} are known or no percent was given. */
  percent: number | null;
  basis: 'targets' | 'report';
  verdicts: readonly TargetVerdict[];
  /** 「子基金：2支，目标3支，66.67%」, what the percent comes from; empty for a reported percent. */
  source: string;
}

type GivenReading = TargetReading & { value: number };

/** A ceiling (失业率5%以内) has no ratio (domain.md, Counting), and nothing can be divided by zero or less. */
export function hasRatio({ target }: { target: Target }): boolean {
  return targetDirection(target.comparator) === 'higher' && target.value > 0;
}

const isMetBy: Record<Target['comparator'], (value: number, wanted: number) => boolean> = {
  '>=': (value, wanted) => value >= wanted,
  '<=': (value, wanted) => value <= wanted,
  '=': (value, wanted) => value === wanted,
};

function verdictOf({ target, value }: GivenReading): TargetVerdict {
  const { name, comparator, measure } = target;
  const words = `${name}要求${comparatorLabels[comparator]}${target.value}${measure}，实际${value}${measure}`;
  return { isMet: isMetBy[comparator](value, target.value), words };
}

/** The first and the last characters by which two rates are one: 新建项目开工率, 新建项目实质性开工率. */
const sameRate = { head: 2, tail: 3 };

/** Stages of one promise (「一季度达30%…10月底前全部」): same measure, later and more, and the same thing counted. */
function isLaterStage(later: Target, earlier: Target): boolean {
  const isSameRate =
    later.name.endsWith('率') &&
    later.name.slice(0, sameRate.head) === earlier.name.slice(0, sameRate.head) &&
    later.name.slice(-sameRate.tail) === earlier.name.slice(-sameRate.tail);
  const isSameThing = later.name === earlier.name || (later.measure === '%' && isSameRate);
  const isFurther = later.due > earlier.due && later.value >= earlier.value;
  return isSameThing && isFurther && later.measure === earlier.measure;
}

/**
 * The last stage of the promise a target belongs to; the target itself when it has no stages. Progress is
 * measured against the whole promise, the stages are the trajectory's business.
 */
export function lastStageOf(target: Target, targets: readonly Target[]): Target {
  return targets
    .filter((other) => isLaterStage(other, target))
    .reduce((last, other) => (other.due > last.due ? other : last), target);
}

interface Ratio {
  percent: number;
  source: string;
}

function ratioOf({ target, value }: GivenReading, wanted: Target): Ratio {
  const percent = roundPercent(Math.max((value / wanted.value) * 100, 0));
  const { measure } = target;
  return {
    percent,
    source: `${target.name}：${value}${measure}，目标${wanted.value}${measure}，${percentLabel(percent)}`,
  };
}

/** Of the stages of one promise only the furthest reading counts. */
function ratiosOf(readings: readonly GivenReading[], targets: readonly Target[]): Ratio[] {
  const furthest = new Map<Target, GivenReading>();
  for (const reading of readings) {
    const promise = lastStageOf(reading.target, targets);
    const known = furthest.get(promise);
    if (known === undefined || reading.target.due > known.target.due) furthest.set(promise, reading);
  }
  return [...furthest].map(([promise, reading]) => ratioOf(reading, promise));
}

/**
 * The actual by the targets that have a value: value ÷ target × 100, not below 0. Of several targets the lowest
 * counts, because the task is not done before each of them is.
 * @returns null when no target has a value
 */
export function targetActual(readings: readonly TargetReading[]): Actual | null {
  const given = readings.filter((reading): reading is GivenReading => reading.value !== null);
  if (given.length === 0) return null;
  const targets = readings.filter(hasRatio).map(({ target }) => target);
  const ratios = ratiosOf(given.filter(hasRatio), targets).sort((one, other) => one.percent - other.percent);
  return {
    percent: ratios[0]?.percent ?? null,
    basis: 'targets',
    verdicts: given.filter((reading) => !hasRatio(reading)).map(verdictOf),
    source: ratios[0]?.source ?? '',
  };
}

export interface AcceptedReport {
  /** 0 to 100. */
  percent: number | null;
  status: ProgressStatus | null;
}

const percentByStatus: Partial<Record<ProgressStatus, number>> = { completed: 100, not_started: 0 };

/** The percent a unit reported and staff accepted; 已完成 is 100 and 未启动 is 0 where no number was given. */
export function reportedActual({ percent, status }: AcceptedReport): Actual {
  const meant = percent ?? (status === null ? undefined : percentByStatus[status]);
  return {
    percent: meant === undefined ? null : roundPercent(meant),
    basis: 'report',
    verdicts: [],
    source: '',
  };
}

/**
 * What one lead's light is measured by.
 * @param report the accepted report of the period; null when there is none
 * @returns null when the unit is 未报: neither a value nor a report
 */
export function actualOf(readings: readonly TargetReading[], report: AcceptedReport | null): Actual | null {
  return targetActual(readings) ?? (report === null ? null : reportedActual(report));
}
