/** Cell styles of a ledger. Each look is one shared object: exceljs's stream is quick only then (excel-notes.md). */
import type ExcelJS from 'exceljs';
import type { LedgerColumn, LedgerValue } from '#shared/domain/ledger.ts';
import { bodySize, groupSize } from './ledger-block.ts';
import {
  bodyFontName,
  chineseFont,
  headingFill,
  headingFontName,
  mutedColor,
  titleFontName,
} from './paper.ts';

type Style = Partial<ExcelJS.Style>;
type Line = Partial<ExcelJS.Border>;

/** 1.5 and 0.75 points, as near as the file format names them. */
const outer: Line = { style: 'medium' };
const inner: Line = { style: 'thin' };

const bodyFont = chineseFont(bodyFontName, bodySize);
const mutedFont = chineseFont(bodyFontName, bodySize, mutedColor);

export const titleStyle: Style = {
  font: chineseFont(titleFontName, 22),
  alignment: { horizontal: 'center', vertical: 'middle' },
};

export const lineStyles: Record<'left' | 'right', Style> = {
  left: { font: bodyFont, alignment: { horizontal: 'left', vertical: 'middle' } },
  right: { font: bodyFont, alignment: { horizontal: 'right', vertical: 'middle' } },
};

/** Where a cell stands: which of its edges are edges of the task, of the sheet, or none. */
export interface CellPlace {
  column: number;
  /** The cell is the first, the last row of its task (or of its project). */
  isFirst: boolean;
  isLast: boolean;
  /** The last row of the sheet. */
  endsSheet: boolean;
  /** The text starts at the top, because the cell may go on over a page. */
  fromTop: boolean;
  muted: boolean;
}

export interface LedgerStyles {
  heading: (column: number) => Style;
  group: (column: number, endsSheet: boolean) => Style;
  cell: (place: CellPlace, value: LedgerValue) => Style;
}

function numberFormat(column: LedgerColumn, value: LedgerValue): string | undefined {
  if (column.key !== 'percent' || typeof value !== 'number') return undefined;
  if (Number.isInteger(value)) return '0%';
  return Number.isInteger(Math.round(value * 1e6) / 1e5) ? '0.0%' : '0.00%';
}

/** One style object a look, made when it is first needed. */
export function ledgerStyles(columns: readonly LedgerColumn[]): LedgerStyles {
  const made = new Map<string, Style>();
  const shared = (key: string, make: () => Style): Style => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const style = make();
    made.set(key, style);
    return style;
  };
  const sides = (column: number) => ({
    left: column === 0 ? outer : inner,
    right: column === columns.length - 1 ? outer : inner,
  });

  function cellStyle(place: CellPlace, format: string | undefined): Style {
    const column = columns[place.column];
    const bottom = place.endsSheet ? outer : inner;
    return {
      font: place.muted ? mutedFont : bodyFont,
      alignment: {
        horizontal: column?.align ?? 'left',
        vertical: place.fromTop ? 'top' : 'middle',
        wrapText: true,
      },
      border: {
        ...sides(place.column),
        ...(place.isFirst ? { top: inner } : {}),
        ...(place.isLast ? { bottom } : {}),
      },
      ...(format === undefined ? {} : { numFmt: format }),
    };
  }

  return {
    heading: (column) =>
      shared(`heading ${column}`, () => ({
        font: chineseFont(headingFontName, 12),
        fill: headingFill,
        alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
        border: { ...sides(column), top: outer, bottom: inner },
      })),
    group: (column, endsSheet) =>
      shared(`group ${column} ${endsSheet}`, () => ({
        font: chineseFont(headingFontName, groupSize),
        alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
        border: {
          ...(column === 0 ? { left: outer } : {}),
          ...(column === columns.length - 1 ? { right: outer } : {}),
          top: inner,
          bottom: endsSheet ? outer : inner,
        },
      })),
    cell: (place, value) => {
      const column = columns[place.column];
      const format = column === undefined ? undefined : numberFormat(column, value);
      const { isFirst, isLast, endsSheet, fromTop, muted } = place;
      const key = `${place.column} ${isFirst} ${isLast} ${endsSheet} ${fromTop} ${muted} ${format}`;
      return shared(key, () => cellStyle(place, format));
    },
  };
}
