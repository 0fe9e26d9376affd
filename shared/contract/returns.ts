/** 导入回表: previewing, applying and undoing what units sent back. */
import { z } from 'zod';
import type { ProgressField, ProgressValues } from '../domain/progress.ts';
import { method } from './method.ts';
import { filePath, jobId, noInput, periodText, rowId } from './values.ts';

export type ReturnState = 'applied' | 'previewed' | 'refused';

/**
 * What a row would do. `conflict`: the stored value has changed since the form was issued and the return says
 * something else; `unmatched`: no task could be found for it.
 */
export type RowOutcome = 'new' | 'changed' | 'unchanged' | 'conflict' | 'refused' | 'unmatched';

export interface RowProblem {
  /** The column's header as the file has it, or its address. */
  column: string;
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

export type MatchMethod = 'hidden_id' | 'code' | 'position' | 'exact_text' | 'similar_text' | 'none';

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
  problems: RowProblem[];
  match: RowMatch;
}

export interface ReturnFile {
  file: string;
  fileName: string;
  sha256: string;
  unit: { id: number; name: string } | null;
  period: string | null;
  state: ReturnState;
  /** Why the file as a whole was refused, and what to do. */
  error: string | null;
  /** What should be known although it was read: macros ignored, the same file was applied before… */
  notices: string[];
  rows: ReturnRow[];
}

export interface ReturnPreview {
  /** Names the preview for {@link returnsContract.apply}; lives until the program ends. */
  previewId: string;
  files: ReturnFile[];
}

export const previewRequest = z.strictObject({
  files: z.array(filePath).min(1, '请先选择文件').max(2_000),
  /** For files that do not say so themselves; a file that says otherwise is refused. */
  period: periodText.optional(),
  unitId: rowId.optional(),
  jobId,
});
export type PreviewRequest = z.output<typeof previewRequest>;

export const applyRequest = z.strictObject({
  previewId: z.uuid(),
  /** Rows a person left out, by file SHA-256. */
  leftOut: z.array(
    z.strictObject({ sha256: z.string().length(64), sheet: z.string(), row: z.int().positive() }),
  ),
  /** Conflicting rows a person decided to take; the others keep what is stored. */
  accepted: z.array(
    z.strictObject({ sha256: z.string().length(64), sheet: z.string(), row: z.int().positive() }),
  ),
  jobId,
});
export type ApplyRequest = z.output<typeof applyRequest>;

export interface ApplyResult {
  batchId: number;
  /** The same files with `state` as it is now. */
  files: ReturnFile[];
  revisions: number;
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
  preview: method<ReturnPreview>()('read', previewRequest),
  apply: method<ApplyResult>()('undoable', applyRequest),
  undo: method<UndoResult>()('write', z.strictObject({ batchId: rowId })),
  batches: method<BatchSummary[]>()('read', noInput),
};
