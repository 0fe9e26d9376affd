/** Blocks of cells between the sheet and the clipboard. What does not fit is counted and said, never guessed. */
import type { CellBlock } from '#shared/domain/clipboard.ts';
import type { CellPlace, CellRange } from './cursor.ts';
import { isEditableCell, type SheetColumn } from './sheet-columns.ts';
import { type CellChange, cellText, type SheetRow, type SheetState } from './sheet-state.ts';

export interface PastePlan {
  step: CellChange[];
  /** Cells with text that fell on columns that cannot be filled in. */
  readOnly: number;
  /** Cells with text that fell outside the sheet. */
  outside: number;
}

function rowAt(state: SheetState, index: number): SheetRow | undefined {
  const key = state.order[index];
  return key === undefined ? undefined : state.rows[key];
}

export function blockTexts(state: SheetState, columns: readonly SheetColumn[], range: CellRange): CellBlock {
  return state.order.slice(range.top, range.bottom + 1).map((_, offset) => {
    const row = rowAt(state, range.top + offset);
    return columns
      .slice(range.left, range.right + 1)
      .map((column) => (row === undefined ? '' : cellText(row, column)));
  });
}

/** Lays the block over the sheet from the range's first corner; a single cell fills the whole range. */
export function planPaste(
  state: SheetState,
  columns: readonly SheetColumn[],
  range: CellRange,
  block: CellBlock,
): PastePlan {
  const plan: PastePlan = { step: [], readOnly: 0, outside: 0 };
  for (const { place, text } of targetCells(range, block)) {
    const row = rowAt(state, place.row);
    const column = columns[place.column];
    if (row === undefined || column === undefined) {
      if (text !== '') plan.outside += 1;
    } else if (isEditableCell(column, row.stored)) {
      plan.step.push({ key: row.key, column, before: cellText(row, column), after: text });
    } else if (text !== '' && text !== cellText(row, column)) {
      plan.readOnly += 1;
    }
  }
  return plan;
}

function* targetCells(range: CellRange, block: CellBlock): Generator<{ place: CellPlace; text: string }> {
  const [only, ...moreRows] = block;
  const fills = moreRows.length === 0 && only?.length === 1;
  const height = fills ? range.bottom - range.top + 1 : block.length;
  for (let row = 0; row < height; row += 1) {
    const texts = fills
      ? Array.from({ length: range.right - range.left + 1 }, () => only[0] ?? '')
      : (block[row] ?? []);
    for (const [column, text] of texts.entries()) {
      yield { place: { row: range.top + row, column: range.left + column }, text };
    }
  }
}

/** Emptying what can be emptied. */
export function planClear(
  state: SheetState,
  columns: readonly SheetColumn[],
  range: CellRange,
): CellChange[] {
  return planPaste(state, columns, range, [['']]).step;
}

/** 「已粘贴 12 格。3 格落在只读列，没有粘贴。」; the refused cells among them are said by the rows themselves. */
export function pasteSummary(plan: PastePlan, refused: number): string {
  const parts = [`已粘贴 ${plan.step.length} 格。`];
  if (plan.readOnly > 0) parts.push(`${plan.readOnly} 格落在不能填写的列，没有粘贴。`);
  if (plan.outside > 0) parts.push(`${plan.outside} 格超出了表格，没有粘贴。`);
  if (refused > 0) parts.push(`${refused} 格填得不对，原文留在格里，请改正。`);
  return parts.join('');
}
