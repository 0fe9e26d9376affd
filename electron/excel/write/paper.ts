/** Fonts, sheets of paper and row heights that both workbooks share (domain.md, Conventions of the trade: paper). */
import type ExcelJS from 'exceljs';

/** GB2312: lets a PC without the font choose another Chinese one. */
const chineseCharset = 134;

/** Sizes in points. Fonts are named as offices name them; a PC without them shows 仿宋 or 宋体. */
export function chineseFont(name: string, size: number, color?: string): Partial<ExcelJS.Font> {
  const font = { name, size, charset: chineseCharset };
  return color === undefined ? font : { ...font, color: { argb: color } };
}

export const titleFontName = '方正小标宋简体';
export const headingFontName = '黑体';
export const bodyFontName = '仿宋_GB2312';

/** What a reader should see but not take for a report. */
export const mutedColor = 'FF808080';

/** @param argb `FFRRGGBB` */
export function solidFill(argb: string): ExcelJS.Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

export const headingFill = solidFill('FFEAF0F7');

/** Of the headings of columns a unit fills in. */
export const inputHeadingFill = solidFill('FFFFF2CC');

const line: Partial<ExcelJS.Border> = { style: 'thin' };
export const allSides = { top: line, bottom: line, left: line, right: line };

/** ISO paper codes of the file format; exceljs names only some of them. */
const paperCodes: Record<'A3' | 'A4', number> = { A3: 8, A4: 9 };

const millimetresPerInch = 25.4;

/** In millimetres. */
interface Margins {
  side: number;
  top: number;
  bottom: number;
  footer: number;
}

/** @param headerRow repeated on each page */
export function landscapePage(
  paper: 'A3' | 'A4',
  margins: Margins,
  headerRow: number,
): Partial<ExcelJS.PageSetup> {
  return { ...page(paper, 'landscape', margins), printTitlesRow: `${headerRow}:${headerRow}` };
}

/** @param headerRow repeated on each page; absent for a sheet without one */
export function portraitPage(
  paper: 'A3' | 'A4',
  margins: Margins,
  headerRow?: number,
): Partial<ExcelJS.PageSetup> {
  const titles = headerRow === undefined ? {} : { printTitlesRow: `${headerRow}:${headerRow}` };
  return { ...page(paper, 'portrait', margins), ...titles };
}

function page(
  paper: 'A3' | 'A4',
  orientation: 'landscape' | 'portrait',
  { side, top, bottom, footer }: Margins,
): Partial<ExcelJS.PageSetup> {
  const inches = (millimetres: number) => millimetres / millimetresPerInch;
  return {
    paperSize: paperCodes[paper] as ExcelJS.PaperSize,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: {
      left: inches(side),
      right: inches(side),
      top: inches(top),
      bottom: inches(bottom),
      header: inches(footer),
      footer: inches(footer),
    },
  };
}

export const pageNumberFooter = { oddFooter: '&C第 &P 页  共 &N 页' };

/** Excel's limit for a row, in points. */
export const maxRowHeight = 409;

/** Points a digit of the default font takes, and what a cell keeps free beside its text. */
const pointsPerDigit = 5.25;
const cellPadding = 5;

/**
 * Room for text in a column, in em of the given size.
 * @param width in digits of the default font @param fontSize in points
 */
export function columnCapacity(width: number, fontSize: number): number {
  return Math.max(1, (width * pointsPerDigit - cellPadding) / fontSize);
}

/** The line pitch of the tallest of the usual Chinese fonts, in em. */
const linePitch = 1.45;
const rowPadding = 5;

/** In points. @param fontSize in points */
export function linesHeight(lines: number, fontSize: number): number {
  return Math.ceil(lines * fontSize * linePitch + rowPadding);
}

/** How many lines a row can show. */
export function maxLines(fontSize: number): number {
  return Math.floor((maxRowHeight - rowPadding) / (fontSize * linePitch));
}
