/** 计划: who answers for a task, how it is to go, and all that is shown beside it. */
import { z } from 'zod';
import type { CurveSettings } from '../domain/supervision/curves.ts';
import type { Milestone, PlanStatus } from '../domain/supervision/plan.ts';
import type { TaskState } from '../domain/supervision/task-state.ts';
import type { Trajectory } from '../domain/supervision/trajectory.ts';
import {
  type LeaderOffice,
  type LeaderTermView,
  type Succession,
  successionRequest,
} from './leader-terms.ts';
import { method } from './method.ts';
import { type NamedGroup, nameUnitsRequest } from './named-units.ts';
import { type PlanGrid, type PlanSheetPreview, planGridEdit } from './plan-sheet.ts';
import {
  type AllowedMove,
  type Material,
  mergeRequest,
  moveRequest,
  type PromisedTarget,
  rewordRequest,
  splitRequest,
  type TaskMoveView,
  type WordingView,
} from './task-life.ts';
import type { TaskTarget } from './tasks.ts';
import { filePath, longText, noInput, rowId, shortText, typedDate } from './values.ts';

/** Judged by the rules themselves, as a {@link typedDate} is. */
const typedPercent = z.number().finite();

const span = { start: typedDate, due: typedDate };
export const trajectoryEntry = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.enum(['linear', 'front_loaded', 'back_loaded']), ...span }),
  z.strictObject({ shape: z.literal('quarters'), ...span, percents: z.array(typedPercent).max(80) }),
  /** Follows the plan's own 节点. */
  z.strictObject({
    shape: z.literal('milestones'),
    ...span,
    milestones: z.array(z.strictObject({ due: typedDate, weight: typedPercent.default(1) })).max(200),
  }),
  z.strictObject({
    shape: z.literal('points'),
    ...span,
    points: z.array(z.strictObject({ date: typedDate, percent: typedPercent })).max(200),
  }),
]);

export const milestoneEntry = z.strictObject({
  /** Null for a new one. */
  id: rowId.nullable(),
  title: shortText.trim(),
  due: typedDate,
  done: typedDate.nullable(),
  evidence: longText.trim(),
});
export type MilestoneEntry = z.output<typeof milestoneEntry>;

export const planSave = z.strictObject({
  taskId: rowId,
  /** The version the editor saw; 0 while the plan was 建议. */
  version: z.int().min(0),
  responsibleLeader: shortText.trim(),
  responsiblePerson: shortText.trim(),
  contact: shortText.trim(),
  contactPhone: shortText.trim(),
  workPlan: longText.trim(),
  trajectory: trajectoryEntry,
  milestones: z.array(milestoneEntry).max(200),
  /** The day from which a changed course holds; null: as early as may be; absent: as usual. */
  from: typedDate.nullable().optional(),
});
export type PlanSave = z.output<typeof planSave>;

export interface PlanMilestone extends Milestone {
  /** Null while it is 建议. */
  id: number | null;
}

export interface PlanView {
  status: PlanStatus;
  /** 0 while it is 建议. */
  version: number;
  /** Where the proposal comes from, with the words in “”; empty once confirmed. */
  reason: string;
  responsibleLeader: string;
  responsiblePerson: string;
  contact: string;
  contactPhone: string;
  workPlan: string;
  due: string;
  trajectory: Trajectory;
  milestones: PlanMilestone[];
  confirmedAt: string | null;
  confirmedBy: string | null;
}

/** A plan that held until another took its place. */
export interface EarlierPlanView {
  /** The first day on which it no longer held. */
  until: string;
  status: PlanStatus;
  trajectory: Trajectory;
  supersededBy: string;
}

export interface PlanTarget extends TaskTarget {
  /** The current word of each reporting unit, oldest period first. */
  readings: { period: string; unit: string; value: number }[];
}

export interface PlanDetail {
  taskId: number;
  code: string;
  content: string;
  year: number;
  leader: { id: number; name: string } | null;
  state: TaskState;
  plan: PlanView;
  /** Earliest first; empty while the plan's course never changed. */
  earlierPlans: EarlierPlanView[];
  /** The day a change made today holds from unless another is given; null: from the beginning. */
  usualStart: string | null;
  /** All there are, to draw what is expected. */
  curves: CurveSettings[];
  /** Of the words in force. */
  targets: PlanTarget[];
  /** Of earlier words, each with the first day on which it no longer held. */
  earlierTargets: (PlanTarget & { from: string | null; until: string })[];
  /** Empty while the leader never changed. */
  terms: LeaderTermView[];
  /** Empty while the task was never re-worded. */
  wordings: WordingView[];
  moves: TaskMoveView[];
  allowed: AllowedMove[];
  /** Where this task came from by a split or merge. */
  origins: { id: number; code: string; label: string }[];
  groups: NamedGroup[];
  units: { unitId: number; name: string; role: string }[];
  materials: Material[];
}

export const planContract = {
  detail: method<PlanDetail>()('read', z.strictObject({ taskId: rowId })),
  save: method<PlanDetail>()('write', planSave),
  move: method<PlanDetail>()('write', moveRequest),
  split: method<PlanDetail>()('write', splitRequest),
  merge: method<PlanDetail>()('write', mergeRequest),
  reword: method<PlanDetail>()('write', rewordRequest),
  /** The numbers a text promises, for a person to look over; those the task has already keep their names. */
  proposeTargets: method<PromisedTarget[]>()('read', z.strictObject({ taskId: rowId, content: longText })),
  attach: method<PlanDetail>()(
    'write',
    z.strictObject({ taskId: rowId, files: z.array(filePath).min(1).max(50), note: shortText.trim() }),
  ),
  withdrawMaterial: method<PlanDetail>()('write', z.strictObject({ taskId: rowId, materialId: rowId })),
  openMaterial: method<boolean>()('read', z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
  leaders: method<LeaderOffice[]>()('read', noInput),
  succeed: method<Succession>()('write', successionRequest),
  nameUnits: method<PlanDetail>()('write', nameUnitsRequest),
  grid: method<PlanGrid>()('read', noInput),
  /** All or nothing. */
  editGrid: method<PlanGrid>()('write', z.strictObject({ edits: z.array(planGridEdit).min(1).max(5_000) })),
  /** Confirms what the texts suggest, as it stands. @returns those that were still 建议 */
  confirm: method<{ confirmed: number }>()(
    'write',
    z.strictObject({ taskIds: z.array(rowId).min(1).max(30_000) }),
  ),
  exportSheet: method<{ file: string; rows: number }>()(
    'output',
    z.strictObject({ taskIds: z.array(rowId).min(1).max(30_000), file: filePath }),
  ),
  previewSheet: method<PlanSheetPreview>()('read', z.strictObject({ file: filePath })),
  applySheet: method<{ rows: number; cells: number }>()(
    'write',
    z.strictObject({ edits: z.array(planGridEdit).min(1).max(30_000), fileName: shortText }),
  ),
};
