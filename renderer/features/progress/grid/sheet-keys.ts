/** Carries out what {@link keyAction} says a key means. */
import { type CellPlace, nextEditable, type SheetSize, shiftPlace } from '../model/cursor.ts';
import { type Direction, type KeyAction, type KeySituation, keyAction } from '../model/editor-keys.ts';
import { isEditableColumn } from '../model/sheet-columns.ts';
import { clearBlock } from '../sheet/sheet-blocks.ts';
import type { SheetController } from '../sheet/sheet-controller.ts';
import { caretOnLine } from './caret-lines.ts';

const rowsOfPage = 8;
const multiLineColumns: ReadonlySet<string> = new Set(['narrative', 'problems', 'next']);

const steps: Record<Direction, { rows: number; columns: number }> = {
  up: { rows: -1, columns: 0 },
  down: { rows: 1, columns: 0 },
  left: { rows: 0, columns: -1 },
  right: { rows: 0, columns: 1 },
};

const changes: Partial<Record<KeyAction['do'], (controller: SheetController) => void>> = {
  toggleEdit: (controller) => controller.toggleEdit(),
  openList: (controller) => controller.toggleEdit(),
  restore: (controller) => controller.restore(),
  clear: clearBlock,
  empty: (controller) => controller.type(''),
  undo: (controller) => controller.undo(),
  redo: (controller) => controller.redo(),
  saveAll: (controller) => void controller.saveEverything(),
};

type TextField = HTMLTextAreaElement | HTMLInputElement;

function isTextField(target: EventTarget | null): target is TextField {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

export class SheetKeys {
  readonly #controller: SheetController;
  readonly #follow: () => void;

  /** @param follow called after a key moved the cursor, so that the grid shows it */
  constructor(controller: SheetController, follow: () => void) {
    this.#controller = controller;
    this.#follow = follow;
  }

  /** @returns false when the key shall go on to the grid: Tab at the sheet's end leaves it */
  handle(event: KeyboardEvent): boolean {
    const action = keyAction(event, this.#situation(event.target));
    if (action === null) return true;
    if (goToNextReading(action, event.target)) {
      event.preventDefault();
      return true;
    }
    if (action.do === 'tab') return this.#tab(event, action.step);
    event.preventDefault();
    if (!this.#travel(action)) this.#change(action, event.target);
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
      caretOnLine: (edge) => field === null || caretOnLine(field, edge),
    };
  }

  #size(): SheetSize {
    const { sheet, columns } = this.#controller.store.read();
    return { rows: sheet.order.length, columns: columns.length };
  }

  #goTo(place: CellPlace, tabStart: number | null = null): true {
    this.#controller.finishTyping();
    this.#controller.moveTo(place, tabStart);
    this.#follow();
    return true;
  }

  #tab(event: KeyboardEvent, step: 1 | -1): boolean {
    const { cursor, columns } = this.#controller.store.read();
    if (cursor === null) return false;
    const isEditable = (place: CellPlace) => this.#controller.cellAt(place) !== null;
    const next = nextEditable(cursor.place, step, this.#size(), isEditable);
    if (next === null) return false;
    event.preventDefault();
    const startsHere = isEditableColumn(columns[cursor.place.column] ?? '');
    return this.#goTo(next, cursor.tabStart ?? (startsHere ? cursor.place.column : next.column));
  }

  /** @returns whether the action was one that moves the cursor */
  #travel(action: KeyAction): boolean {
    const { cursor } = this.#controller.store.read();
    if (cursor === null) return true;
    const { place, corner, tabStart } = cursor;
    const size = this.#size();
    const from = (start: CellPlace, direction: Direction, distance = 1) =>
      shiftPlace(start, steps[direction].rows * distance, steps[direction].columns * distance, size);
    const last = { row: size.rows - 1, column: size.columns - 1 };
    switch (action.do) {
      case 'move':
        return this.#goTo(from(place, action.direction));
      case 'jump':
        return this.#goTo(from(place, action.direction, Math.max(size.rows, size.columns)));
      case 'page':
        return this.#goTo(from(place, action.direction, rowsOfPage));
      case 'enter':
        return this.#goTo({ ...from(place, action.direction), column: tabStart ?? place.column });
      case 'rowStart':
        return this.#goTo({ row: place.row, column: 0 });
      case 'rowEnd':
        return this.#goTo({ row: place.row, column: last.column });
      case 'sheetStart':
        return this.#goTo({ row: 0, column: 0 });
      case 'sheetEnd':
        return this.#goTo(last);
      case 'span':
        this.#controller.spanTo(from(corner, action.direction));
        return true;
      case 'selectAll':
        this.#goTo({ row: 0, column: 0 });
        this.#controller.spanTo(last);
        return true;
      default:
        return false;
    }
  }

  #change(action: KeyAction, target: EventTarget | null): void {
    if (action.do === 'lineBreak') this.#breakLine(target);
    else if (action.do === 'choose') this.#controller.chooseStatus(action.direction === 'up' ? -1 : 1);
    else changes[action.do]?.(this.#controller);
  }

  /** On a cell that is only selected the new line goes under its text. */
  #breakLine(target: EventTarget | null): void {
    const { cursor } = this.#controller.store.read();
    if (cursor?.mode === 'ready') {
      this.#controller.type(`${this.#controller.activeCell()?.text ?? ''}\n`);
    } else if (isTextField(target)) {
      target.setRangeText('\n', target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
      this.#controller.type(target.value);
    }
  }
}

/** In a cell of several targets the keys go from line to line first. */
function goToNextReading(action: KeyAction, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement) || !target.classList.contains('reading-field')) return false;
  const step = readingStep(action);
  const fields = [...(target.closest('.readings')?.querySelectorAll<HTMLInputElement>('input') ?? [])];
  const next = step === 0 ? undefined : fields[fields.indexOf(target) + step];
  next?.select();
  return next !== undefined;
}

function readingStep(action: KeyAction): number {
  if (action.do === 'tab') return action.step;
  if (action.do !== 'move' && action.do !== 'enter') return 0;
  if (action.direction === 'down') return 1;
  return action.direction === 'up' ? -1 : 0;
}
