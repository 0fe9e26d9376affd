/** The first three rows of a ledger's sheet: title, what it covers, column headings. */
import type ExcelJS from 'exceljs';
import type { LedgerSheetHead } from '#shared/domain/ledger.ts';
import { cellText } from './cell-text.ts';
import type { ColumnRoom } from './ledger-block.ts';
import { type LedgerStyles, lineStyles, titleStyle } from './ledger-styles.ts';

export type StreamedSheet = ReturnType<ExcelJS.stream.xlsx.WorkbookWriter['addWorksheet']>;

/** The row that is repeated on each page; 1-based. */
export const headingRow = 3;

const titleHeight = 44;
const lineHeight = 22;
const headingHeight = 34;

function writeLine(sheet: StreamedSheet, head: LedgerSheetHead, width: number): void {
  const middle = Math.ceil(width / 2);
  const line = sheet.addRow([]);
  line.height = lineHeight;
  const halves = [
    { text: head.scopeLine, style: lineStyles.left, from: 1, to: middle },
    { text: head.countLine, style: lineStyles.right, from: middle + 1, to: width },
  ];
  for (const { text, style, from, to } of halves) {
    line.getCell(from).value = cellText(text, '副标题');
    line.getCell(from).style = style;
    sheet.mergeCells(line.number, from, line.number, to);
  }
}

export function writeLedgerHead(
  sheet: StreamedSheet,
  head: LedgerSheetHead,
  columns: readonly ColumnRoom[],
  styles: LedgerStyles,
): void {
  const title = sheet.addRow([cellText(head.title, '标题')]);
  title.height = titleHeight;
  title.getCell(1).style = titleStyle;
  sheet.mergeCells(1, 1, 1, columns.length);
  writeLine(sheet, head, columns.length);
  const headings = sheet.addRow(columns.map((column) => column.heading));
  headings.height = headingHeight;
  for (let column = 0; column < columns.length; column += 1) {
    headings.getCell(column + 1).style = styles.heading(column);
  }
  headings.commit();
}
