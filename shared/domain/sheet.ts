/** A spreadsheet as plain data: what every reader in electron/excel produces and every rule here consumes. */

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

export interface PlainCell {
  kind: CellKind;
  /** What a person sees in the cell, rich text and links as their text, line breaks as \n. */
  text: string;
  /** The stored number where there is one; for a date its serial in the 1900 system. */
  number: number | null;
  /** `YYYY-MM-DD` for a date cell. */
  date: string | null;
  /** The number is shown as a percentage: 0.85 is seen as 85%. */
  percentFormat: boolean;
  /** A formula whose result the file does not carry; it is never computed here. */
  formulaWithoutValue: boolean;
}

/** Zero-based, ends included. */
export interface MergedRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface PlainSheet {
  name: string;
  visibility: 'visible' | 'hidden' | 'very_hidden';
  /** Sparse by row: absent and empty cells are null. Bounded by used cells, not by the declared range. */
  rows: (PlainCell | null)[][];
  merges: MergedRange[];
  /** Zero-based. */
  hiddenColumns: number[];
}

export type FileKind = 'xlsx' | 'xlsm' | 'xls' | 'xlsb' | 'ods' | 'csv';

export interface PlainWorkbook {
  /** Decided by content, not by the name's ending. */
  kind: FileKind;
  sheets: PlainSheet[];
  /** What a person should know although the file was read: macros ignored, formulas without values… */
  notices: string[];
}

/** 「G7」 from zero-based row and column. */
export function cellAddress(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
