/** Blocks of a ledger as rows of the streamed sheet: values, styles, merges. */
import type ExcelJS from 'exceljs';
import type { LedgerValue } from '#shared/domain/ledger.ts';
import { cellText } from './cell-text.ts';
import type { BlockRow, ColumnRoom, LedgerBlock } from './ledger-block.ts';
import type { StreamedSheet } from './ledger-head.ts';
import type { LedgerStyles } from './ledger-styles.ts';
import { maxRowHeight } from './paper.ts';

export interface LedgerCanvas {
  sheet: StreamedSheet;
  name: string;
  columns: readonly ColumnRoom[];
  styles: LedgerStyles;
}

function cellValue(value: LedgerValue, column: ColumnRoom | undefined, where: string): LedgerValue {
  if (typeof value === 'string') return cellText(value, where);
  return column?.key === 'percent' && value !== null ? value / 100 : value;
}

function addRow(canvas: LedgerCanvas, source: BlockRow, rowNumber: number): ExcelJS.Row {
  const where = `“${canvas.name}”第${rowNumber}行`;
  const row = canvas.sheet.addRow(
    source.values.map((value, column) => cellValue(value, canvas.columns[column], where)),
  );
  row.height = source.height;
  return row;
}

function mergeBlock({ sheet, columns }: LedgerCanvas, block: LedgerBlock, first: number): void {
  if (block.kind === 'group') sheet.mergeCells(first, 1, first, columns.length);
  for (const merge of block.merges) {
    if (merge.first === merge.last) continue;
    sheet.mergeCells(first + merge.first, merge.column + 1, first + merge.last, merge.column + 1);
  }
}

function styleGroupRow({ columns, styles }: LedgerCanvas, row: ExcelJS.Row, endsSheet: boolean): void {
  for (let column = 0; column < columns.length; column += 1) {
    row.getCell(column + 1).style = styles.group(column, endsSheet);
  }
}

function styleTaskRow(
  { columns, styles }: LedgerCanvas,
  row: ExcelJS.Row,
  { block, index, endsSheet }: { block: LedgerBlock; index: number; endsSheet: boolean },
): void {
  const source = block.rows[index];
  if (source === undefined) return;
  const blockHeight = block.rows.reduce((sum, row) => sum + row.height, 0);
  columns.forEach(({ key }, column) => {
    const isWhole = block.wholeColumns.includes(key);
    const part = isWhole ? index : source.part;
    const parts = isWhole ? block.rows.length : source.parts;
    const fromTop = isWhole ? blockHeight > maxRowHeight : parts > 1;
    const muted = source.unreported && (key === 'progress' || key === 'light');
    const light = key === 'light' ? source.light : null;
    const edges = { isFirst: part === 0, isLast: part === parts - 1, endsSheet };
    const place = { column, ...edges, fromTop, muted, light };
    row.getCell(column + 1).style = styles.cell(place, source.values[column] ?? null);
  });
}

/**
 * A group's heading never stands alone at the foot of a page, and each leader's pages can be handed out: it starts
 * a new one, unless a heading without tasks stands right above it.
 */
function startsPage(block: LedgerBlock, next: LedgerBlock | null): boolean {
  return next?.kind === 'group' && block.kind !== 'group';
}

/**
 * @param first the 1-based number of the block's first row
 * @param next what follows; null at the sheet's end
 * @returns the number of the row after the block
 * @throws AppError `bad_input` for a text no cell can hold
 */
export function writeBlock(
  canvas: LedgerCanvas,
  block: LedgerBlock,
  first: number,
  next: LedgerBlock | null,
): number {
  const rows = block.rows.map((source, index) => addRow(canvas, source, first + index));
  mergeBlock(canvas, block, first);
  rows.forEach((row, index) => {
    const isLast = index === rows.length - 1;
    const endsSheet = isLast && next === null;
    if (block.kind === 'group') styleGroupRow(canvas, row, endsSheet);
    else styleTaskRow(canvas, row, { block, index, endsSheet });
    if (isLast && startsPage(block, next)) row.addPageBreak();
    row.commit();
  });
  return first + rows.length;
}
