/** The columns a person may have to explain: unknown headings with something below, and those taught before. */
import type { DeskColumn } from '../../contract/desk.ts';
import { cellAddress } from '../sheet.ts';
import { foldForMatch } from '../text.ts';
import type { LearnedHeadings } from './column-role.ts';
import type { HeaderColumn } from './find-header.ts';
import type { FoundTable } from './find-tables.ts';
import type { ReturnTables } from './read-return.ts';
import type { SheetGrid } from './sheet-grid.ts';

const shownExamples = 3;

/** As {@link LearnedHeadings} keeps it. */
export function learnedHeadingKey(path: readonly string[]): string {
  return foldForMatch(path.join(''));
}

export function columnLetter(column: number): string {
  return cellAddress(0, column).slice(0, -1);
}

function examplesBelow(grid: SheetGrid, { rows }: FoundTable, column: number): string[] {
  const filled: string[] = [];
  for (const { row } of rows) {
    const text = grid.text(row, column);
    if (text !== '') filled.push(text);
    if (filled.length === shownExamples) break;
  }
  return filled;
}

function deskColumn(
  grid: SheetGrid,
  table: FoundTable,
  { column, path, meaning }: HeaderColumn,
  learned: LearnedHeadings,
): DeskColumn[] {
  const isLearned = learned.has(learnedHeadingKey(path));
  const examples = examplesBelow(grid, table, column);
  const isUnread = meaning === null && examples.length > 0 && !grid.sheet.hiddenColumns.includes(column);
  if (!isLearned && !isUnread) return [];
  const heading = path.map((part) => part.replace(/\s+/g, '')).join('·');
  const place = { sheet: grid.sheet.name, letter: columnLetter(column) };
  return [{ ...place, heading, role: meaning?.role ?? null, learned: isLearned, examples }];
}

/** In the sheets' order, from left to right. */
export function deskColumns({ sheets }: ReturnTables, learned: LearnedHeadings): DeskColumn[] {
  return sheets.flatMap(({ grid, tables }) =>
    tables.flatMap((table) =>
      table.header.columns.flatMap((column) => deskColumn(grid, table, column, learned)),
    ),
  );
}
