/** A new .xlsx of what was read, for kinds of files that cannot be marked themselves (.xls, .et, .ods, .csv). */
import ExcelJS from 'exceljs';
import type { MergedRange, PlainCell, PlainSheet, PlainWorkbook } from '#shared/domain/sheet.ts';
import { wrappedLineCount } from '#shared/domain/text-width.ts';
import { allSides, columnCapacity, linesHeight, maxRowHeight } from '../write/paper.ts';

const fontSize = 11;
const font = { name: '宋体', size: fontSize, charset: 134 };
/** In digits of the default font. */
const narrowest = 8;
const widest = 42;
/** Rows with fewer filled cells are titles and notes, not rows of the table. */
const fewestTableCells = 3;

function fillCell(cell: ExcelJS.Cell, plain: PlainCell): void {
  if (plain.date !== null) {
    const [year = 0, month = 1, day = 1] = plain.date.split('-').map(Number);
    cell.value = new Date(Date.UTC(year, month - 1, day));
    cell.numFmt = 'yyyy-mm-dd';
  } else if (plain.kind === 'number' && plain.number !== null) {
    cell.value = plain.number;
    if (plain.percentFormat) cell.numFmt = /\./.test(plain.text) ? '0.00%' : '0%';
  } else {
    cell.value = plain.text;
    cell.numFmt = '@';
  }
}

/** Of the longest line, in digits; a Chinese character takes two. */
function digitsOf(text: string): number {
  const widthOf = (line: string) => [...line].reduce((sum, character) => sum + (character > 'ÿ' ? 2 : 1), 0);
  return Math.max(...text.split('\n').map(widthOf));
}

/** Merged texts spread over several columns and say nothing of one. */
function widthsOf({ rows, merges }: PlainSheet): number[] {
  const isMerged = (row: number, column: number) =>
    merges.some(
      ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
  const widths: number[] = [];
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const wanted = cell === null || isMerged(row, column) ? 0 : digitsOf(cell.text) + 2;
      widths[column] = Math.min(widest, Math.max(widths[column] ?? narrowest, wanted));
    });
  });
  return widths;
}

function heightOf(cells: readonly (PlainCell | null)[], widths: readonly number[]): number {
  const lines = cells.map((cell, column) =>
    cell === null ? 1 : wrappedLineCount(cell.text, columnCapacity(widths[column] ?? narrowest, fontSize)),
  );
  return Math.min(maxRowHeight, linesHeight(Math.max(1, ...lines), fontSize));
}

function addRow(
  sheet: ExcelJS.Worksheet,
  cells: readonly (PlainCell | null)[],
  index: number,
  columns: number,
): void {
  const row = sheet.getRow(index + 1);
  const isTable = cells.filter((cell) => cell !== null).length >= fewestTableCells;
  for (let column = 0; column < (isTable ? columns : cells.length); column += 1) {
    const plain = cells[column] ?? null;
    const cell = row.getCell(column + 1);
    if (plain !== null) fillCell(cell, plain);
    cell.font = font;
    cell.alignment = { vertical: 'middle', wrapText: isTable };
    if (isTable) cell.border = allSides;
  }
}

/** Damaged files merge a cell twice, which no program writes. */
function apart(merges: readonly MergedRange[]): MergedRange[] {
  const kept: MergedRange[] = [];
  for (const merge of merges) {
    const overlaps = ({ top, left, bottom, right }: MergedRange) =>
      top <= merge.bottom && merge.top <= bottom && left <= merge.right && merge.left <= right;
    if (!kept.some(overlaps)) kept.push(merge);
  }
  return kept;
}

const longestSheetName = 31;

/** Names as an .xlsx may have them, by the sheet's position; an .ods allows longer ones and other characters. */
export function copiedSheetNames({ sheets }: PlainWorkbook): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const clean =
      name
        .replace(/[*?:\\/[\]]/g, ' ')
        .replace(/^'|'$/g, ' ')
        .trim() || '工作表';
    let unique = clean.slice(0, longestSheetName);
    for (let copy = 2; taken.has(unique.toLowerCase()); copy += 1) {
      const ending = `（${copy}）`;
      unique = clean.slice(0, longestSheetName - ending.length) + ending;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function addSheet(workbook: ExcelJS.Workbook, plain: PlainSheet, name: string): void {
  const state = plain.visibility === 'very_hidden' ? 'veryHidden' : plain.visibility;
  const sheet = workbook.addWorksheet(name, { state });
  const widths = widthsOf(plain);
  widths.forEach((width, column) => {
    sheet.getColumn(column + 1).width = width;
  });
  plain.rows.forEach((cells, index) => {
    if (cells.length === 0) return;
    addRow(sheet, cells, index, widths.length);
    sheet.getRow(index + 1).height = heightOf(cells, widths);
  });
  for (const { top, left, bottom, right } of apart(plain.merges)) {
    sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  }
  for (const column of plain.hiddenColumns) sheet.getColumn(column + 1).hidden = true;
}

/** Values, merges and hidden parts as they were read; fonts, colours and widths of the file are not known. */
export async function plainCopy(plain: PlainWorkbook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '督办台账';
  const names = copiedSheetNames(plain);
  for (const [index, sheet] of plain.sheets.entries()) addSheet(workbook, sheet, names[index] ?? sheet.name);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
