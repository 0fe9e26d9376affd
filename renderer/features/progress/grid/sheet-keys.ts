/** Carries out what {@link keyAction} says a key means. */
import { type CellPlace, nextEditable, type SheetSize, shiftPlace } from '../model/cursor.ts';
import { type Direction, type KeyAction, type KeySituation, keyAction } from '../model/editor-keys.ts';
import { isEditableColumn } from '../model/sheet-columns.ts';
import { clearBlock } from '../sheet/sheet-blocks.ts';
import type { SheetController } from '../sheet/sheet-controller.ts';

const rowsOfPage = 8;
const multiLineColumns: ReadonlySet<string> = new Set(['narrative', 'problems', 'next']);

const steps: Record<Direction, { rows: number; columns: number }> = {
  up: { rows: -1, columns: 0 },
  down: { rows: 1, columns: 0 },
  left: { rows: 0, columns: -1 },
  right: { rows: 0, columns: 1 },
};

type TextField = HTMLTextAreaElement | HTMLInputElement;

function isTextField(target: EventTarget | null): target is TextField {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

export class SheetKeys {
  readonly #controller: SheetController;
  /** Called after the cursor went somewhere by key, so that the grid follows. */
  readonly #follow: () => void;

  constructor(controller: SheetController, follow: () => void) {
    this.#controller = controller;
    this.#follow = follow;
  }

  /** @returns false when the key shall go on to the grid: Tab at the sheet's end leaves it */
  handle(event: KeyboardEvent): boolean {
    const action = keyAction(event, this.#situation(event.target));
    if (action === null) return true;
    if (action.do === 'tab') return this.#tab(event, action.step);
    if (action.do === 'moveIfCaretStays') {
      this.#moveIfCaretStays(event.target, action.direction);
      return true;
    }
    event.preventDefault();
    this.#perform(action);
    return true;
  }

  #situation(target: EventTarget | null): KeySituation {
    const { cursor, columns } = this.#controller.store.read();
    const column = cursor === null ? undefined : columns[cursor.place.column];
    const field = isTextField(target) ? target : null;
    const start = field?.selectionStart ?? 0;
    const end = field?.selectionEnd ?? 0;
    return {
      mode: cursor?.mode ?? 'ready',
      editable: this.#controller.activeCell() !== null,
      multiLine: column !== undefined && multiLineColumns.has(column),
      hasList: column === 'status',
      caretAtStart: start === 0 && end === 0,
      caretAtEnd: field === null || (start === end && end === field.value.length),
    };
  }

  #size(): SheetSize {
    const { sheet, columns } = this.#controller.store.read();
    return { rows: sheet.order.length, columns: columns.length };
  }

  #goTo(place: CellPlace, tabStart: number | null = null): void {
    this.#controller.finishTyping();
    this.#controller.moveTo(place, tabStart);
    this.#follow();
  }

  #tab(event: KeyboardEvent, step: 1 | -1): boolean {
    const { cursor, columns } = this.#controller.store.read();
    if (cursor === null) return false;
    const next = nextEditable(cursor.place, step, this.#size(), (place) => this.#controller.cellAt(place) !== null);
    if (next === null) return false;
    event.preventDefault();
    const startsHere = isEditableColumn(columns[cursor.place.column] ?? '');
    this.#goTo(next, cursor.tabStart ?? (startsHere ? cursor.place.column : next.column));
    return true;
  }

  /** Up and down inside a text belong to the caret; only when it has no line left the cell is left. */
  #moveIfCaretStays(target: EventTarget | null, direction: Direction): void {
    if (!isTextField(target)) return;
    const before = target.selectionStart;
    setTimeout(() => {
      if (target.selectionStart === before && target.isConnected) this.#move(direction);
    });
  }

  #move(direction: Direction): void {
    const { cursor } = this.#controller.store.read();
    if (cursor === null) return;
    const { rows, columns } = steps[direction];
    this.#goTo(shiftPlace(cursor.place, rows, columns, this.#size()));
  }

  #perform(action: KeyAction): void {
    const controller = this.#controller;
    const { cursor } = controller.store.read();
    if (cursor === null) return;
    const { place, corner, tabStart } = cursor;
    const size = this.#size();
    switch (action.do) {
      case 'move':
        return this.#move(action.direction);
      case 'span': {
        const { rows, columns } = steps[action.direction];
        return controller.spanTo(shiftPlace(corner, rows, columns, size));
      }
      case 'jump': {
        const { rows, columns } = steps[action.direction];
        return this.#goTo(shiftPlace(place, rows * size.rows, columns * size.columns, size));
      }
      case 'page':
        return this.#goTo(shiftPlace(place, action.direction === 'up' ? -rowsOfPage : rowsOfPage, 0, size));
      case 'enter': {
        const below = shiftPlace(place, action.direction === 'up' ? -1 : 1, 0, size);
        return this.#goTo({ row: below.row, column: tabStart ?? below.column });
      }
      case 'rowStart':
        return this.#goTo({ row: place.row, column: 0 });
      case 'rowEnd':
        return this.#goTo({ row: place.row, column: size.columns - 1 });
      case 'sheetStart':
        return this.#goTo({ row: 0, column: 0 });
      case 'sheetEnd':
        return this.#goTo({ row: size.rows - 1, column: size.columns - 1 });
      default:
        return this.#performOnText(action);
    }
  }

  #performOnText(action: KeyAction): void {
    const controller = this.#controller;
    switch (action.do) {
      case 'selectAll':
        return controller.spanAll();
      case 'toggleEdit':
        return controller.toggleEdit();
      case 'restore':
        return controller.restore();
      case 'clear':
        return clearBlock(controller);
      case 'empty':
        return controller.type('');
      case 'lineBreak':
        return controller.breakLine();
      case 'openList':
        return controller.toggleEdit();
      case 'undo':
        return controller.undo();
      case 'redo':
        return controller.redo();
      case 'saveAll':
        return void controller.saveEverything();
    }
  }
}
