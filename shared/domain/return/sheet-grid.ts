/** Looking at a sheet through its merges. */
import type { MergedRange, PlainCell, PlainSheet } from '../sheet.ts';

export interface SheetGrid {
  readonly sheet: PlainSheet;
  readonly rowCount: number;
  readonly columnCount: number;
  /** What stands in the cell itself; null in the covered cells of a merge. */
  cell(row: number, column: number): PlainCell | null;
  /** The merge that covers the cell, if any. */
  mergeAt(row: number, column: number): MergedRange | null;
  /** The cell's text, trimmed; empty for a blank one. */
  text(row: number, column: number): string;
}

const rowStride = 16_384;

/** A merge of more cells than this is a slip of the hand over an empty area; its master alone counts. */
const largestMerge = 100_000;

function indexMerges(merges: readonly MergedRange[]): Map<number, MergedRange> {
  const index = new Map<number, MergedRange>();
  for (const merge of merges) {
    const size = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1);
    if (size > largestMerge) continue;
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      for (let column = merge.left; column <= merge.right; column += 1) {
        index.set(row * rowStride + column, merge);
      }
    }
  }
  return index;
}

export function sheetGrid(sheet: PlainSheet): SheetGrid {
  const merges = indexMerges(sheet.merges);
  const mergeAt = (row: number, column: number) => merges.get(row * rowStride + column) ?? null;
  const cell = (row: number, column: number) => {
    const merge = mergeAt(row, column);
    const isCovered = merge !== null && (merge.top !== row || merge.left !== column);
    return isCovered ? null : (sheet.rows[row]?.[column] ?? null);
  };
  return {
    sheet,
    rowCount: sheet.rows.length,
    columnCount: sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 0),
    cell,
    mergeAt,
    text: (row, column) => cell(row, column)?.text.trim() ?? '',
  };
}

/** Columns of a row in which something is written. */
export function filledColumns(grid: SheetGrid, row: number): number[] {
  const length = grid.sheet.rows[row]?.length ?? 0;
  return Array.from({ length }, (_, column) => column).filter((column) => grid.text(row, column) !== '');
}

/** The cell's text, or in a merged label cell that of the merge's first row: it inherits downward, never sideways. */
export function inheritedText(grid: SheetGrid, row: number, column: number): string {
  const merge = grid.mergeAt(row, column);
  return merge !== null && merge.left === column ? grid.text(merge.top, column) : grid.text(row, column);
}
