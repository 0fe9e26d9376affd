/** 计划 as cells: what the grid and the plan sheet show and take back, column by column. */

import { foldedDate, milestonesText, readMilestones } from './plan-milestone-text.ts';
import type { CurveSettings } from './supervision/curves.ts';
import { checkPlan, type Milestone, type PlanStatus } from './supervision/plan.ts';
import type { TaskState } from './supervision/task-state.ts';
import {
  expectedPercent,
  quarterEnds,
  type Trajectory,
  type TrajectoryShape,
  trajectoryShapeLabels,
} from './supervision/trajectory.ts';
import type { TaskKind } from './task.ts';
import { foldWidth } from './text.ts';

export type PlanColumnKey =
  | 'responsibleLeader'
  | 'responsiblePerson'
  | 'contact'
  | 'contactPhone'
  | 'start'
  | 'due'
  | 'shape'
  | 'q1'
  | 'q2'
  | 'q3'
  | 'q4'
  | 'milestones'
  | 'workPlan';

export interface PlanColumn {
  key: PlanColumnKey;
  heading: string;
  /** In digits of the workbook's default font. */
  width: number;
}

export const planColumns: readonly PlanColumn[] = [
  { key: 'responsibleLeader', heading: '责任领导', width: 10 },
  { key: 'responsiblePerson', heading: '责任人', width: 10 },
  { key: 'contact', heading: '联系人', width: 10 },
  { key: 'contactPhone', heading: '联系电话', width: 14 },
  { key: 'start', heading: '开始日期', width: 12 },
  { key: 'due', heading: '完成时限', width: 12 },
  { key: 'shape', heading: '序时方式', width: 10 },
  { key: 'q1', heading: '一季度%', width: 8 },
  { key: 'q2', heading: '二季度%', width: 8 },
  { key: 'q3', heading: '三季度%', width: 8 },
  { key: 'q4', heading: '四季度%', width: 8 },
  { key: 'milestones', heading: '节点', width: 30 },
  { key: 'workPlan', heading: '工作计划', width: 30 },
];

export type PlanSheetCell = string;
export type PlanCells = Record<PlanColumnKey, PlanSheetCell>;

/** What is edited of a plan. */
export interface PlanValues {
  responsibleLeader: string;
  responsiblePerson: string;
  contact: string;
  contactPhone: string;
  workPlan: string;
  trajectory: Trajectory;
  milestones: readonly Milestone[];
}

/** A task in the grid. */
export interface PlanGridRow {
  taskId: number;
  code: string;
  content: string;
  kind: TaskKind;
  leaderId: number | null;
  leader: string | null;
  state: TaskState;
  units: { id: number; name: string }[];
  /** 相关… groups nobody has named units for. */
  unspecified: { groupId: number; name: string }[];
  status: PlanStatus;
  /** 0 while it is 建议. */
  version: number;
  /** Where the proposal comes from; empty once confirmed. */
  reason: string;
  milestoneCount: number;
  cells: PlanCells;
}

const quarterKeys = ['q1', 'q2', 'q3', 'q4'] as const;
const quarterDays = ['03-31', '06-30', '09-30', '12-31'];

/**
 * @param year the notice's, whose quarters are shown
 * @param curves all there are
 */
export function planCells(plan: PlanValues, year: number, curves: readonly CurveSettings[]): PlanCells {
  const { trajectory } = plan;
  const [q1, q2, q3, q4] = quarterDays.map((day) =>
    String(expectedPercent(trajectory, `${year}-${day}`, curves)),
  );
  return {
    responsibleLeader: plan.responsibleLeader,
    responsiblePerson: plan.responsiblePerson,
    contact: plan.contact,
    contactPhone: plan.contactPhone,
    start: trajectory.start,
    due: trajectory.due,
    shape: trajectoryShapeLabels[trajectory.shape],
    q1: q1 ?? '',
    q2: q2 ?? '',
    q3: q3 ?? '',
    q4: q4 ?? '',
    milestones: milestonesText(plan.milestones),
    workPlan: plan.workPlan,
  };
}

export type EditedPlan = { ok: true; plan: PlanValues } | { ok: false; problems: string[] };

function readPercent(text: string): number | null {
  const folded = foldWidth(text).replace(/%$/u, '').trim();
  return /^\d{1,3}(\.\d+)?$/u.test(folded) ? Number(folded) : null;
}

function readShape(text: string): TrajectoryShape | null {
  const entries = Object.entries(trajectoryShapeLabels) as [TrajectoryShape, string][];
  return entries.find(([, label]) => label === text.trim())?.[0] ?? null;
}

interface Quarters {
  year: number;
  /** As typed, by {@link quarterKeys}; undefined where nobody typed. */
  typed: readonly (number | undefined)[];
  /** What the plan expected before follows them. */
  curves: readonly CurveSettings[];
}

/** Each quarter of the span: what was typed for it, else what the plan expected before. */
function quarterPercents(before: Trajectory, span: { start: string; due: string }, quarters: Quarters) {
  const ends = quarterEnds(span);
  return ends.map((end, index) => {
    if (index === ends.length - 1 && !isTyped(quarters, end)) return 100;
    const { year, typed, curves } = quarters;
    const quarter = Math.ceil(Number(end.slice(5, 7)) / 3) - 1;
    const own = end.startsWith(`${year}-`) ? typed[quarter] : undefined;
    return own ?? expectedPercent(before, end, curves);
  });
}

function isTyped({ year, typed }: Quarters, end: string): boolean {
  return end.startsWith(`${year}-`) && typed[Math.ceil(Number(end.slice(5, 7)) / 3) - 1] !== undefined;
}

function shapedTrajectory(
  before: Trajectory,
  span: { start: string; due: string },
  shape: TrajectoryShape,
  milestones: readonly Milestone[],
  quarters: Quarters,
): Trajectory {
  switch (shape) {
    case 'quarters':
      return { shape, ...span, percents: quarterPercents(before, span, quarters) };
    case 'milestones':
      return { shape, ...span, milestones: milestoneShares(before, milestones) };
    case 'points':
      return { shape, ...span, points: before.shape === 'points' ? before.points : [] };
    default:
      return { shape, ...span };
  }
}

/** A trajectory by 节点 follows the plan's own, each with the weight its day had. */
export function milestoneShares(before: Trajectory, milestones: readonly Milestone[]) {
  const known = before.shape === 'milestones' ? before.milestones : [];
  return milestones.map(({ due }) => {
    const weight = known.find((share) => share.due === due)?.weight;
    return weight === undefined ? { due } : { due, weight };
  });
}

type TypedCells = Readonly<Record<string, PlanSheetCell>>;

function readTypedQuarters(cells: TypedCells, problems: string[]): Quarters['typed'] {
  return quarterKeys.map((key, index) => {
    const text = cells[key]?.trim();
    if (text === undefined || text === '') return undefined;
    const percent = readPercent(text);
    if (percent === null)
      problems.push(`${planColumns[7 + index]?.heading}“${text}”不是比例，请填0到100的数。`);
    return percent ?? undefined;
  });
}

function readMilestoneCell(plan: PlanValues, cells: TypedCells, problems: string[]): readonly Milestone[] {
  const text = cells.milestones;
  if (text === undefined) return plan.milestones;
  const read = readMilestones(text, plan.milestones);
  problems.push(...read.problems);
  return read.milestones;
}

function spanAfter(plan: PlanValues, cells: TypedCells): { start: string; due: string } {
  const { start, due } = plan.trajectory;
  return {
    start: cells.start === undefined ? start : foldedDate(cells.start),
    due: cells.due === undefined ? due : foldedDate(cells.due),
  };
}

function shapeAfter(plan: PlanValues, cells: TypedCells, problems: string[]): TrajectoryShape {
  const text = cells.shape;
  const typedQuarter = quarterKeys.some((key) => (cells[key]?.trim() ?? '') !== '');
  if (text === undefined) return typedQuarter ? 'quarters' : plan.trajectory.shape;
  const shape = readShape(text);
  if (shape !== null) return shape;
  problems.push(`序时方式“${text}”看不懂，可填：${Object.values(trajectoryShapeLabels).join('、')}。`);
  return plan.trajectory.shape;
}

const textKeys = ['responsibleLeader', 'responsiblePerson', 'contact', 'contactPhone', 'workPlan'] as const;

function typedText(plan: PlanValues, cells: TypedCells): Pick<PlanValues, (typeof textKeys)[number]> {
  const entries = textKeys.map((key) => [key, (cells[key] ?? plan[key]).trim()]);
  return Object.fromEntries(entries) as Pick<PlanValues, (typeof textKeys)[number]>;
}

/**
 * The plan with some cells typed over. A percent typed for a quarter makes the trajectory one by quarters, unless a
 * shape is typed beside it.
 * @param cells by column key; a column that is absent stays as it is
 * @param year the notice's
 * @param curves all there are
 */
export function editPlanCells(
  plan: PlanValues,
  cells: TypedCells,
  year: number,
  curves: readonly CurveSettings[],
): EditedPlan {
  const problems: string[] = [];
  const span = spanAfter(plan, cells);
  const milestones = readMilestoneCell(plan, cells, problems);
  const shape = shapeAfter(plan, cells, problems);
  const quarters = { year, typed: readTypedQuarters(cells, problems), curves };
  const probe = checkPlan({ ...proposed, trajectory: { shape: 'linear', ...span }, milestones: [] });
  if (problems.length > 0 || probe.length > 0) return { ok: false, problems: [...problems, ...probe] };
  const trajectory = shapedTrajectory(plan.trajectory, span, shape, milestones, quarters);
  const edited = { ...typedText(plan, cells), trajectory, milestones };
  const found = checkPlan({ ...proposed, ...edited });
  return found.length > 0 ? { ok: false, problems: found } : { ok: true, plan: edited };
}

/** The parts of a plan its checks do not look at. */
const proposed = {
  responsibleLeader: '',
  responsiblePerson: '',
  contact: '',
  workPlan: '',
  status: 'proposed' as const,
};
