/** A plan while it is edited: a trajectory of any shape keeps what was typed for the others. */

import type { TrajectoryMark } from '#shared/contract/lights.ts';
import type { MilestoneEntry, PlanDetail, PlanSave } from '#shared/contract/plan.ts';
import { milestoneShares } from '#shared/domain/plan-sheet.ts';
import { checkTrajectory } from '#shared/domain/supervision/check-trajectory.ts';
import type { CurveSettings } from '#shared/domain/supervision/curves.ts';
import { addDays, monthEnd } from '#shared/domain/supervision/dates.ts';
import {
  expectedPercent,
  quarterEnds,
  type Trajectory,
  type TrajectoryPoint,
  type TrajectoryShape,
} from '#shared/domain/supervision/trajectory.ts';

/** So that a row of a list keeps its fields while another is removed. */
export type Keyed<Value> = Value & { key: number };

export interface PlanDraft {
  responsibleLeader: string;
  responsiblePerson: string;
  contact: string;
  contactPhone: string;
  workPlan: string;
  start: string;
  due: string;
  shape: TrajectoryShape;
  /** By quarter end; what is absent is what the plan expected before. */
  quarters: Readonly<Record<string, number | null>>;
  points: readonly Keyed<TrajectoryPoint>[];
  milestones: readonly Keyed<MilestoneEntry>[];
  /** From which day a changed course holds; empty: as early as may be. */
  from: string;
}

export function draftOf({ plan, usualStart }: PlanDetail): PlanDraft {
  const { trajectory, milestones } = plan;
  const { responsibleLeader, responsiblePerson, contact, contactPhone, workPlan } = plan;
  const points = trajectory.shape === 'points' ? trajectory.points : [];
  return {
    responsibleLeader,
    responsiblePerson,
    contact,
    contactPhone,
    workPlan,
    start: trajectory.start,
    due: trajectory.due,
    shape: trajectory.shape,
    quarters: {},
    points: points.map((point, key) => ({ ...point, key })),
    milestones: milestones.map((milestone, key) => ({ ...milestone, key })),
    from: usualStart ?? '',
  };
}

export function nextKey(list: readonly { key: number }[]): number {
  return Math.max(-1, ...list.map(({ key }) => key)) + 1;
}

/** The ends of the draft's quarters; none while its dates make no span. */
export function draftQuarters({ start, due }: PlanDraft): string[] {
  const isSpan = checkTrajectory({ shape: 'linear', start, due }).length === 0;
  return isSpan ? quarterEnds({ start, due }) : [];
}

/** What the plan expected until now: its percents stand where nothing was typed. */
export interface Stored {
  trajectory: Trajectory;
  curves: readonly CurveSettings[];
}

export function storedOf({ plan, curves }: PlanDetail): Stored {
  return { trajectory: plan.trajectory, curves };
}

export function quarterPercent(draft: PlanDraft, before: Stored, end: string): number | null {
  const typed = draft.quarters[end];
  if (typed !== undefined) return typed;
  return end === draft.due ? 100 : expectedPercent(before.trajectory, end, before.curves);
}

export function draftTrajectory(draft: PlanDraft, before: Stored): Trajectory {
  const { start, due, shape } = draft;
  const span = { start, due };
  if (shape === 'quarters') {
    const percents = draftQuarters(draft).map((end) => quarterPercent(draft, before, end) ?? Number.NaN);
    return { shape, ...span, percents };
  }
  if (shape === 'points')
    return { shape, ...span, points: draft.points.map(({ date, percent }) => ({ date, percent })) };
  if (shape === 'milestones')
    return { shape, ...span, milestones: milestoneShares(before.trajectory, draft.milestones) };
  return { shape, ...span };
}

/** Month ends of the trajectory; none while something is wrong with it. */
export function previewMarks(trajectory: Trajectory, curves: readonly CurveSettings[]): TrajectoryMark[] {
  if (checkTrajectory(trajectory).length > 0) return [];
  const { start, due } = trajectory;
  const dates = [addDays(start, -1)];
  for (let end = monthEnd(start); end < due; end = monthEnd(addDays(end, 1))) dates.push(end);
  return [...dates, due].map((date) => ({ date, percent: expectedPercent(trajectory, date, curves) }));
}

function writable(trajectory: Trajectory): PlanSave['trajectory'] {
  if (trajectory.shape === 'quarters') return { ...trajectory, percents: [...trajectory.percents] };
  if (trajectory.shape === 'points') return { ...trajectory, points: [...trajectory.points] };
  if (trajectory.shape !== 'milestones') return trajectory;
  const milestones = trajectory.milestones.map(({ due, weight }) => ({ due, weight: weight ?? 1 }));
  return { ...trajectory, milestones };
}

export function planSaveOf(detail: PlanDetail, draft: PlanDraft): PlanSave {
  const { taskId, plan } = detail;
  const { responsibleLeader, responsiblePerson, contact, contactPhone, workPlan } = draft;
  return {
    taskId,
    version: plan.version,
    responsibleLeader,
    responsiblePerson,
    contact,
    contactPhone,
    workPlan,
    trajectory: writable(draftTrajectory(draft, storedOf(detail))),
    milestones: draft.milestones.map(({ key: _, ...milestone }) => milestone),
    from: draft.from === '' ? null : draft.from,
  };
}
