/** The sheet's columns as the grid wants them. */
import type { ColDef } from 'ag-grid-community';
import { columnLabels, isEditableColumn, type SheetColumn } from '../model/sheet-columns.ts';
import { cellText, type SheetRow } from '../model/sheet-state.ts';
import { RowStateCell } from './RowStateCell.tsx';
import { SheetCell } from './SheetCell.tsx';

/** In pixels; together they fill a window 1366 wide up to the status. */
const widths: Record<SheetColumn, number> = {
  code: 80,
  content: 230,
  unit: 130,
  promise: 150,
  previous: 170,
  readings: 104,
  narrative: 300,
  percent: 100,
  status: 86,
  problems: 190,
  next: 190,
  reporter: 80,
  phone: 116,
};

/** How much of the sheet stays in place while the rest scrolls. */
export type Pinning = 'narrow' | 'wide';

const pinnedColumns: Record<Pinning, ReadonlySet<SheetColumn>> = {
  narrow: new Set(['code']),
  wide: new Set(['code', 'content', 'unit']),
};

/** Below this width in pixels pinned contents would leave no room to type in. */
const wideFrom = 900;

export function pinningFor(width: number): Pinning {
  return width < wideFrom ? 'narrow' : 'wide';
}

const wrappedColumns = [
  'content',
  'unit',
  'promise',
  'previous',
  'readings',
  'narrative',
  'problems',
  'next',
  'reporter',
  'phone',
] as const satisfies readonly SheetColumn[];

/** Texts that may take several lines: they make the row's height. */
export const wrappedSheetTexts: Record<string, (row: SheetRow) => string> = {
  // A role that is not 牵头, and what ended the task, stand under the code.
  code: ({ stored }) => (stored.role === 'lead' ? '' : '\n') + (stored.ended === null ? '' : '\n'),
  ...Object.fromEntries(wrappedColumns.map((column) => [column, (row: SheetRow) => cellText(row, column)])),
};

export function sheetColumnDefinitions(
  columns: readonly SheetColumn[],
  pinning: Pinning,
): ColDef<SheetRow>[] {
  return [stateColumn, ...columns.map((column) => columnDefinition(column, pinning))];
}

const stateColumn: ColDef<SheetRow> = {
  colId: 'state',
  headerName: '保存',
  width: 48,
  minWidth: 48,
  pinned: 'left',
  resizable: false,
  cellClass: 'sheet-state',
  cellRenderer: RowStateCell,
};

function columnDefinition(column: SheetColumn, pinning: Pinning): ColDef<SheetRow> {
  return {
    colId: column,
    headerName: columnLabels[column],
    headerClass: isEditableColumn(column) ? 'sheet-heading-input' : 'sheet-heading-fixed',
    width: widths[column],
    minWidth: 60,
    pinned: pinnedColumns[pinning].has(column) ? 'left' : false,
    cellClass: `sheet-column sheet-column-${column}`,
    cellRenderer: SheetCell,
    valueGetter: ({ data }) => (data === undefined ? '' : cellText(data, column)),
  };
}
