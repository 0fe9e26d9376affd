/** The remembered layout of a grid: order, width, visibility and sort of its columns, as JSON text. */
import type { ColumnState } from 'ag-grid-community';

export const taskGridPreference = 'tasks.grid';

function isColumnState(value: unknown): value is ColumnState {
  return typeof value === 'object' && value !== null && 'colId' in value && typeof value.colId === 'string';
}

/** @returns null when nothing usable is remembered: the first layout stands then. */
export function readLayout(text: string | null): ColumnState[] | null {
  if (text === null) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every(isColumnState) ? parsed : null;
  } catch {
    return null;
  }
}

/** A column that shares the window's width has no width of its own to remember. */
export function writeLayout(columns: readonly ColumnState[]): string {
  return JSON.stringify(
    columns.map(({ colId, width, flex, hide, sort, sortIndex }) => ({
      colId,
      ...(flex ? { flex } : { width, flex: null }),
      hide: hide ?? false,
      sort: sort ?? null,
      sortIndex: sortIndex ?? null,
    })),
  );
}
