/** What a returned workbook says, found where it was read: plain data, so that only this leaves the reader. */
import type { DeskColumn } from '../../contract/desk.ts';
import type { FormMeta } from '../form-layout.ts';
import { readFormMeta } from '../form-meta.ts';
import type { PlainWorkbook } from '../sheet.ts';
import type { LearnedHeadings } from './column-role.ts';
import { deskColumns } from './desk-columns.ts';
import { findReturnTables, type ReturnRows, type ReturnTables, readReturnRows } from './read-return.ts';

/** The rows as a month's columns have them: 「6月进展」 beside 「5月进展」. */
export interface RowsOfMonth extends ReturnRows {
  /** 1 to 12; null for every month that no heading names. */
  month: number | null;
}

export interface ReturnContent {
  /** Of the workbook, then of its tables. */
  notices: string[];
  /** Of a form this program issued. */
  meta: FormMeta | null;
  hasTable: boolean;
  /** Titles and lines above the tables. */
  texts: string[];
  sheetNames: string[];
  columns: DeskColumn[];
  readings: RowsOfMonth[];
}

function monthsNamed({ sheets }: ReturnTables): number[] {
  const headings = sheets.flatMap(({ tables }) =>
    tables.flatMap(({ header }) => header.columns.flatMap(({ path }) => path)),
  );
  const months = headings.flatMap((heading) =>
    [...heading.normalize('NFKC').matchAll(/(\d{1,2})月/g)].map(([, month]) => Number(month)),
  );
  return [...new Set(months)].filter((month) => month >= 1 && month <= 12);
}

/** @param learned of the unit the workbook comes from, once it is known */
export function readReturnContent(workbook: PlainWorkbook, learned?: LearnedHeadings): ReturnContent {
  const tables = findReturnTables(workbook, learned);
  const { texts, sheetNames } = tables;
  return {
    notices: [...workbook.notices, ...tables.notices],
    meta: readFormMeta(workbook),
    hasTable: tables.sheets.length > 0,
    texts,
    sheetNames,
    columns: deskColumns(tables, learned ?? new Map()),
    readings: [null, ...monthsNamed(tables)].map((month) => ({ month, ...readReturnRows(tables, month) })),
  };
}

/** @param month of the period, 1 to 12 */
export function rowsOfMonth({ readings }: ReturnContent, month: number): ReturnRows {
  const own = readings.find((reading) => reading.month === month);
  return (
    own ?? readings.find((reading) => reading.month === null) ?? { rows: [], conflicts: [], notices: [] }
  );
}
