/** Where in the sheet one is, as in a spreadsheet: a cell, a block spanned from it, and how far typing has gone. */

/** Zero-based. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Ends included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * `ready`: the cell is selected and typing replaces its text. `enter`: typing goes on, arrows at the text's edge
 * leave the cell. `edit` (F2, double click): arrows stay in the text.
 */
export type CursorMode = 'ready' | 'enter' | 'edit';

export interface Cursor {
  /** The active cell, the one that is typed into. */
  readonly place: CellPlace;
  /** The opposite corner of the spanned block; the same as `place` for one cell. */
  readonly corner: CellPlace;
  readonly mode: CursorMode;
  /** What the cell showed before typing began; Esc brings it back. */
  readonly before: string;
  /** The column a run of Tab began in: Enter returns below it. */
  readonly tabStart: number | null;
}

export interface SheetSize {
  readonly rows: number;
  readonly columns: number;
}

export function cursorAt(place: CellPlace, tabStart: number | null = null): Cursor {
  return { place, corner: place, mode: 'ready', before: '', tabStart };
}

export function samePlace(one: CellPlace, other: CellPlace): boolean {
  return one.row === other.row && one.column === other.column;
}

export function shiftPlace(place: CellPlace, rows: number, columns: number, size: SheetSize): CellPlace {
  return {
    row: Math.min(Math.max(place.row + rows, 0), Math.max(size.rows - 1, 0)),
    column: Math.min(Math.max(place.column + columns, 0), Math.max(size.columns - 1, 0)),
  };
}

export function cursorRange({ place, corner }: Pick<Cursor, 'place' | 'corner'>): CellRange {
  return {
    top: Math.min(place.row, corner.row),
    left: Math.min(place.column, corner.column),
    bottom: Math.max(place.row, corner.row),
    right: Math.max(place.column, corner.column),
  };
}

export function inRange(range: CellRange, place: CellPlace): boolean {
  return (
    place.row >= range.top &&
    place.row <= range.bottom &&
    place.column >= range.left &&
    place.column <= range.right
  );
}

/**
 * The next cell that can be filled in, going through the rows like a text, as Tab does in a protected sheet.
 * @param step 1 forwards, -1 backwards
 * @returns null at the end of the sheet
 */
export function nextEditable(
  from: CellPlace,
  step: 1 | -1,
  size: SheetSize,
  isEditable: (place: CellPlace) => boolean,
): CellPlace | null {
  const last = size.rows * size.columns - 1;
  for (let index = from.row * size.columns + from.column + step; index >= 0 && index <= last; index += step) {
    const place = { row: Math.floor(index / size.columns), column: index % size.columns };
    if (isEditable(place)) return place;
  }
  return null;
}
