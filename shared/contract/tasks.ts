import { z } from 'zod';
import type { ProgressValues } from '../domain/progress.ts';
import { type TaskState, taskStates } from '../domain/supervision/task-state.ts';
import type { Comparator } from '../domain/target.ts';
import { type Role, roles, type TaskKind } from '../domain/task.ts';
import { method } from './method.ts';
import { longText, noInput, rowId, shortText } from './values.ts';

/** The grid's filter. An absent member does not narrow. */
export const taskFilter = z.strictObject({
  documentId: rowId.optional(),
  kind: z.enum(['key', 'livelihood']).optional(),
  leaderId: rowId.optional(),
  /** Tasks in which the unit has any role, or `role` where given; a fixed group counts for its members. */
  unitId: rowId.optional(),
  role: z.enum(roles as [Role, ...Role[]]).optional(),
  /** Free text: words of code, content, leader, units or remark, or pinyin initials; every word must occur. */
  text: shortText.optional(),
  state: z.enum(taskStates as [TaskState, ...TaskState[]]).optional(),
});
export type TaskFilter = z.output<typeof taskFilter>;

/** Largest page one call may ask for. */
export const maxPageSize = 5_000;

export const taskPageQuery = z.strictObject({
  filter: taskFilter,
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(maxPageSize).default(500),
});
export type TaskPageQuery = z.output<typeof taskPageQuery>;

/** A unit in a task, as the screens and papers show it. */
export interface TaskUnit {
  unitId: number;
  /** Canonical. */
  name: string;
  printed: string;
  role: Role;
  /** A 相关… group whose concrete units staff have not named: shown as 待明确. */
  unspecified: boolean;
}

export interface LatestReport {
  unit: string;
  narrative: string;
  percent: number | null;
}

/** One row of the 任务总表. Units are in printed order. */
export interface TaskRow {
  id: number;
  code: string;
  kind: TaskKind;
  documentId: number;
  sectionLabel: string;
  sectionTitle: string;
  /** Null in a section without one. */
  leader: string | null;
  /** 附件2's 项目名称. */
  project: string | null;
  content: string;
  remark: string;
  units: TaskUnit[];
  corrected: boolean;
  /** Withdrawn, split and merged tasks stay listed. */
  state: TaskState;
  /** The most recent period a reporting unit has reported on, with what each of them says in it. */
  latest: { period: string; percent: number | null; reports: LatestReport[] } | null;
}

export interface TaskPage {
  rows: TaskRow[];
  /** How many tasks the filter matches in all. */
  total: number;
  /** The same by kind. */
  totals: Record<TaskKind, number>;
}

export interface TaskCorrection {
  from: string;
  to: string;
  reason: string;
  /** ISO time and name for a correction made by staff; null for one that came with the notice. */
  createdAt: string | null;
  createdBy: string | null;
}

export interface TaskTarget {
  id: number;
  name: string;
  comparator: Comparator;
  value: number;
  measure: string;
  due: string;
}

export interface TaskProgress {
  reportId: number;
  unitId: number;
  unit: string;
  period: string;
  revision: number;
  values: ProgressValues;
  targetValues: { targetId: number; value: number }[];
  source: 'entry' | 'import';
  /** Where it came from: file name, sheet and cell addresses by field, for an imported report. */
  evidence: {
    fileName: string;
    /** What returns.openOriginal takes. */
    sha256: string;
    batchId: number;
    /** The day the unit handed it in. */
    receivedOn: string;
    sheet: string;
    row: number;
    cells: Record<string, string>;
  } | null;
  createdAt: string;
  createdBy: string;
}

export interface TaskChange {
  at: string;
  actor: string;
  action: string;
  before: string | null;
  after: string | null;
}

/** Everything the task page shows. */
export interface TaskDetail extends TaskRow {
  /** Raised by every edit; an edit names the version it saw. */
  version: number;
  documentNumber: string;
  sourceContent: string;
  sourceLine: number;
  corrections: TaskCorrection[];
  targets: TaskTarget[];
  reportingUnits: string[];
  /** Other tasks with the same text (共同任务). */
  sharedWith: { id: number; code: string; leader: string | null }[];
  /** Every revision, newest period first, then unit, then newest revision. */
  progress: TaskProgress[];
  changes: TaskChange[];
}

export const taskEdit = z.strictObject({
  taskId: rowId,
  /** The version the editor saw. */
  version: z.int().positive(),
  content: longText.trim().min(1, '重点工作内容不能为空'),
  remark: longText.trim(),
  /** Why the content differs from the notice; kept as 勘误. Required when the content changes. */
  reason: shortText.trim(),
});
export type TaskEdit = z.output<typeof taskEdit>;

/** What the filter bar offers. */
export interface TaskFilterOptions {
  documents: { id: number; number: string; title: string; year: number; taskCount: number }[];
  leaders: { id: number; name: string; title: string; taskCount: number }[];
}

export const tasksContract = {
  list: method<TaskPage>()('read', taskPageQuery),
  filterOptions: method<TaskFilterOptions>()('read', noInput),
  detail: method<TaskDetail>()('read', z.strictObject({ taskId: rowId })),
  edit: method<TaskDetail>()('write', taskEdit),
};
