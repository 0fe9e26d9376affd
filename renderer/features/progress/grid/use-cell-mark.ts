import { useSyncExternalStore } from 'react';
import { type CursorMode, cursorRange, inRange, samePlace } from '../model/cursor.ts';
import type { SheetController } from '../sheet/sheet-controller.ts';

/** How the cursor concerns one cell: it is the active one and how far typing has gone, in its block, or not. */
export type CellMark = CursorMode | 'spanned' | 'plain';

export function useCellMark(controller: SheetController, row: number, columnId: string): CellMark {
  return useSyncExternalStore(controller.store.subscribe, () => {
    const { cursor, columns } = controller.store.read();
    const column = (columns as readonly string[]).indexOf(columnId);
    if (cursor === null || column === -1) return 'plain';
    if (samePlace(cursor.place, { row, column })) return cursor.mode;
    return inRange(cursorRange(cursor), { row, column }) ? 'spanned' : 'plain';
  });
}
