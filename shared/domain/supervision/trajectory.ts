/** 序时进度 (domain.md, Words): how much of a task should be done by a date. */
import { type CurvePoint, type CurveSettings, curveLabels, curveWords } from './curves.ts';
import { settingsAt } from './dated-settings.ts';
import { addDays, dateParts, daysInMonth, quarterEnd } from './dates.ts';
import { roundPercent } from './percent-figures.ts';

interface Span {
  /** `YYYY-MM-DD`, the first day of work. */
  start: string;
  /** `YYYY-MM-DD`, the last day; everything is expected by its end. */
  due: string;
}

export interface TrajectoryPoint {
  /** `YYYY-MM-DD`; the percent is expected at this day's end. */
  date: string;
  /** 0 to 100. */
  percent: number;
}

export interface MilestoneShare {
  due: string;
  /** Above 0; 1 when absent, so that milestones without weights weigh the same. */
  weight?: number;
}

export type Trajectory =
  | (Span & { shape: 'linear' | 'front_loaded' | 'back_loaded' })
  /** The percent at the end of each calendar quarter from the start's on; the last one holds at the due date. */
  | (Span & { shape: 'quarters'; percents: readonly number[] })
  /** A milestone's share is expected whole on its due date and not at all before. */
  | (Span & { shape: 'milestones'; milestones: readonly MilestoneShare[] })
  /** Straight lines from 0 at the start through the points to 100 at the due date. */
  | (Span & { shape: 'points'; points: readonly TrajectoryPoint[] });

export type TrajectoryShape = Trajectory['shape'];

export const trajectoryShapeLabels: Record<TrajectoryShape, string> = {
  linear: '匀速',
  front_loaded: curveLabels.frontLoaded,
  back_loaded: curveLabels.backLoaded,
  quarters: '按季度',
  milestones: '按节点',
  points: '自定各点',
};

/** How each shape counts, for people. */
export function trajectoryShapeWords({
  frontLoaded,
  backLoaded,
}: CurveSettings): Record<TrajectoryShape, string> {
  return {
    linear: '从开始日期到完成时限，每个月一样多，不论大小月。',
    front_loaded: `${curveWords(frontLoaded)}；各点之间按直线。`,
    back_loaded: `${curveWords(backLoaded)}；各点之间按直线。`,
    quarters: '每个季度末应完成的比例由计划写明，中间按直线。',
    milestones: '节点到了日期，它那一份就应完成；没写权重的节点各占一样多。',
    points: '计划写明的各点之间按直线，开始前是0，到完成时限是100%。',
  };
}

/** Linear January to December, what a task has that sets nothing of its own (domain.md, 序时进度). */
export function defaultTrajectory(year: number): Trajectory {
  return { shape: 'linear', start: `${year}-01-01`, due: `${year}-12-31` };
}

/**
 * Months up to a day's end. A month counts as one whatever its length, so that period ends fall on twelfths
 * (1–11月 is 11/12); inside a month each day counts one part of its days.
 */
function monthsAt(date: string, daysEarlier = 0): number {
  const { year, month, day } = dateParts(date);
  return year * 12 + month - 1 + (day - daysEarlier) / daysInMonth(date);
}

/** Percent of the span's months that have passed at a day's end, from 0 to 100. */
function timePassed({ start, due }: Span, date: string): number {
  const from = monthsAt(start, 1);
  const passed = ((monthsAt(date) - from) / (monthsAt(due) - from)) * 100;
  return Math.min(Math.max(passed, 0), 100);
}

function workOnLine(points: readonly CurvePoint[], time: number): number {
  const all = [{ time: 0, work: 0 }, ...points, { time: 100, work: 100 }];
  const after = all.findIndex((point) => point.time >= time);
  const from = all[after - 1];
  const to = all[after];
  if (to === undefined) return 100;
  if (from === undefined || to.time === from.time) return to.work;
  return from.work + ((to.work - from.work) * (time - from.time)) / (to.time - from.time);
}

/** The quarter ends of a span; the last one is its due date. */
export function quarterEnds({ start, due }: Span): string[] {
  const ends: string[] = [];
  for (let end = quarterEnd(start); end < due; end = quarterEnd(addDays(end, 1))) ends.push(end);
  return [...ends, due];
}

/** A trajectory by quarters as points, the due date's left out: it is 100. */
export function quarterPoints(trajectory: Trajectory & { shape: 'quarters' }): TrajectoryPoint[] {
  return quarterEnds(trajectory)
    .map((date, index) => ({ date, percent: trajectory.percents[index] ?? 100 }))
    .slice(0, -1);
}

function curveOf(trajectory: Trajectory, curves: readonly CurveSettings[]): readonly CurvePoint[] {
  if (trajectory.shape === 'front_loaded') return settingsAt(curves, trajectory.start).frontLoaded;
  if (trajectory.shape === 'back_loaded') return settingsAt(curves, trajectory.start).backLoaded;
  const points =
    trajectory.shape === 'quarters'
      ? quarterPoints(trajectory)
      : trajectory.shape === 'points'
        ? trajectory.points
        : [];
  return points.map(({ date, percent }) => ({ time: timePassed(trajectory, date), work: percent }));
}

function milestonesReached(milestones: readonly MilestoneShare[], date: string): number {
  const sum = (shares: readonly MilestoneShare[]) =>
    shares.reduce((total, { weight }) => total + (weight ?? 1), 0);
  return (sum(milestones.filter(({ due }) => due <= date)) / sum(milestones)) * 100;
}

/**
 * The percent expected at a day's end: 0 before the start, 100 from the due date on, never falling between, at
 * two decimals.
 * @param trajectory one that {@link checkTrajectory} finds nothing wrong with
 * @param curves all there are: a task keeps to the end those in force on the day it starts
 */
export function expectedPercent(
  trajectory: Trajectory,
  date: string,
  curves: readonly CurveSettings[],
): number {
  if (date < trajectory.start) return 0;
  if (date >= trajectory.due) return 100;
  if (trajectory.shape === 'milestones') return roundPercent(milestonesReached(trajectory.milestones, date));
  return roundPercent(workOnLine(curveOf(trajectory, curves), timePassed(trajectory, date)));
}

/**
 * The trajectory after an approved 延期: its shape and what lies before the old due date stay, the end moves.
 * @throws RangeError when the new due date is earlier
 */
export function extendTrajectory(trajectory: Trajectory, due: string): Trajectory {
  if (due < trajectory.due) throw new RangeError(`${due} is before ${trajectory.due}`);
  const { start } = trajectory;
  if (trajectory.shape === 'quarters')
    return { shape: 'points', start, due, points: quarterPoints(trajectory) };
  if (trajectory.shape !== 'points') return { ...trajectory, due };
  const points = trajectory.points.filter(({ date }) => date < trajectory.due);
  return { ...trajectory, due, points };
}
