/** What the sheet shows, and who wants to know when it changes. */
import type { Cursor } from '../model/cursor.ts';
import {
  type EditableColumn,
  isEditableColumn,
  type RowKey,
  type SheetColumn,
} from '../model/sheet-columns.ts';
import type { SheetState } from '../model/sheet-state.ts';

export interface SheetView {
  readonly sheet: SheetState;
  readonly columns: readonly SheetColumn[];
  /** Null until a cell has been chosen. */
  readonly cursor: Cursor | null;
  /** What became of the last paste; null when there is nothing to say. */
  readonly notice: string | null;
}

/** The column of the row that is being typed into at this moment. */
export function typingColumn({ sheet, columns, cursor }: SheetView, key: RowKey): EditableColumn | null {
  if (cursor === null || cursor.mode === 'ready' || sheet.order[cursor.place.row] !== key) return null;
  const column = columns[cursor.place.column] ?? '';
  return isEditableColumn(column) ? column : null;
}

export class SheetStore {
  #view: SheetView;
  readonly #listeners = new Set<() => void>();

  constructor(view: SheetView) {
    this.#view = view;
  }

  readonly read = (): SheetView => this.#view;

  /** @returns a function that stops listening */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(part: Partial<SheetView>): void {
    this.#view = { ...this.#view, ...part };
    for (const listener of this.#listeners) listener();
  }
}
