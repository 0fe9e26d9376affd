/** One task, group or project of a ledger as spreadsheet rows. */
import type {
  LedgerColumn,
  LedgerColumnKey,
  LedgerEntry,
  LedgerTask,
  LedgerValue,
} from '#shared/domain/ledger.ts';
import type { LightName } from '#shared/domain/lights/light-names.ts';
import { wrappedLineCount } from '#shared/domain/text-width.ts';
import { columnCapacity, linesHeight, maxLines } from './paper.ts';
import { splitText } from './split-text.ts';

export const bodySize = 11;
export const groupSize = 12;
const groupRowHeight = 26;
const minimumRowHeight = 24;

/** Rows a task too tall for one row is spread over hold this many lines, so that a page fills well. */
const linesPerPart = 10;

export interface BlockRow {
  /** By column. */
  values: LedgerValue[];
  /** In points. */
  height: number;
  unreported: boolean;
  light: LightName | null;
  /** Which row of its task it is, and how many the task has. */
  part: number;
  parts: number;
}

/** Rows to be written together; nothing is merged across blocks. */
export interface LedgerBlock {
  kind: 'group' | 'tasks';
  rows: BlockRow[];
  /** Cells of one column to be merged, rows counted from the block's first. */
  merges: { column: number; first: number; last: number }[];
  /** Columns whose cells are one for the whole block: number and name of a project. */
  wholeColumns: readonly LedgerColumnKey[];
}

/** The columns of a sheet with the room for text in each. */
export interface ColumnRoom extends LedgerColumn {
  /** In em. */
  capacity: number;
}

export function roomyColumns(columns: readonly LedgerColumn[]): ColumnRoom[] {
  return columns.map((column) => ({ ...column, capacity: columnCapacity(column.width, bodySize) }));
}

function linesOf(value: LedgerValue, capacity: number): number {
  return typeof value === 'string' ? wrappedLineCount(value, capacity) : 1;
}

function singleRow(values: LedgerValue[], lines: number, task: LedgerTask): BlockRow {
  const height = Math.max(minimumRowHeight, linesHeight(lines, bodySize));
  return { values, height, unreported: task.unreported, light: task.light ?? null, part: 0, parts: 1 };
}

/** The value's parts, top to bottom; a single one stands in cells merged over all rows of the task. */
function partsOf(value: LedgerValue, capacity: number): LedgerValue[] {
  if (typeof value !== 'string' || linesOf(value, capacity) <= linesPerPart) return [value];
  return splitText(value, capacity, linesPerPart);
}

function spreadRows(task: LedgerTask, columns: readonly ColumnRoom[]): LedgerBlock {
  const columnParts = columns.map(({ key, capacity }) => partsOf(task.cells[key] ?? null, capacity));
  const parts = Math.max(...columnParts.map((list) => list.length));
  const rows = Array.from({ length: parts }, (_, part): BlockRow => {
    const values = columnParts.map((list) => list[part] ?? null);
    const lines = values.map((value, column) => linesOf(value, columns[column]?.capacity ?? 1));
    const height = linesHeight(Math.max(...lines), bodySize);
    return { values, height, unreported: task.unreported, light: task.light ?? null, part, parts };
  });
  const merges = columnParts.flatMap((list, column) =>
    list.length === 1 ? [{ column, first: 0, last: parts - 1 }] : [],
  );
  return { kind: 'tasks', rows, merges, wholeColumns: [] };
}

/** A task on one row, or, too tall for a row, spread over several so that none of its text is cut. */
function taskBlock(task: LedgerTask, columns: readonly ColumnRoom[]): LedgerBlock {
  const values: LedgerValue[] = [];
  let lines = 1;
  for (const { key, capacity } of columns) {
    const value = task.cells[key] ?? null;
    values.push(value);
    lines = Math.max(lines, linesOf(value, capacity));
  }
  if (lines > maxLines(bodySize)) return spreadRows(task, columns);
  return { kind: 'tasks', rows: [singleRow(values, lines, task)], merges: [], wholeColumns: [] };
}

const projectColumns: readonly LedgerColumnKey[] = ['ordinal', 'project'];

/** Rows are made taller where the project's name needs more room than its items. */
function stretchRows(rows: BlockRow[], lines: number): void {
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  const missing = linesHeight(lines, bodySize) - height;
  if (missing <= 0) return;
  for (const row of rows) row.height += Math.ceil(missing / rows.length);
}

function projectBlock(
  entry: Extract<LedgerEntry, { kind: 'project' }>,
  columns: readonly ColumnRoom[],
): LedgerBlock {
  const rows: BlockRow[] = [];
  const merges: LedgerBlock['merges'] = [];
  const isWhole = (column: number) => projectColumns.includes(columns[column]?.key ?? 'content');
  for (const task of entry.tasks) {
    const block = taskBlock(task, columns);
    const own = block.merges.filter(({ column }) => !isWhole(column));
    merges.push(
      ...own.map((merge) => ({ ...merge, first: merge.first + rows.length, last: merge.last + rows.length })),
    );
    rows.push(...block.rows);
  }
  columns.forEach(({ key, capacity }, column) => {
    if (!isWhole(column)) return;
    const text = key === 'ordinal' ? entry.label : entry.name;
    stretchRows(rows, wrappedLineCount(text, capacity));
    const [first] = rows;
    if (first !== undefined) first.values[column] = text;
    merges.push({ column, first: 0, last: rows.length - 1 });
  });
  return { kind: 'tasks', rows, merges, wholeColumns: projectColumns };
}

function groupBlock(text: string, columns: readonly ColumnRoom[]): LedgerBlock {
  const values = columns.map((_, column) => (column === 0 ? text : null));
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const lines = wrappedLineCount(text, columnCapacity(width, groupSize));
  const height = Math.max(groupRowHeight, linesHeight(lines, groupSize));
  const row: BlockRow = { values, height, unreported: false, light: null, part: 0, parts: 1 };
  return { kind: 'group', rows: [row], merges: [], wholeColumns: [] };
}

export function ledgerBlock(entry: LedgerEntry, columns: readonly ColumnRoom[]): LedgerBlock {
  switch (entry.kind) {
    case 'group':
      return groupBlock(entry.text, columns);
    case 'task':
      return taskBlock(entry.task, columns);
    case 'project':
      return projectBlock(entry, columns);
  }
}
