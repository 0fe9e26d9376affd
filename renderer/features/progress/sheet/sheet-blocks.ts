/** Copy, cut, paste and clear of the block under the cursor. */
import { formatCellBlock, parseCellBlock } from '#shared/domain/clipboard.ts';
import { blockTexts, pasteSummary, planClear, planPaste } from '../model/cell-block.ts';
import { cellProblem } from '../model/cell-values.ts';
import { cursorRange } from '../model/cursor.ts';
import type { EditStep } from '../model/sheet-state.ts';
import type { SheetController } from './sheet-controller.ts';

/** Null when no cell is chosen. */
export function copyText(controller: SheetController): string | null {
  const { sheet, columns, cursor } = controller.store.read();
  return cursor === null ? null : formatCellBlock(blockTexts(sheet, columns, cursorRange(cursor)));
}

export function clearBlock(controller: SheetController): void {
  const { sheet, columns, cursor } = controller.store.read();
  if (cursor === null) return;
  controller.changeBlock(planClear(sheet, columns, cursorRange(cursor)));
}

/** @param text the clipboard's, as Excel, WPS or LibreOffice put it there */
export function pasteText(controller: SheetController, text: string): void {
  const { sheet, columns, cursor } = controller.store.read();
  if (cursor === null || text === '') return;
  const plan = planPaste(sheet, columns, cursorRange(cursor), parseCellBlock(text));
  controller.changeBlock(plan.step, pasteSummary(plan, countRefused(controller, plan.step)));
}

function countRefused(controller: SheetController, step: EditStep): number {
  const { rows } = controller.store.read().sheet;
  return step.filter(({ key, column, after }) => {
    const row = rows[key];
    return row !== undefined && cellProblem(row.stored, column, after) !== null;
  }).length;
}
