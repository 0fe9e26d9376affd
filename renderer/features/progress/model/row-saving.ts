/** One row's way to the database and back. Refused cells stay behind as typed; the others are saved. Pure. */
import type { ProgressRow, ProgressSave } from '#shared/contract/progress.ts';
import { type CellValue, isRefusal, readCell, sameAsStored, storedText } from './cell-values.ts';
import { type EditableColumn, editableColumns, type RowKey } from './sheet-columns.ts';
import { changeCells, type Draft, type SaveFailure, type SheetRow, type SheetState } from './sheet-state.ts';

interface Sending {
  request: ProgressSave;
  texts: Draft;
}

/** Null when there is nothing that could be saved now. */
export function prepareSave(row: SheetRow, period: string): Sending | null {
  if (row.sending !== null || row.failure?.kind === 'stale') return null;
  const good = savableCells(row);
  if (good.length === 0) return null;
  const { taskId, unitId, reportId, values, targetValues } = row.stored;
  const request: ProgressSave = { taskId, unitId, period, basedOnReport: reportId, values, targetValues };
  for (const { value } of good) {
    if ('readings' in value) request.targetValues = value.readings;
    else request.values = { ...request.values, ...value.values };
  }
  return { request, texts: Object.fromEntries(good.map(({ column, text }) => [column, text])) };
}

function savableCells(row: SheetRow): { column: EditableColumn; text: string; value: CellValue }[] {
  return editableColumns.flatMap((column) => {
    const text = row.draft[column];
    const value = text === undefined ? null : readCell(row.stored, column, text);
    return text === undefined || value === null || isRefusal(value) ? [] : [{ column, text, value }];
  });
}

function changeRow(state: SheetState, key: RowKey, change: (row: SheetRow) => SheetRow): SheetState {
  const row = state.rows[key];
  return row === undefined ? state : { ...state, rows: { ...state.rows, [key]: change(row) } };
}

export function beginSave(state: SheetState, key: RowKey, texts: Draft): SheetState {
  return changeRow(state, key, (row) => ({ ...row, sending: texts, failure: null }));
}

/** Texts typed while the save was under way stay; those that were sent are stored now. */
export function acceptSave(state: SheetState, key: RowKey, stored: ProgressRow): SheetState {
  return changeRow(state, key, (row) => {
    const sent = row.sending ?? {};
    const draft = keepTexts(
      row.draft,
      (column, text) => text !== sent[column] && !sameAsStored(stored, column, text),
    );
    return { ...row, stored, draft, sending: null, failure: null };
  });
}

export function failSave(state: SheetState, key: RowKey, failure: SaveFailure): SheetState {
  return changeRow(state, key, (row) => ({ ...row, sending: null, failure }));
}

function keepTexts(draft: Draft, keep: (column: EditableColumn, text: string) => boolean): Draft {
  const entries = Object.entries(draft) as [EditableColumn, string][];
  return Object.fromEntries(entries.filter(([column, text]) => keep(column, text)));
}

/** After a conflict: what was typed is put over what the other one saved, and may be saved again. */
export function keepMine(state: SheetState, key: RowKey): SheetState {
  return changeRow(state, key, (row) => {
    if (row.failure?.kind !== 'stale') return row;
    const stored = row.failure.theirs;
    const draft = keepTexts(row.draft, (column, text) => !sameAsStored(stored, column, text));
    return { ...row, stored, draft, failure: null };
  });
}

/** After a conflict: what the other one saved stays. What was typed can still be had back with undo. */
export function takeTheirs(state: SheetState, key: RowKey): SheetState {
  const row = state.rows[key];
  if (row?.failure?.kind !== 'stale') return state;
  const rebased = keepMine(state, key);
  const mine = Object.entries(rebased.rows[key]?.draft ?? {}) as [EditableColumn, string][];
  const theirs = row.failure.theirs;
  return changeCells(
    rebased,
    mine.map(([column, before]) => ({ key, column, before, after: storedText(theirs, column) })),
  );
}

/** Rows whose typed texts could be sent now. */
export function savableRows(state: SheetState): RowKey[] {
  return state.order.filter((key) => {
    const row = state.rows[key];
    return row !== undefined && prepareSave(row, '') !== null;
  });
}
