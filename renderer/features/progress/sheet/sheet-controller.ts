/** The sheet on the screen: where typing, moving, blocks, undo and saving meet. No React in it. */
import type { ProgressRow } from '#shared/contract/progress.ts';
import { progressStatuses, progressStatusLabels } from '#shared/domain/progress.ts';
import { isRefusal, readStatus } from '../model/cell-values.ts';
import { type CellPlace, type Cursor, cursorAt, samePlace } from '../model/cursor.ts';
import { keepMine, takeTheirs } from '../model/row-saving.ts';
import { type EditableColumn, isEditableCell, type RowKey, sheetColumns } from '../model/sheet-columns.ts';
import {
  cellText,
  changeCells,
  type EditStep,
  openSheet,
  recordStep,
  redoStep,
  rowProblems,
  type SheetState,
  typeText,
  undoStep,
} from '../model/sheet-state.ts';
import { createSheetSaver, type SheetPort, type SheetSaver } from './sheet-saver.ts';
import { SheetStore } from './sheet-store.ts';

export interface SheetOptions {
  rows: readonly ProgressRow[];
  period: string;
  /** A leader's sheet: rows of several units. */
  severalUnits: boolean;
  port: SheetPort;
}

/** What the status list offers; empty takes the status back. */
export const statusChoices: readonly string[] = [
  '',
  ...progressStatuses.map((status) => progressStatusLabels[status]),
];

/** A cell that can be filled in. */
export interface EditableCell {
  key: RowKey;
  column: EditableColumn;
  text: string;
}

export class SheetController {
  readonly store: SheetStore;
  readonly #saver: SheetSaver;

  constructor({ rows, period, severalUnits, port }: SheetOptions) {
    const columns = sheetColumns(severalUnits);
    this.store = new SheetStore({ sheet: openSheet(rows), columns, cursor: null, notice: null });
    const holder = {
      read: () => this.store.read().sheet,
      change: (next: (state: SheetState) => SheetState) => this.#changeSheet(next),
    };
    this.#saver = createSheetSaver(port, period, holder, (key) => key === this.#cursorKey());
  }

  #changeSheet(next: (state: SheetState) => SheetState): void {
    this.store.change({ sheet: next(this.store.read().sheet) });
  }

  #cursorKey(): RowKey | null {
    const { sheet, cursor } = this.store.read();
    return cursor === null ? null : (sheet.order[cursor.place.row] ?? null);
  }

  /** Null on a cell that cannot be filled in. */
  cellAt(place: CellPlace): EditableCell | null {
    const { sheet, columns } = this.store.read();
    const column = columns[place.column];
    const row = sheet.rows[sheet.order[place.row] ?? ''];
    if (row === undefined || column === undefined || !isEditableCell(column, row.stored)) return null;
    return { key: row.key, column, text: cellText(row, column) };
  }

  /** The cell under the cursor, if it can be filled in. */
  activeCell(): EditableCell | null {
    const { cursor } = this.store.read();
    return cursor === null ? null : this.cellAt(cursor.place);
  }

  /** Leaves the present cell, and saves its row when that is left too. */
  moveTo(place: CellPlace, tabStart: number | null = null): void {
    const { cursor } = this.store.read();
    if (cursor !== null && samePlace(cursor.place, place) && cursor.mode !== 'ready') return;
    this.finishTyping();
    const left = this.#cursorKey();
    this.store.change({ cursor: cursorAt(place, tabStart) });
    if (left !== null && left !== this.#cursorKey()) this.#saver.saveRow(left);
  }

  /** To the first refused cell of the row, else to its narrative. */
  goToRow(key: RowKey): void {
    const { sheet, columns } = this.store.read();
    const row = sheet.rows[key];
    if (row === undefined) return;
    const wanted = rowProblems(row)[0]?.column ?? 'narrative';
    this.moveTo({ row: sheet.order.indexOf(key), column: columns.indexOf(wanted) });
  }

  /** Spans a block from the active cell to this one. */
  spanTo(corner: CellPlace): void {
    this.finishTyping();
    this.#changeCursor((cursor) => ({ ...cursor, corner }));
  }

  #changeCursor(next: (cursor: Cursor) => Cursor): void {
    const { cursor } = this.store.read();
    if (cursor !== null) this.store.change({ cursor: next(cursor) });
  }

  /** @param text the whole text of the active cell as it stands now */
  type(text: string): void {
    const cell = this.activeCell();
    if (cell === null) return;
    this.#changeCursor((cursor) =>
      cursor.mode === 'ready'
        ? { ...cursor, corner: cursor.place, mode: 'enter', before: cell.text }
        : cursor,
    );
    this.#changeSheet((sheet) => typeText(sheet, cell.key, cell.column, text));
  }

  /** F2 and double click: into the text, or back to where arrows leave the cell. */
  toggleEdit(): void {
    const cell = this.activeCell();
    if (cell === null) return;
    this.#changeCursor((cursor) => {
      if (cursor.mode === 'ready')
        return { ...cursor, corner: cursor.place, mode: 'edit', before: cell.text };
      return { ...cursor, mode: cursor.mode === 'edit' ? 'enter' : 'edit' };
    });
  }

  /** Esc: the text as it was before typing; once more, the block back to one cell. */
  restore(): void {
    const { cursor } = this.store.read();
    const cell = this.activeCell();
    if (cursor === null) return;
    if (cell !== null && cursor.mode !== 'ready') {
      this.#changeSheet((sheet) => typeText(sheet, cell.key, cell.column, cursor.before));
    }
    this.store.change({ cursor: cursorAt(cursor.place), notice: null });
  }

  /** The next entry of the status list, over whatever is typed there. */
  chooseStatus(step: 1 | -1): void {
    const cell = this.activeCell();
    if (cell?.column !== 'status') return;
    const present = statusChoices.indexOf(completedText(cell));
    const next = Math.min(Math.max(present + step, 0), statusChoices.length - 1);
    this.type(statusChoices[next] ?? '');
  }

  /** Makes what was typed into the active cell one step of undo. */
  finishTyping(): void {
    const { cursor } = this.store.read();
    const cell = this.activeCell();
    if (cursor === null || cell === null || cursor.mode === 'ready') return;
    const after = completedText(cell);
    const step = [{ key: cell.key, column: cell.column, before: cursor.before, after }];
    this.#changeSheet((sheet) => recordStep(typeText(sheet, cell.key, cell.column, after), step));
    this.#changeCursor((now) => ({ ...now, mode: 'ready', before: '' }));
  }

  /** The sheet is left: by the mouse, by Tab, to another program. */
  leave(): void {
    this.finishTyping();
    const left = this.#cursorKey();
    if (left !== null) this.#saver.saveRow(left);
  }

  /** A whole block at once; its rows are saved. */
  changeBlock(step: EditStep, notice: string | null = null): void {
    this.#changeSheet((sheet) => changeCells(sheet, step));
    this.store.change({ notice });
    this.#saveRowsOf(step);
  }

  #saveRowsOf(step: EditStep): void {
    for (const key of new Set(step.map((change) => change.key))) this.#saver.saveRow(key);
  }

  /** The earlier texts are saved as a new revision. */
  undo(): void {
    this.#replay(undoStep);
  }

  redo(): void {
    this.#replay(redoStep);
  }

  #replay(replay: typeof undoStep): void {
    this.finishTyping();
    const { state, step } = replay(this.store.read().sheet);
    this.store.change({ sheet: state, notice: null });
    this.#saveRowsOf(step);
  }

  retry(key: RowKey): void {
    this.#saver.saveRow(key);
  }

  settleConflict(key: RowKey, choice: 'mine' | 'theirs'): void {
    this.#changeSheet((sheet) => (choice === 'mine' ? keepMine(sheet, key) : takeTheirs(sheet, key)));
    this.#saver.saveRow(key);
  }

  /** @returns when every save that could be made has been answered; look at the counts for what is left */
  async saveEverything(): Promise<void> {
    this.finishTyping();
    await this.#saver.saveEverything();
  }

  dismissNotice(): void {
    this.store.change({ notice: null });
  }
}

/** 「推」 in the status column becomes 「推进中」; every other text stays as typed. */
function completedText({ column, text }: EditableCell): string {
  if (column !== 'status') return text;
  const status = readStatus(text);
  return status === null || isRefusal(status) ? text : progressStatusLabels[status];
}
