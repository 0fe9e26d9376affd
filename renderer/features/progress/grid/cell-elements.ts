/** From an element of the grid to the place in the sheet it stands for. */
import type { CellPlace } from '../model/cursor.ts';
import type { SheetView } from '../sheet/sheet-store.ts';

/** Null outside the sheet's cells: headings, the state column. */
export function placeOf(target: EventTarget | null, view: SheetView): CellPlace | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest('.ag-cell');
  const rowId = cell?.closest('[row-id]')?.getAttribute('row-id');
  const columnId = cell?.getAttribute('col-id');
  if (rowId == null || columnId == null) return null;
  const row = view.sheet.order.indexOf(rowId);
  const column = (view.columns as readonly string[]).indexOf(columnId);
  return row === -1 || column === -1 ? null : { row, column };
}

/** The field that stands ready in the cell with the cursor. */
export function editorIn(cell: Element): HTMLElement | null {
  return cell.querySelector<HTMLElement>('[data-cell-editor]');
}
