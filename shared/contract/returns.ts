/** 回表: what a returned row would do, what was stored from the desk, and taking that back. */
import { z } from 'zod';
import type { ProgressField, ProgressValues } from '../domain/progress.ts';
import {
  type ApplyDeskResult,
  acceptRequest,
  applyDeskRequest,
  collectRequest,
  type Desk,
  type DeskFileDetail,
  decideRequest,
  deskFileId,
  fileIds,
  type LearnedMeaning,
  type RedoResult,
  type ReturnOverview,
  redoRequest,
  teachColumnRequest,
  tellRequest,
} from './desk.ts';
import { method } from './method.ts';
import { type PlanSheetPreview, planGridEdit } from './plan-sheet.ts';
import { dateText, filePath, jobId, noInput, periodText, rowId } from './values.ts';

/**
 * What a row would do. `conflict`: the stored value has changed since the form was issued and the return says
 * something else; `unmatched`: no task could be found for it.
 */
export type RowOutcome = 'new' | 'changed' | 'unchanged' | 'conflict' | 'refused' | 'unmatched';

export interface RowProblem {
  /** The column's header as the file has it, or its address. */
  column: string;
  /** The faulty cell: `G7`; null where it is the row as a whole. */
  cell: string | null;
  message: string;
}

/** One value that would change; `before` is what is stored now. */
export interface FieldChange {
  field: ProgressField;
  before: string;
  after: string;
  /** Base, stored and returned all differ. */
  conflict: boolean;
}

/** A reading of one of the task's targets that would change; the texts are as people read them (「2000万元」). */
export interface TargetChange {
  targetId: number;
  /** The target's name. */
  label: string;
  /** What is stored now, as text and as number; empty and null for nothing. */
  before: string;
  stored: number | null;
  after: string;
  /** Base, stored and returned all differ. */
  conflict: boolean;
}

/** `learned`: what a person said of the unit's earlier return; `chosen`: what a person says of this row. */
export type MatchMethod =
  | 'hidden_id'
  | 'code'
  | 'position'
  | 'exact_text'
  | 'similar_text'
  | 'learned'
  | 'chosen'
  | 'none';

export interface RowMatch {
  how: MatchMethod;
  /** 0 to 1; 1 is certain. */
  certainty: number;
  /** Nearest tasks, best first, where a person has to choose. */
  candidates: { code: string; content: string; certainty: number }[];
}

export interface ReturnRow {
  sheet: string;
  /** 1-based, as Excel counts. */
  row: number;
  code: string | null;
  content: string;
  outcome: RowOutcome;
  /** What the row would store, merged. */
  values: ProgressValues;
  changes: FieldChange[];
  /** 指标完成值 the row would store, merged with those that stay. */
  targetValues: { targetId: number; value: number }[];
  targetChanges: TargetChange[];
  /** 填报日期, `YYYY-MM-DD`; null where the row states none. */
  reportedOn: string | null;
  problems: RowProblem[];
  match: RowMatch;
  /** 「2024年6月15日已销号」: the row is kept and changes nothing; absent for a task that goes on. */
  ended?: string;
}

export interface BatchSummary {
  id: number;
  createdAt: string;
  createdBy: string;
  state: 'applied' | 'undone';
  undoneAt: string | null;
  files: { fileName: string; unit: string; period: string; revisions: number }[];
}

export interface UndoResult {
  batchId: number;
  /** Revisions taken back. */
  undone: number;
  /** Rows left as they are, because somebody has changed them since. */
  kept: { code: string; unit: string; reason: string }[];
}

export const returnsContract = {
  /** The desk as it stands; files of an earlier session wait to be read. */
  desk: method<Desk>()('read', noInput),
  /** Keeps the originals and puts the files on the desk, unread. */
  collect: method<Desk>()('write', collectRequest),
  /** Reads one file and holds it against the database and the desk; answers the whole desk. */
  read: method<Desk>()('read', z.strictObject({ fileId: deskFileId, jobId })),
  file: method<DeskFileDetail>()('read', z.strictObject({ fileId: deskFileId })),
  /** A 计划表 on the desk, cell by cell against what is stored. */
  planSheet: method<PlanSheetPreview>()('read', z.strictObject({ fileId: deskFileId })),
  /** All or nothing; the file leaves the desk. */
  applyPlanSheet: method<{ rows: number; cells: number }>()(
    'write',
    z.strictObject({ fileId: deskFileId, edits: z.array(planGridEdit).min(1).max(30_000) }),
  ),
  tell: method<Desk>()('write', tellRequest),
  decide: method<DeskFileDetail>()('write', decideRequest),
  teachColumn: method<DeskFileDetail>()('write', teachColumnRequest),
  accept: method<Desk>()('write', acceptRequest),
  remove: method<Desk>()('write', z.strictObject({ fileIds })),
  apply: method<ApplyDeskResult>()('undoable', applyDeskRequest),
  redo: method<RedoResult>()('write', redoRequest),
  withdrawRedo: method<ReturnOverview>()('write', z.strictObject({ redoId: rowId })),
  undo: method<UndoResult>()('write', z.strictObject({ batchId: rowId })),
  batches: method<BatchSummary[]>()('read', noInput),
  /** Opens a copy of a kept original in its program, by its SHA-256. */
  openOriginal: method<boolean>()('read', z.strictObject({ sha256: z.string().length(64) })),
  overview: method<ReturnOverview>()('read', z.strictObject({ period: periodText })),
  exportOverview: method<{ file: string; rows: number }>()(
    'output',
    z.strictObject({ period: periodText, file: filePath }),
  ),
  /** A notice may move the day the period's returns are due; the change is logged. */
  setDeadline: method<ReturnOverview>()('write', z.strictObject({ period: periodText, deadline: dateText })),
  learned: method<LearnedMeaning[]>()('read', z.strictObject({ unitId: rowId })),
  forget: method<LearnedMeaning[]>()(
    'write',
    z.strictObject({
      unitId: rowId,
      kind: z.enum(['heading', 'task']),
      words: z.string().min(1).max(32_767),
    }),
  ),
};
