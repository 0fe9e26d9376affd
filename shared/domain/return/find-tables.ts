/** The progress tables of a sheet: headers anywhere, repeated ones skipped, several tables told apart. */
import type { LearnedHeadings } from './column-role.ts';
import { type Header, headerAt, mostHeaderRows } from './find-header.ts';
import { headingHints } from './header-words.ts';
import { rowKind } from './row-kind.ts';
import { filledColumns, type SheetGrid } from './sheet-grid.ts';

export interface DataRow {
  /** Zero-based. */
  row: number;
  /** The group heading above it inside the table; empty when there is none. */
  section: string;
}

export interface FoundTable {
  header: Header;
  rows: DataRow[];
}

function signatureOf(header: Header): string {
  return JSON.stringify(header.columns.map(({ column, path }) => [column, path.at(-1)]));
}

/** Rows at which a header may begin: together with the rows it may span they hint at both sorts of columns. */
function possibleHeaders(grid: SheetGrid, learned: LearnedHeadings | undefined): boolean[] {
  const hints = Array.from({ length: grid.rowCount }, (_, row) => {
    const cells = filledColumns(grid, row).map((column) => headingHints(grid.text(row, column), learned));
    return {
      identifies: cells.some(({ identifies }) => identifies),
      reports: cells.some(({ reports }) => reports),
    };
  });
  return hints.map((_, row) => {
    const spanned = hints.slice(row, row + mostHeaderRows);
    return spanned.some(({ identifies }) => identifies) && spanned.some(({ reports }) => reports);
  });
}

/** Tables from the top down. A header that is printed again, as on a second page, continues its table. */
export function findTables(grid: SheetGrid, learned?: LearnedHeadings): FoundTable[] {
  const tables: FoundTable[] = [];
  const mayBegin = possibleHeaders(grid, learned);
  let section = '';
  for (let row = 0; row < grid.rowCount; row += 1) {
    const header = mayBegin[row] === true ? headerAt(grid, row, learned) : null;
    const table = tables.at(-1);
    if (header !== null) {
      const isRepeated = table !== undefined && signatureOf(table.header) === signatureOf(header);
      if (!isRepeated) {
        tables.push({ header, rows: [] });
        section = '';
      }
      row = header.bottom;
      continue;
    }
    if (table === undefined) continue;
    const kind = rowKind(grid, row);
    if (kind === 'group') section = filledColumns(grid, row).map((column) => grid.text(row, column))[0] ?? '';
    if (kind === 'data') table.rows.push({ row, section });
  }
  return tables;
}

/** Texts above the first table, or all of a sheet without one: titles, the filing unit, the period. */
export function textsAbove(grid: SheetGrid, tables: readonly FoundTable[], mostRows = 60): string[] {
  const end = Math.min(tables[0]?.header.top ?? grid.rowCount, mostRows);
  return Array.from({ length: end }, (_, row) => row).flatMap((row) =>
    filledColumns(grid, row).map((column) => grid.text(row, column)),
  );
}
