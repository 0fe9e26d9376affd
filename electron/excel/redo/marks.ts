/** What is to be marked in a returned file. */

export interface ReturnMark {
  /** The sheet's name; null: the first visible one. */
  sheet: string | null;
  /** 1-based, as Excel counts; null: the file as a whole, told at A1. */
  row: number | null;
  /** `G7`; null: the row's first cell. */
  cell: string | null;
  /** Why, and what to do. */
  text: string;
}

/** Whose notes they are. */
export const noteAuthor = '督办台账';

/** A cell and all that is said of it. Zero-based. */
export interface CellMark {
  row: number;
  column: number;
  text: string;
}

const lastColumn = 16_384;
const lastRow = 1_048_576;

/** Zero-based; null for what is no address of a sheet. */
export function parseAddress(address: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(digits);
  return column > lastColumn || row > lastRow ? null : { row: row - 1, column: column - 1 };
}

export interface CellPlace {
  row: number;
  column: number;
}

/** What of a sheet decides where a mark can be seen. */
export interface SheetView {
  /** The row's first visible cell with something in it; the first visible one of a blank row. */
  firstCellOf: (row: number) => number;
  isHiddenColumn: (column: number) => boolean;
  /** The cell that is seen where this one is merged into it. */
  masterOf: (place: CellPlace) => CellPlace;
}

/** A note in a hidden column would never be read: it stands at the row's first cell instead. */
function placeOf({ row, cell }: ReturnMark, view: SheetView): CellPlace {
  const atRow = (index: number) => ({ row: index, column: view.firstCellOf(index) });
  const stated = cell === null ? null : parseAddress(cell);
  const place = stated ?? (row === null ? { row: 0, column: 0 } : atRow(row - 1));
  const seen = view.masterOf(place);
  return view.isHiddenColumn(seen.column) ? view.masterOf(atRow(seen.row)) : seen;
}

/** One mark a cell, by row and column, with all that is said of it, each thing once. */
export function marksByCell(marks: readonly ReturnMark[], view: SheetView): CellMark[] {
  const cells = new Map<string, CellPlace & { texts: Set<string> }>();
  for (const mark of marks) {
    const place = placeOf(mark, view);
    const key = `${place.row},${place.column}`;
    const cell = cells.get(key) ?? { ...place, texts: new Set() };
    cell.texts.add(mark.text.trim());
    cells.set(key, cell);
  }
  return [...cells.values()]
    .sort((left, right) => left.row - right.row || left.column - right.column)
    .map(({ row, column, texts }) => ({ row, column, text: noteText([...texts]) }));
}

function noteText(texts: readonly string[]): string {
  const [only = ''] = texts;
  const lines = texts.length === 1 ? [only] : texts.map((text, index) => `${index + 1}. ${text}`);
  return ['退回重报：', ...lines].join('\n');
}
