import { z } from 'zod';
import { type ProgressStatus, type ProgressValues, progressStatuses } from '../domain/progress.ts';
import type { Role } from '../domain/task.ts';
import { method } from './method.ts';
import type { TaskTarget } from './tasks.ts';
import { longText, noInput, periodText, rowId, shortText } from './values.ts';

export const progressValues = z.strictObject({
  narrative: longText,
  percent: z.number().min(0, '完成比例不能小于 0').max(100, '完成比例不能大于 100').nullable(),
  status: z.enum(progressStatuses as [ProgressStatus, ...ProgressStatus[]]).nullable(),
  problems: longText,
  next: longText,
  reporter: shortText,
  phone: shortText,
});

/** Exactly one of unit and leader chooses the rows. */
export const sheetQuery = z
  .strictObject({
    period: periodText,
    unitId: rowId.optional(),
    leaderId: rowId.optional(),
    /** `lead`: tasks the unit reports on; `all`: every task it has a role in. */
    scope: z.enum(['lead', 'all']).default('lead'),
  })
  .refine((query) => (query.unitId === undefined) !== (query.leaderId === undefined), '请选择单位或牵头领导');
export type SheetQuery = z.output<typeof sheetQuery>;

/** One row of 进展录入: one task as one unit reports it. */
export interface ProgressRow {
  taskId: number;
  code: string;
  content: string;
  leader: string | null;
  unitId: number;
  unit: string;
  role: Role;
  /** 「2024年6月15日已销号」: what is typed is kept and changes nothing; null for a task that goes on. */
  ended: string | null;
  targets: TaskTarget[];
  /** The last accepted report before this period. */
  previous: { period: string; narrative: string; percent: number | null } | null;
  /** The report that stands; null when nothing has been reported for this period. */
  reportId: number | null;
  /** 0 when nothing has been reported for this period. */
  revision: number;
  values: ProgressValues;
  targetValues: { targetId: number; value: number }[];
  source: 'entry' | 'import' | null;
}

export const progressSave = z.strictObject({
  taskId: rowId,
  unitId: rowId,
  period: periodText,
  /**
   * The report the typist saw; null for none. Another one now means that somebody else saved or undid in between.
   * Ids are never used again; revisions are, after an undo.
   */
  basedOnReport: rowId.nullable(),
  values: progressValues,
  targetValues: z.array(z.strictObject({ targetId: rowId, value: z.number() })).max(50),
});
export type ProgressSave = z.output<typeof progressSave>;

export interface PeriodSummary {
  period: string;
  label: string;
  deadline: string;
  /** How many task-unit pairs have a report for it. */
  reported: number;
}

/** One line of `duban progress`. */
export interface ProgressLine {
  code: string;
  unit: string;
  percent: number | null;
  narrative: string;
  problems: string;
  next: string;
  revision: number;
  source: 'entry' | 'import';
}

export const progressContract = {
  periods: method<PeriodSummary[]>()('read', noInput),
  sheet: method<ProgressRow[]>()('read', sheetQuery),
  list: method<ProgressLine[]>()('read', z.strictObject({ period: periodText })),
  /** Answers the row as it stands now. Unchanged values make no new revision. */
  save: method<ProgressRow>()('undoable', progressSave),
};
