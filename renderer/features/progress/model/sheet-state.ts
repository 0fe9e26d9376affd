/**
 * 进展录入 as data: what is stored, what has been typed over it, and what became of each save. Texts are kept as
 * typed until the main process has answered for them, so no failure loses one. Pure.
 */
import type { ProgressRow } from '#shared/contract/progress.ts';
import { cellProblem, sameAsStored, storedText } from './cell-values.ts';
import {
  type EditableColumn,
  editableColumns,
  type RowKey,
  rowKey,
  type SheetColumn,
} from './sheet-columns.ts';

/** Typed texts that differ from what is stored. */
export type Draft = Readonly<Partial<Record<EditableColumn, string>>>;

/** `stale`: somebody else saved in between; `theirs` is the row as it stands now, `by` and `at` (ISO) where known. */
export type SaveFailure =
  | { kind: 'failed'; message: string }
  | { kind: 'stale'; by: string | null; at: string | null; theirs: ProgressRow };

export interface SheetRow {
  readonly key: RowKey;
  readonly stored: ProgressRow;
  readonly draft: Draft;
  /** The texts on their way to the main process. */
  readonly sending: Draft | null;
  readonly failure: SaveFailure | null;
}

export interface CellChange {
  readonly key: RowKey;
  readonly column: EditableColumn;
  readonly before: string;
  readonly after: string;
}

/** What one undo takes back: one cell, or a whole pasted block. */
export type EditStep = readonly CellChange[];

export interface SheetState {
  readonly rows: Readonly<Record<RowKey, SheetRow>>;
  readonly order: readonly RowKey[];
  readonly done: readonly EditStep[];
  readonly undone: readonly EditStep[];
}

const maxSteps = 200;

export function openSheet(rows: readonly ProgressRow[]): SheetState {
  const entries = rows.map((stored): [RowKey, SheetRow] => {
    const key = rowKey(stored);
    return [key, { key, stored, draft: {}, sending: null, failure: null }];
  });
  return { rows: Object.fromEntries(entries), order: entries.map(([key]) => key), done: [], undone: [] };
}

/** What the cell shows: the typed text where there is one. */
export function cellText(row: SheetRow, column: SheetColumn): string {
  return row.draft[column as EditableColumn] ?? storedText(row.stored, column);
}

/**
 * Refused cells of a row with the reason, in column order.
 * @param typing the column being typed into at this moment: half a number is not a wrong one
 */
export function rowProblems(
  row: SheetRow,
  typing: EditableColumn | null = null,
): { column: EditableColumn; problem: string }[] {
  return editableColumns.flatMap((column) => {
    const text = column === typing ? undefined : row.draft[column];
    const problem = text === undefined ? null : cellProblem(row.stored, column, text);
    return problem === null ? [] : [{ column, problem }];
  });
}

export function isDirty(row: SheetRow): boolean {
  return Object.keys(row.draft).length > 0;
}

export type RowStatus = 'blank' | 'saved' | 'unsaved' | 'saving' | 'failed' | 'stale';

/** @param typing as in {@link rowProblems} */
export function rowStatus(row: SheetRow, typing: EditableColumn | null = null): RowStatus {
  if (row.sending !== null) return 'saving';
  if (row.failure?.kind === 'stale') return 'stale';
  if (row.failure !== null || rowProblems(row, typing).length > 0) return 'failed';
  if (isDirty(row)) return 'unsaved';
  return row.stored.reportId === null ? 'blank' : 'saved';
}

/** A row counts as 已填 once a narrative or a percent is stored for it. */
export function isFilled(row: SheetRow): boolean {
  return row.stored.values.narrative.trim() !== '' || row.stored.values.percent !== null;
}

export interface SheetCounts {
  total: number;
  filled: number;
  unsaved: number;
}

export function countRows(state: SheetState): SheetCounts {
  const rows = Object.values(state.rows);
  return {
    total: rows.length,
    filled: rows.filter(isFilled).length,
    unsaved: rows.filter((row) => isDirty(row) || row.failure !== null).length,
  };
}

function withRow(state: SheetState, row: SheetRow): SheetState {
  return { ...state, rows: { ...state.rows, [row.key]: row } };
}

function withText(row: SheetRow, column: EditableColumn, text: string): SheetRow {
  const { [column]: _, ...others } = row.draft;
  const draft = sameAsStored(row.stored, column, text) ? others : { ...others, [column]: text };
  // What is typed after a failure is a new attempt; a conflict stays until somebody decides.
  return { ...row, draft, failure: row.failure?.kind === 'stale' ? row.failure : null };
}

/** Typing: the text is in the sheet at once, the step for undo follows with {@link recordStep}. */
export function typeText(state: SheetState, key: RowKey, column: EditableColumn, text: string): SheetState {
  const row = state.rows[key];
  return row === undefined ? state : withRow(state, withText(row, column, text));
}

/** @param step changes that are already in the sheet */
export function recordStep(state: SheetState, step: EditStep): SheetState {
  const changes = step.filter((change) => change.before !== change.after);
  if (changes.length === 0) return state;
  return { ...state, done: [...state.done, changes].slice(-maxSteps), undone: [] };
}

/** A whole block at once: pasted, cleared or filled. */
export function changeCells(state: SheetState, step: EditStep): SheetState {
  return recordStep(writeTexts(state, step, 'after'), step);
}

function writeTexts(state: SheetState, step: EditStep, side: 'before' | 'after'): SheetState {
  return step.reduce((next, change) => typeText(next, change.key, change.column, change[side]), state);
}

/** The earlier texts come back as typed ones; saving them makes a new revision. */
export function undoStep(state: SheetState): { state: SheetState; step: EditStep } {
  const step = state.done.at(-1) ?? [];
  const next = writeTexts(state, step, 'before');
  if (step.length === 0) return { state, step };
  return { state: { ...next, done: state.done.slice(0, -1), undone: [...state.undone, step] }, step };
}

export function redoStep(state: SheetState): { state: SheetState; step: EditStep } {
  const step = state.undone.at(-1) ?? [];
  const next = writeTexts(state, step, 'after');
  if (step.length === 0) return { state, step };
  return { state: { ...next, undone: state.undone.slice(0, -1), done: [...state.done, step] }, step };
}
