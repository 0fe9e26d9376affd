/** The rows of one progress table: what each is about and what it states. */
import { type ProgressField, progressFields } from '../progress.ts';
import { cellAddress, type PlainCell } from '../sheet.ts';
import { foldWidth } from '../text.ts';
import { readCell, type StatedValues } from './cell-value.ts';
import type { ColumnRole } from './column-role.ts';
import type { DataRow, FoundTable } from './find-tables.ts';
import type { TableColumn, TableColumns } from './resolve-columns.ts';
import { inheritedText, type SheetGrid } from './sheet-grid.ts';
import { statesNoReading } from './target-cell.ts';
import { codeIn, type HiddenId, hiddenIdIn, ordinalIn } from './task-marks.ts';

export interface CellProblem {
  column: string;
  /** `G7` */
  cell: string;
  message: string;
}

/** What a row says of which task it is; empty text and null where it says nothing. */
export interface RowLabels {
  hiddenId: HiddenId | null;
  code: string | null;
  /** 序号, as a number from 1. */
  number: number | null;
  /** Texts that may be the task's, likeliest first. */
  contents: string[];
  project: string;
  leader: string;
  unit: string;
  section: string;
}

/** A cell whose meaning depends on what the row is about; never blank. */
export interface LateCell {
  cell: PlainCell;
  /** The column's heading as the file has it. */
  column: string;
  /** `G7` */
  address: string;
}

export interface ReadRow {
  sheet: string;
  /** 1-based, as Excel counts. */
  row: number;
  labels: RowLabels;
  stated: StatedValues;
  /** 指标完成值: read against the task's targets; null where it states nothing. */
  targetCell: LateCell | null;
  /** 填报日期: read against the period's year. */
  dateCell: LateCell | null;
  /** Cell addresses by field, of the cells that state something. */
  cells: Partial<Record<ProgressField, string>>;
  problems: CellProblem[];
  /** A cell that cannot be taken makes the row unusable. */
  refused: boolean;
}

function labelsOf(grid: SheetGrid, columns: TableColumns, { row, section }: DataRow): RowLabels {
  const text = (role: ColumnRole) => {
    const column = columns.single.get(role);
    return column === undefined ? '' : inheritedText(grid, row, column.column);
  };
  const contents = columns.contents
    .map(({ column }) => inheritedText(grid, row, column))
    .filter((content) => content !== '');
  const cells = grid.sheet.rows[row] ?? [];
  return {
    hiddenId: cells.reduce<HiddenId | null>((found, cell) => found ?? hiddenIdIn(cell?.text ?? ''), null),
    code: codeIn(text('code')) ?? contents.map(codeIn).find((code) => code !== null) ?? null,
    number: ordinalIn(text('number')),
    contents,
    project: text('project'),
    leader: foldWidth(text('leader')).replace(/\s+/g, ''),
    unit: text('unit'),
    section: text('section') || section,
  };
}

/** A merge over two tasks' reporting cells states something of the first only: a person must say whether of both. */
function mergedAbove(grid: SheetGrid, row: number, column: TableColumn): CellProblem | null {
  const merge = grid.mergeAt(row, column.column);
  if (merge === null || merge.top === row || grid.text(merge.top, merge.left) === '') return null;
  const message = `这一格与第 ${merge.top + 1} 行合并，内容只记到第 ${merge.top + 1} 行；如两项都适用，请分开填写。`;
  return { column: column.heading, cell: cellAddress(row, column.column), message };
}

function lateCell(
  grid: SheetGrid,
  columns: TableColumns,
  row: number,
  role: 'targets' | 'reportedOn',
): LateCell | null {
  const column = columns.single.get(role);
  const cell = column === undefined ? null : grid.cell(row, column.column);
  if (column === undefined || cell === null) return null;
  const isBlank = cell.text.trim() === '' && !cell.formulaWithoutValue;
  if (
    isBlank ||
    (role === 'targets' && cell.kind === 'text' && statesNoReading(cell.text) && !cell.formulaWithoutValue)
  )
    return null;
  return { cell, column: column.heading, address: cellAddress(row, column.column) };
}

function readRow(grid: SheetGrid, columns: TableColumns, dataRow: DataRow): ReadRow {
  const { row } = dataRow;
  const read: ReadRow = {
    sheet: grid.sheet.name,
    row: row + 1,
    labels: labelsOf(grid, columns, dataRow),
    stated: {},
    targetCell: lateCell(grid, columns, row, 'targets'),
    dateCell: lateCell(grid, columns, row, 'reportedOn'),
    cells: {},
    problems: [],
    refused: false,
  };
  for (const field of progressFields) {
    const column = columns.single.get(field);
    if (column === undefined) continue;
    const merged = mergedAbove(grid, row, column);
    if (merged !== null) read.problems.push(merged);
    const reading = readCell(field, grid.cell(row, column.column));
    if ('problem' in reading) {
      const cell = cellAddress(row, column.column);
      read.problems.push({ column: column.heading, cell, message: reading.problem });
      read.refused ||= reading.refuses;
    } else if (Object.keys(reading.stated).length > 0) {
      Object.assign(read.stated, reading.stated);
      read.cells[field] = cellAddress(row, column.column);
    }
  }
  return read;
}

/** Rows in the table's order; one that names no task and states nothing is no row. */
export function readTable(grid: SheetGrid, table: FoundTable, columns: TableColumns): ReadRow[] {
  return table.rows
    .map((dataRow) => readRow(grid, columns, dataRow))
    .filter(({ labels, stated, problems, targetCell }) => {
      const namesTask = labels.hiddenId !== null || labels.code !== null || labels.contents.length > 0;
      return namesTask || Object.keys(stated).length > 0 || targetCell !== null || problems.length > 0;
    });
}
