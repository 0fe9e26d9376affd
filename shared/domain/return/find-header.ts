/** Finding the header rows of a progress table: one to three rows, group heads merged above their columns. */
import {
  type ColumnRole,
  type HeadingMeaning,
  identifyingRoles,
  type LearnedHeadings,
  reportingRoles,
} from './column-role.ts';
import { columnMeaning, headingMeaning } from './header-words.ts';
import { filledColumns, type SheetGrid } from './sheet-grid.ts';

export interface HeaderColumn {
  column: number;
  /** Headings from the top down, as they stand. */
  path: string[];
  /** Null for a heading that no known name fits. */
  meaning: HeadingMeaning | null;
}

export interface Header {
  /** Zero-based rows, ends included. */
  top: number;
  bottom: number;
  columns: HeaderColumn[];
}

/** Two levels of group heads above the columns' own headings. */
export const mostHeaderRows = 3;

/**
 * A group head stands over its merge, a heading of the last row over its own column only. Without merges (csv) a
 * group head stands over the blanks to its right that have a heading below.
 */
function headingAt(grid: SheetGrid, row: number, column: number, isLast: boolean): string {
  const merge = grid.mergeAt(row, column);
  if (merge !== null) {
    const isCovered = isLast && column !== merge.left;
    return isCovered ? '' : grid.text(merge.top, merge.left);
  }
  const own = grid.text(row, column);
  if (own !== '' || isLast || grid.text(row + 1, column) === '') return own;
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = grid.text(row, left);
    if (text !== '') return grid.text(row + 1, left) === '' ? '' : text;
  }
  return '';
}

function headingPath(grid: SheetGrid, top: number, bottom: number, column: number): string[] {
  const path: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const heading = headingAt(grid, row, column, row === bottom);
    if (heading !== '' && heading !== path.at(-1)) path.push(heading);
  }
  return path;
}

function headerBetween(
  grid: SheetGrid,
  top: number,
  bottom: number,
  learned: LearnedHeadings | undefined,
): Header {
  const columns: HeaderColumn[] = [];
  for (let column = 0; column < grid.columnCount; column += 1) {
    const path = headingPath(grid, top, bottom, column);
    if (path.length > 0) columns.push({ column, path, meaning: columnMeaning(path, learned) });
  }
  return { top, bottom, columns };
}

function hasRole(header: Header, roles: readonly ColumnRole[]): boolean {
  return header.columns.some(({ meaning }) => meaning !== null && roles.includes(meaning.role));
}

function knownColumns(header: Header): number {
  return header.columns.filter(({ meaning }) => meaning !== null).length;
}

/** Something says which task, something says how far it is, and a third of the headings at least are known names. */
function isProgressHeader(header: Header): boolean {
  const isTable = hasRole(header, identifyingRoles) && hasRole(header, reportingRoles);
  return isTable && knownColumns(header) * 3 >= header.columns.length;
}

function ownHeadings(
  grid: SheetGrid,
  row: number,
  learned: LearnedHeadings | undefined,
): { filled: number; known: number } {
  const filled = filledColumns(grid, row);
  const known = filled.filter((column) => headingMeaning(grid.text(row, column), learned) !== null);
  return { filled: filled.length, known: known.length };
}

/** A title stands alone; the first row of a header names two columns at least. */
function beginsHeader(grid: SheetGrid, row: number, learned: LearnedHeadings | undefined): boolean {
  return ownHeadings(grid, row, learned).known >= 2;
}

/** A lower row belongs to the header when most cells of its own are headings, not data. */
function extendsHeader(grid: SheetGrid, row: number, learned: LearnedHeadings | undefined): boolean {
  const { filled, known } = ownHeadings(grid, row, learned);
  return filled > 0 && known * 3 >= filled * 2;
}

/** The header that begins in a row, or null. Of several heights the one with the most known columns, then the lowest. */
export function headerAt(grid: SheetGrid, top: number, learned?: LearnedHeadings): Header | null {
  if (!beginsHeader(grid, top, learned)) return null;
  let best: Header | null = null;
  for (let bottom = top; bottom < top + mostHeaderRows && bottom < grid.rowCount; bottom += 1) {
    if (bottom > top && !extendsHeader(grid, bottom, learned)) break;
    const header = headerBetween(grid, top, bottom, learned);
    if (!isProgressHeader(header)) continue;
    if (best === null || knownColumns(header) > knownColumns(best)) best = header;
  }
  return best;
}
