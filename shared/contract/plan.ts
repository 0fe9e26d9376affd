/** 计划: who answers for a task, how it is to go, who heads it from when, and what became of it. */
import { z } from 'zod';
import type { PlanGridRow } from '../domain/plan-sheet.ts';
import type { CurveSettings } from '../domain/supervision/curves.ts';
import type { Milestone, PlanStatus } from '../domain/supervision/plan.ts';
import {
  type MoveNeed,
  type TaskMoveKey,
  type TaskState,
  taskMoves,
} from '../domain/supervision/task-state.ts';
import type { Trajectory } from '../domain/supervision/trajectory.ts';
import { type Comparator, comparatorLabels } from '../domain/target.ts';
import { method } from './method.ts';
import type { TaskTarget } from './tasks.ts';
import { filePath, longText, noInput, rowId, shortText } from './values.ts';

/** Judged by the rules themselves, which say what is wrong in a sentence. */
const typedDate = z.string().max(20);
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

export interface LeaderTermView {
  from: string;
  leader: string | null;
  title: string;
  reason: string;
  createdBy: string;
}

export interface WordingView {
  from: string;
  content: string;
  reason: string;
  createdBy: string;
}

export interface TaskMoveView {
  id: number;
  label: string;
  from: TaskState;
  to: TaskState;
  on: string;
  reason: string;
  /** Who asked for 办结; empty for other moves. */
  requester: string;
  reviewer: string;
  /** The tasks it was split or merged into. */
  into: { id: number; code: string }[];
  createdAt: string;
  createdBy: string;
}

/** A move of the table that starts from the task's state. */
export interface AllowedMove {
  move: TaskMoveKey;
  label: string;
  needs: MoveNeed[];
  /** The conditions as they stand now, each with what is in its way. */
  conditions: { label: string; obstacles: string[] }[];
}

/** A 相关… group of a task: who may be named, and who was. */
export interface NamedGroup {
  groupId: number;
  name: string;
  candidates: { id: number; name: string }[];
  chosen: number[];
}

export interface Material {
  id: number;
  sha256: string;
  fileName: string;
  note: string;
  createdAt: string;
  createdBy: string;
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
  earlierTargets: (PlanTarget & { until: string })[];
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

const simpleMoves = taskMoves.map(({ move }) => move).filter((move) => move !== 'split' && move !== 'merge');

export const moveRequest = z.strictObject({
  taskId: rowId,
  move: z.enum(simpleMoves as [TaskMoveKey, ...TaskMoveKey[]]),
  date: typedDate,
  reason: longText.trim(),
  /** Who asks for 办结; the other moves leave it empty. */
  requester: shortText.trim(),
  reviewer: shortText.trim(),
});
export type MoveRequest = z.output<typeof moveRequest>;

export const splitRequest = z.strictObject({
  taskId: rowId,
  date: typedDate,
  reason: longText.trim(),
  parts: z
    .array(
      z.strictObject({
        content: longText.trim().min(1, '拆出的任务没有写内容，请填写。'),
        /** Of the task's own units; each keeps its role. */
        unitIds: z.array(rowId).max(500),
        /** Of the task's own targets. */
        targetIds: z.array(rowId).max(100),
      }),
    )
    .max(20),
});
export type SplitRequest = z.output<typeof splitRequest>;

export const mergeRequest = z.strictObject({
  taskId: rowId,
  intoTaskId: rowId,
  date: typedDate,
  reason: longText.trim(),
});
export type MergeRequest = z.output<typeof mergeRequest>;

/** A number the new words promise. */
export const promisedTarget = z.strictObject({
  name: shortText.trim().min(1, '有一项指标没有名称，请填写。'),
  comparator: z.enum(Object.keys(comparatorLabels) as [Comparator, ...Comparator[]]),
  value: typedPercent,
  measure: z.string().trim().max(20),
  due: typedDate,
});
export type PromisedTarget = z.output<typeof promisedTarget>;

export const rewordRequest = z.strictObject({
  taskId: rowId,
  from: typedDate,
  content: longText.trim(),
  reason: longText.trim(),
  /** The numbers of the new words; one that is there already goes on with its readings. Absent: those that are there. */
  targets: z.array(promisedTarget).max(100).optional(),
});
export type RewordRequest = z.output<typeof rewordRequest>;

export const successionRequest = z.strictObject({
  fromLeaderId: rowId,
  toName: shortText.trim().min(1, '接任领导没有姓名，请填写。'),
  toTitle: shortText.trim(),
  from: typedDate,
  reason: shortText.trim().min(1, '请写明领导分工变动的原因或依据。'),
  /** Absent: all the leader heads on that day. */
  taskIds: z.array(rowId).min(1).max(30_000).optional(),
});
export type SuccessionRequest = z.output<typeof successionRequest>;

export interface Succession {
  from: string;
  leader: string;
  tasks: number;
}

/** 领导分工: who heads how many tasks today, and what was handed over when. */
export interface LeaderOffice {
  id: number;
  name: string;
  title: string;
  /** Today. */
  tasks: { id: number; code: string; content: string }[];
  /** Handed over to others, oldest first, those to come too. */
  handedOver: { from: string; to: string; tasks: number; reason: string; createdBy: string }[];
}

export const nameUnitsRequest = z.strictObject({
  taskId: rowId,
  groupId: rowId,
  /** Empty: 待明确 again. */
  unitIds: z.array(rowId).max(500),
});
export type NameUnitsRequest = z.output<typeof nameUnitsRequest>;

export const planGridEdit = z.strictObject({
  taskId: rowId,
  version: z.int().min(0),
  /** As typed in the grid or the sheet; an absent column stays as it is. */
  cells: z.record(z.string().max(40), longText),
});
export type PlanGridEdit = z.output<typeof planGridEdit>;

export interface PlanGrid {
  rows: PlanGridRow[];
  /** Tasks with a 相关… group nobody has named, and plans still 建议. */
  unspecified: number;
  proposed: number;
}

/** One cell of a plan sheet that differs from what is stored. */
export interface PlanSheetChange {
  column: string;
  heading: string;
  /** As the sheet was exported. */
  base: string;
  stored: string;
  sheet: string;
  /** Both sides have changed it differently: it stays as stored unless chosen. */
  conflict: boolean;
}

export interface PlanSheetRow {
  taskId: number;
  code: string;
  content: string;
  /** The stored version the preview was made from. */
  version: number;
  changes: PlanSheetChange[];
  /** Why the row cannot be applied; empty when it can. */
  problems: string[];
}

export interface PlanSheetPreview {
  fileName: string;
  exportedAt: string;
  exportedBy: string;
  rows: PlanSheetRow[];
  /** Rows that say what is stored already. */
  unchanged: number;
  /** Rows that are no task of this program, a sentence each. */
  strangers: string[];
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
