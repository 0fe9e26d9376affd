/** One sheet as the parser gives it → one plain sheet, bounded by its used cells. */
import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import { cellAddress, type MergedRange, type PlainCell, type PlainSheet } from '#shared/domain/sheet.ts';
import { maxCellCharacters, maxCells, maxColumns, maxRows } from './limits.ts';
import { plainCell } from './plain-cell.ts';
import type { Refuse } from './refusal.ts';

export interface SheetFacts {
  name: string;
  visibility: PlainSheet['visibility'];
  hiddenColumns: readonly number[];
  date1904: boolean;
}

/** Cells left for the sheets that follow; the limit holds for the workbook. */
export interface CellBudget {
  left: number;
}

function checkCell(row: number, column: number, cell: PlainCell, sheet: string, refuse: Refuse): void {
  if (row >= maxRows) {
    throw refuse(`工作表「${sheet}」超过 ${maxRows} 行的上限，请删去多余的行后重新报送。`);
  }
  if (column >= maxColumns) {
    throw refuse(`工作表「${sheet}」超过 ${maxColumns} 列的上限，请删去多余的列后重新报送。`);
  }
  if (cell.text.length > maxCellCharacters) {
    const address = cellAddress(row, column);
    throw refuse(`工作表「${sheet}」的 ${address} 超过 ${maxCellCharacters} 个字的上限，请缩短后重新报送。`);
  }
}

function plainRow(cells: readonly (CellObject | undefined)[], date1904: boolean): (PlainCell | null)[] {
  const row: (PlainCell | null)[] = [];
  cells.forEach((cell, column) => {
    const plain = cell === undefined || cell === null ? null : plainCell(cell, date1904);
    if (plain !== null) row[column] = plain;
  });
  return Array.from(row, (cell) => cell ?? null);
}

function plainRows(sheet: WorkSheet, facts: SheetFacts, budget: CellBudget, refuse: Refuse) {
  const rows: (PlainCell | null)[][] = [];
  (sheet['!data'] ?? []).forEach((cells, rowIndex) => {
    const row = plainRow(cells ?? [], facts.date1904);
    row.forEach((cell, column) => {
      if (cell !== null) checkCell(rowIndex, column, cell, facts.name, refuse);
    });
    budget.left -= row.filter((cell) => cell !== null).length;
    if (budget.left < 0) throw refuse(`单元格超过 ${maxCells} 个的上限，请删去多余内容后重新报送。`);
    if (row.length > 0) rows[rowIndex] = row;
  });
  return Array.from(rows, (row) => row ?? []);
}

function plainMerge(range: Range, lastRow: number, lastColumn: number): MergedRange | null {
  const merge = {
    top: range.s.r,
    left: range.s.c,
    bottom: Math.min(range.e.r, lastRow),
    right: Math.min(range.e.c, lastColumn),
  };
  const isInside = merge.top <= merge.bottom && merge.left <= merge.right;
  const isOneCell = merge.top === merge.bottom && merge.left === merge.right;
  return isInside && !isOneCell ? merge : null;
}

/** Merges are cut to the used cells: one over A2:N1048576 is common (excel-notes.md, Reading). */
export function plainSheet(
  sheet: WorkSheet,
  facts: SheetFacts,
  budget: CellBudget,
  refuse: Refuse,
): PlainSheet {
  const rows = plainRows(sheet, facts, budget, refuse);
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const merges = (sheet['!merges'] ?? []).flatMap((range) => {
    const merge = plainMerge(range, rows.length - 1, columns - 1);
    return merge === null ? [] : [merge];
  });
  const hiddenColumns = facts.hiddenColumns.filter((column) => column < columns);
  return { name: facts.name, visibility: facts.visibility, rows, merges, hiddenColumns };
}
