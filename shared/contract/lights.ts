/** 亮灯: each task's light with the sentence why, counts that open their lists, and overrides. */
import { z } from 'zod';
import { type LightName, lightNames } from '../domain/lights/light-names.ts';
import type { Tally } from '../domain/lights/tally.ts';
import type { TaskStanding } from '../domain/supervision/lifecycle.ts';
import type { Light, LightRuleKey } from '../domain/supervision/light-kinds.ts';
import type { Movement } from '../domain/supervision/movement.ts';
import type { Milestone, PlanStatus } from '../domain/supervision/plan.ts';
import { type ProgressClass, progressClasses } from '../domain/supervision/progress-class.ts';
import type { Trajectory } from '../domain/supervision/trajectory.ts';
import type { TaskKind } from '../domain/task.ts';
import { method } from './method.ts';
import { dateText, periodText, rowId, shortText } from './values.ts';

/** A period is judged at its last day; without either it is today. */
export const lightMoment = z
  .strictObject({ period: periodText.optional(), date: dateText.optional() })
  .refine(({ period, date }) => period === undefined || date === undefined, '报告期和日期只能选一个');
export type LightMomentQuery = z.output<typeof lightMoment>;

/** An absent member does not narrow. */
export const lightFilter = z.strictObject({
  kind: z.enum(['key', 'livelihood']).optional(),
  /** Who headed the task at the moment; null: nobody. */
  leaderId: rowId.nullable().optional(),
  /** A reporting unit: its own light then stands for the task. */
  unitId: rowId.optional(),
  /** As in the 任务总表. */
  text: shortText.optional(),
  light: z.enum(lightNames as [LightName, ...LightName[]]).optional(),
  progressClass: z.enum(progressClasses as [ProgressClass, ...ProgressClass[]]).optional(),
});
export type LightFilter = z.output<typeof lightFilter>;

export const lightQuery = z.strictObject({ moment: lightMoment, filter: lightFilter });
export type LightQuery = z.output<typeof lightQuery>;

export const lightGroupings = ['leader', 'unit', 'kind'] as const;
export type LightGrouping = (typeof lightGroupings)[number];

export const lightSummaryQuery = lightQuery.extend({ groupBy: z.enum(lightGroupings) });
export type LightSummaryQuery = z.output<typeof lightSummaryQuery>;

/** A person's light, while it is in force. */
export interface LightOverrideView {
  id: number;
  light: 'green' | 'yellow' | 'red';
  reason: string;
  from: string;
  until: string;
  by: string;
  /** Whose light it is where that is one of several leads; null: the light it stands beside. */
  unit: string | null;
}

export interface LightFigures {
  /** What is shown and counted: the override's where there is one. */
  light: LightName;
  /** What the rules say: of several leads' lights the worst. */
  computed: Light;
  rule: LightRuleKey;
  /** The rule's name: 「落后序时」. */
  ruleName: string;
  /** 0 to 100. */
  expected: number;
  /** Null when not known; may exceed 100. */
  actual: number | null;
  /** Percentage points behind; negative when ahead. */
  gap: number | null;
  reason: string;
  override: LightOverrideView | null;
  /** Against the last period's shown light. */
  movement: Movement;
  /** Null for what is listed and not counted (已撤销). */
  progressClass: ProgressClass | null;
}

/** One lead's part. */
export interface LightPart extends LightFigures {
  unitId: number;
  unit: string;
  /** The period whose report was judged; null when none was. */
  reportedFor: string | null;
}

export interface LightRow extends LightFigures {
  taskId: number;
  code: string;
  kind: TaskKind;
  /** As it read at the moment. */
  content: string;
  leaderId: number | null;
  leader: string | null;
  /** `proposed`: the expected progress is 建议 from the task's words. */
  planStatus: PlanStatus;
  planReason: string;
  due: string;
  /** Withdrawn, split or merged by then; null for a task that stands. */
  gone: Exclude<TaskStanding, { state: 'active' }> | null;
  /** The leads looked at, in printed order. */
  parts: LightPart[];
}

/** Which day was judged by whose words. */
export interface LightBasis {
  date: string;
  /** The period asked about; null for a day. */
  period: string | null;
  /** 「2024年6月」 or 「2024年6月20日」 */
  label: string;
  /** The period whose reports count: for a day the last one that has ended and was reported on; null before any. */
  reportsOf: string | null;
  /** The period that 升降 compares with; null when there is none. */
  lastPeriod: string | null;
}

export interface LightList {
  basis: LightBasis;
  /** In printed order. */
  rows: LightRow[];
}

export interface LightGroup extends Tally {
  /** Leader id, unit id or kind; null for tasks without a leader. */
  key: number | TaskKind | null;
  label: string;
}

export interface LightSummary extends Tally {
  basis: LightBasis;
  groups: LightGroup[];
}

/** A day of the trajectory's drawing. */
export interface TrajectoryMark {
  date: string;
  percent: number;
}

/** Everything the task page shows of a task's lights. */
export interface TaskLights {
  basis: LightBasis;
  /** Null for a task that was not yet listed. */
  row: LightRow | null;
  plan: { status: PlanStatus; reason: string; trajectory: Trajectory; milestones: Milestone[] };
  /** Month ends from the start to the due date, with both. */
  expected: TrajectoryMark[];
  /** What each lead reported, by period ends. */
  actual: { unitId: number; unit: string; marks: TrajectoryMark[] }[];
  /** All that were ever set, newest first. */
  overrides: (LightOverrideView & {
    createdAt: string;
    withdrawn: { at: string; by: string } | null;
  })[];
}

export const lightOverrideEntry = z.strictObject({
  taskId: rowId,
  /** Null: the task as a whole. */
  unitId: rowId.nullable(),
  light: z.enum(['green', 'yellow', 'red']),
  reason: shortText.trim().min(1, '人工改灯须写明理由'),
  from: dateText,
  until: dateText,
});
export type LightOverrideEntry = z.output<typeof lightOverrideEntry>;

export const lightsContract = {
  list: method<LightList>()('read', lightQuery),
  summary: method<LightSummary>()('read', lightSummaryQuery),
  task: method<TaskLights>()('read', z.strictObject({ taskId: rowId, moment: lightMoment })),
  override: method<{ id: number }>()('write', lightOverrideEntry),
  withdrawOverride: method<{ id: number }>()('write', z.strictObject({ overrideId: rowId })),
};
