/** The parser's workbook → plain sheets and what should be known about them. */
import type { WorkBook } from '@e965/xlsx';
import type { PlainSheet } from '#shared/domain/sheet.ts';
import { maxCells, maxSheets } from './limits.ts';
import { pictureText } from './plain-cell.ts';
import { plainSheet } from './plain-sheet.ts';
import { type Refuse, refusals } from './refusal.ts';

/** What the parser does not say of a file, by the sheet's position. */
export interface PackageFacts {
  hiddenColumns: readonly (readonly number[])[];
  hiddenSheets: readonly boolean[];
  /** Chart, dialog and macro sheets: listed as sheets but without cells. */
  celllessSheets: number;
}

export const noFacts: PackageFacts = { hiddenColumns: [], hiddenSheets: [], celllessSheets: 0 };

function visibilityOf(workbook: WorkBook, index: number, facts: PackageFacts): PlainSheet['visibility'] {
  const name = workbook.SheetNames[index];
  const listed = workbook.Workbook?.Sheets?.find((sheet) => sheet.name === name);
  if (listed?.Hidden === 2) return 'very_hidden';
  return listed?.Hidden === 1 || facts.hiddenSheets[index] === true ? 'hidden' : 'visible';
}

function hiddenColumnsOf(workbook: WorkBook, index: number, facts: PackageFacts): number[] {
  const columns = workbook.Sheets[workbook.SheetNames[index] ?? '']?.['!cols'] ?? [];
  const hidden = columns.flatMap((column, position) => (column?.hidden === true ? [position] : []));
  return [...hidden, ...(facts.hiddenColumns[index] ?? [])];
}

function hasNoCells(workbook: WorkBook, name: string): boolean {
  return /chart|dialog|macro/.test(String(workbook.Sheets[name]?.['!type'] ?? ''));
}

/** The parser drops a sheet it gives up on: such a file is refused rather than half read. */
function checkCompleteness(
  { SheetNames: names, Sheets }: WorkBook,
  facts: PackageFacts,
  refuse: Refuse,
): void {
  if (names.length === 0) throw refuse(refusals.noSheet);
  if (names.length > maxSheets) {
    throw refuse(`有 ${names.length} 个工作表，超过 ${maxSheets} 个的上限，请只留填报表后重新报送。`);
  }
  const unread = names.filter((name) => Sheets[name] === undefined);
  if (unread.length > facts.celllessSheets) throw refuse(refusals.damaged);
}

/** @throws AppError `file_unreadable` beyond the limits, for an unreadable sheet, or when nothing is in any */
export function plainSheets(workbook: WorkBook, facts: PackageFacts, refuse: Refuse): PlainSheet[] {
  checkCompleteness(workbook, facts, refuse);
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const budget = { left: maxCells };
  const sheets = workbook.SheetNames.flatMap((name, index) => {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined || hasNoCells(workbook, name)) return [];
    const visibility = visibilityOf(workbook, index, facts);
    const hiddenColumns = hiddenColumnsOf(workbook, index, facts);
    return [plainSheet(sheet, { name, visibility, hiddenColumns, date1904 }, budget, refuse)];
  });
  if (sheets.length === 0) throw refuse(refusals.onlyCharts);
  if (sheets.every((sheet) => sheet.rows.length === 0)) throw refuse(refusals.blank);
  return sheets;
}

const contentNotices = {
  missingValues: '有公式没有保存结果，这些格不能采用；请在 Excel 或 WPS 中打开并保存后再报送。',
  pictures: '有单元格里是图片，图片中的内容读不出来。',
} as const;

/** What a person should know of the cells although they were read. */
export function noticesOfSheets(sheets: readonly PlainSheet[]): string[] {
  const cells = sheets.flatMap((sheet) => sheet.rows.flat());
  const found: string[] = [];
  if (cells.some((cell) => cell?.formulaWithoutValue)) found.push(contentNotices.missingValues);
  if (cells.some((cell) => cell?.text === pictureText)) found.push(contentNotices.pictures);
  return found;
}
