/** Cell styles of a ledger. Each look is one shared object: exceljs's stream is quick only then (excel-notes.md). */
import type ExcelJS from 'exceljs';
import type { LedgerColumn, LedgerValue } from '#shared/domain/ledger.ts';
import { type LightName, lightNames } from '#shared/domain/lights/light-names.ts';
import { bodySize, groupSize } from './ledger-block.ts';
import {
  bodyFontName,
  chineseFont,
  headingFill,
  headingFontName,
  mutedColor,
  solidFill,
  titleFontName,
} from './paper.ts';

type Style = Partial<ExcelJS.Style>;
type Line = Partial<ExcelJS.Border>;

/** 1.5 and 0.75 points, as near as the file format names them. */
const outer: Line = { style: 'medium' };
const inner: Line = { style: 'thin' };

const bodyFont = chineseFont(bodyFontName, bodySize);
const mutedFont = chineseFont(bodyFontName, bodySize, mutedColor);

/** Darker for what is worse, so that they differ in black and white too; the cell says the word besides. */
const lightFills: Partial<Record<LightName, ExcelJS.Fill>> = {
  red: solidFill('FFF1A59E'),
  yellow: solidFill('FFFFE38A'),
  green: solidFill('FFDDF0E0'),
};
const lightFont = { ...bodyFont, bold: true };

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
  /** Of an 亮灯 cell. */
  light: LightName | null;
}

export interface LedgerStyles {
  heading: (column: number) => Style;
  group: (column: number, endsSheet: boolean) => Style;
  cell: (place: CellPlace, value: LedgerValue) => Style;
}

const percentFormats = [undefined, '0%', '0.0%', '0.00%'] as const;

/** @returns an index of {@link percentFormats} */
function formatOf(column: LedgerColumn | undefined, value: LedgerValue): number {
  if (column?.key !== 'percent' || typeof value !== 'number') return 0;
  if (Number.isInteger(value)) return 1;
  return Number.isInteger(Math.round(value * 1e6) / 1e5) ? 2 : 3;
}

/** A number for each look a cell of a column may have: looking it up is all that 130,000 cells cost. */
function lookOf({ isFirst, isLast, endsSheet, fromTop, muted, light }: CellPlace, format: number): number {
  const flags = [isFirst, isLast, endsSheet, fromTop, muted];
  const colour = light === null ? 0 : lightNames.indexOf(light) + 1;
  let look = colour * percentFormats.length + format;
  for (const flag of flags) look = look * 2 + (flag ? 1 : 0);
  return look;
}

function cellStyle(
  place: CellPlace,
  align: LedgerColumn['align'],
  sides: Style['border'],
  format: number,
): Style {
  const numFmt = percentFormats[format];
  const bottom = place.endsSheet ? outer : inner;
  const fill = place.light === null ? undefined : lightFills[place.light];
  return {
    font: place.muted ? mutedFont : fill === undefined ? bodyFont : lightFont,
    ...(fill === undefined ? {} : { fill }),
    alignment: { horizontal: align, vertical: place.fromTop ? 'top' : 'middle', wrapText: true },
    border: { ...sides, ...(place.isFirst ? { top: inner } : {}), ...(place.isLast ? { bottom } : {}) },
    ...(numFmt === undefined ? {} : { numFmt }),
  };
}

/** One style object a look, made when it is first needed. */
export function ledgerStyles(columns: readonly LedgerColumn[]): LedgerStyles {
  const last = columns.length - 1;
  const sidesOf = (column: number) => ({
    left: column === 0 ? outer : inner,
    right: column === last ? outer : inner,
  });
  const headings = columns.map(
    (_, column): Style => ({
      font: chineseFont(headingFontName, 12),
      fill: headingFill,
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
      border: { ...sidesOf(column), top: outer, bottom: inner },
    }),
  );
  const groupStyles = [inner, outer].map((bottom) =>
    columns.map(
      (_, column): Style => ({
        font: chineseFont(headingFontName, groupSize),
        alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
        border: {
          ...(column === 0 ? { left: outer } : {}),
          ...(column === last ? { right: outer } : {}),
          top: inner,
          bottom,
        },
      }),
    ),
  );
  const cells = columns.map((): Style[] => []);

  return {
    heading: (column) => headings[column] ?? {},
    group: (column, endsSheet) => groupStyles[endsSheet ? 1 : 0]?.[column] ?? {},
    cell(place, value) {
      const column = columns[place.column];
      const format = formatOf(column, value);
      const look = lookOf(place, format);
      const looks = cells[place.column] ?? [];
      looks[look] ??= cellStyle(place, column?.align ?? 'left', sidesOf(place.column), format);
      return looks[look];
    },
  };
}
