/** Everything a returned workbook says, before it is known what is stored. */
import { instructionSheetName, metaSheetName } from '../form-layout.ts';
import type { PlainSheet, PlainWorkbook } from '../sheet.ts';
import type { LearnedHeadings } from './column-role.ts';
import { type FoundTable, findTables, textsAbove } from './find-tables.ts';
import { type ReadRow, readTable } from './read-table.ts';
import { resolveColumns } from './resolve-columns.ts';
import { type SheetGrid, sheetGrid } from './sheet-grid.ts';

export interface ReturnSheet {
  grid: SheetGrid;
  tables: FoundTable[];
}

export interface ReturnTables {
  /** Visible sheets with a progress table. */
  sheets: ReturnSheet[];
  /** Titles and lines above the tables, of all visible sheets. */
  texts: string[];
  sheetNames: string[];
  notices: string[];
}

export interface ReturnRows {
  rows: ReadRow[];
  /** Why the file cannot be read although it has a table; empty when it can. */
  conflicts: string[];
  notices: string[];
}

function isMeta({ name }: PlainSheet): boolean {
  return name.trim().toLowerCase() === metaSheetName;
}

function isReadable(sheet: PlainSheet): boolean {
  return sheet.visibility === 'visible' && !isMeta(sheet) && sheet.name !== instructionSheetName;
}

function hiddenTableNotices(workbook: PlainWorkbook): string[] {
  return workbook.sheets
    .filter((sheet) => sheet.visibility !== 'visible' && !isMeta(sheet))
    .filter((sheet) => findTables(sheetGrid(sheet)).some((table) => table.rows.length > 0))
    .map((sheet) => `隐藏的工作表「${sheet.name}」里也有填报表格，没有读取。`);
}

/** Finds the tables; what they say is read once the period is known. */
export function findReturnTables(workbook: PlainWorkbook, learned?: LearnedHeadings): ReturnTables {
  const visible = workbook.sheets.filter(isReadable).map((sheet) => {
    const grid = sheetGrid(sheet);
    return { grid, tables: findTables(grid, learned) };
  });
  return {
    sheets: visible.filter(({ tables }) => tables.length > 0),
    texts: visible.flatMap(({ grid, tables }) => textsAbove(grid, tables)),
    sheetNames: visible.map(({ grid }) => grid.sheet.name),
    notices: hiddenTableNotices(workbook),
  };
}

/** @param month of the period, 1 to 12, to choose between 「5月进展」 and 「6月进展」; null when not known */
export function readReturnRows({ sheets }: ReturnTables, month: number | null): ReturnRows {
  const all: ReturnRows = { rows: [], conflicts: [], notices: [] };
  for (const { grid, tables } of sheets) {
    for (const table of tables) {
      const columns = resolveColumns(grid, table, month);
      all.conflicts.push(...columns.conflicts.map((conflict) => `工作表「${grid.sheet.name}」${conflict}`));
      all.notices.push(...columns.notices);
      all.rows.push(...readTable(grid, table, columns));
    }
  }
  return { ...all, notices: [...new Set(all.notices)] };
}
