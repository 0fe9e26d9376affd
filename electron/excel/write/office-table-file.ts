/** Workbooks of plain tables: a sheet each, laid out for paper. */
import ExcelJS from 'exceljs';
import type { OfficeColumn, OfficeRow, OfficeTable } from '#shared/domain/office-table.ts';
import { wrappedLineCount } from '#shared/domain/text-width.ts';
import { cellText } from './cell-text.ts';
import {
  allSides,
  bodyFontName,
  chineseFont,
  columnCapacity,
  headingFill,
  headingFontName,
  landscapePage,
  linesHeight,
  maxLines,
  maxRowHeight,
  pageNumberFooter,
  portraitPage,
  titleFontName,
} from './paper.ts';

const titleSize = 20;
const headingSize = 11;
const bodySize = 11;
const lineSize = 11;
const headingRow = 3;
const margins = { side: 15, top: 18, bottom: 18, footer: 9 };

const toneFills: Record<NonNullable<OfficeRow['tone']>, ExcelJS.Fill> = {
  strong: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } },
  warning: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF4CC' } },
  bad: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFBE3E1' } },
};

const bodyFont = chineseFont(bodyFontName, bodySize);

/** One style object for all cells of a kind: exceljs writes shared ones in a third of the time. */
function columnStyles(columns: readonly OfficeColumn[]): Partial<ExcelJS.Style>[] {
  return columns.map(({ align, asText }) => ({
    ...(asText === true ? { numFmt: '@' } : {}),
    font: bodyFont,
    border: allSides,
    alignment: { horizontal: align, vertical: 'middle', wrapText: true },
  }));
}

function writeLine(
  sheet: ExcelJS.Worksheet,
  row: number,
  text: string,
  from: number,
  to: number,
): ExcelJS.Cell {
  const cell = sheet.getCell(row, from);
  cell.value = cellText(text, `“${sheet.name}”第${row}行`);
  cell.font = chineseFont(bodyFontName, lineSize);
  if (to > from) sheet.mergeCells(row, from, row, to);
  return cell;
}

function writeHead(sheet: ExcelJS.Worksheet, table: OfficeTable): void {
  const last = table.columns.length;
  const title = writeLine(sheet, 1, table.title, 1, last);
  title.font = chineseFont(titleFontName, titleSize);
  title.alignment = { horizontal: 'center', vertical: 'middle', shrinkToFit: true };
  sheet.getRow(1).height = linesHeight(1, titleSize) + 6;
  const middle = Math.max(1, Math.floor(last * 0.6));
  writeLine(sheet, 2, table.leftLine, 1, middle).alignment = { horizontal: 'left', vertical: 'middle' };
  if (last > middle) {
    const right = writeLine(sheet, 2, table.rightLine, middle + 1, last);
    right.alignment = { horizontal: 'right', vertical: 'middle' };
  }
  sheet.getRow(2).height = linesHeight(1, lineSize);
  for (const [index, { heading, width }] of table.columns.entries()) {
    const cell = sheet.getCell(headingRow, index + 1);
    cell.value = heading;
    cell.font = chineseFont(headingFontName, headingSize);
    cell.fill = headingFill;
    cell.border = allSides;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    // Exactly 9 is dropped by exceljs (excel-notes.md).
    sheet.getColumn(index + 1).width = width === 9 ? 9.01 : width;
  }
  const lines = table.columns.map(({ heading, width }) => linesOf(heading, width, headingSize));
  sheet.getRow(headingRow).height = linesHeight(Math.max(1, ...lines), headingSize) + 4;
}

function linesOf(text: string, width: number, size: number): number {
  return wrappedLineCount(text, columnCapacity(width, size));
}

function rowHeight(columns: readonly OfficeColumn[], { cells }: OfficeRow): number {
  const lines = columns.map(({ width }, index) => linesOf(String(cells[index] ?? ''), width, bodySize));
  const most = Math.min(maxLines(bodySize), Math.max(1, ...lines));
  return Math.min(maxRowHeight, linesHeight(most, bodySize));
}

function writeRows(sheet: ExcelJS.Worksheet, table: OfficeTable): void {
  const styles = columnStyles(table.columns);
  const toned = new Map(
    Object.entries(toneFills).map(([tone, fill]) => [tone, styles.map((style) => ({ ...style, fill }))]),
  );
  for (const [index, row] of table.rows.entries()) {
    const written = sheet.getRow(headingRow + 1 + index);
    const looks = row.tone === undefined ? styles : (toned.get(row.tone) ?? styles);
    for (const [column, style] of looks.entries()) {
      const value = row.cells[column] ?? null;
      const cell = written.getCell(column + 1);
      const where = `“${table.sheet}”第${index + 1}行`;
      cell.value = typeof value === 'string' ? cellText(value, where) : value;
      cell.style = style;
    }
    written.height = rowHeight(table.columns, row);
  }
}

function writeNotes(sheet: ExcelJS.Worksheet, table: OfficeTable): void {
  const width = table.columns.reduce((sum, column) => sum + column.width, 0);
  for (const [index, note] of table.notes.entries()) {
    const row = headingRow + table.rows.length + 1 + index;
    const cell = writeLine(sheet, row, note, 1, table.columns.length);
    cell.alignment = { horizontal: 'left', vertical: 'top', wrapText: true };
    sheet.getRow(row).height = linesHeight(linesOf(note, width, lineSize), lineSize);
  }
}

/** Room above it for the seal. */
const sealHeight = 40;

function writeSignature(
  sheet: ExcelJS.Worksheet,
  { columns, rows, notes, signature = [] }: OfficeTable,
): void {
  const first = headingRow + rows.length + notes.length + 1;
  if (signature.length > 0) sheet.getRow(first).height = sealHeight;
  for (const [index, line] of signature.entries()) {
    const cell = writeLine(sheet, first + 1 + index, line, 1, columns.length);
    cell.alignment = { horizontal: 'right', vertical: 'middle', indent: 4 };
    sheet.getRow(first + 1 + index).height = linesHeight(1, lineSize);
  }
}

function addTable(workbook: ExcelJS.Workbook, table: OfficeTable): void {
  const page = table.paper.landscape ? landscapePage : portraitPage;
  const sheet = workbook.addWorksheet(table.sheet, {
    state: table.hidden === true ? 'veryHidden' : 'visible',
    pageSetup: { ...page(table.paper.size, margins, headingRow), horizontalCentered: true },
    headerFooter: pageNumberFooter,
    views: [{ state: 'frozen', ySplit: headingRow }],
  });
  writeHead(sheet, table);
  writeRows(sheet, table);
  writeNotes(sheet, table);
  writeSignature(sheet, table);
}

/**
 * Writes one workbook.
 * @param path a file of our own that nobody looks at yet
 * @throws AppError `bad_input` for a text no cell can hold
 */
export async function writeOfficeTables(path: string, tables: readonly OfficeTable[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '督办台账';
  workbook.lastModifiedBy = '督办台账';
  for (const table of tables) addTable(workbook, table);
  await workbook.xlsx.writeFile(path);
}
