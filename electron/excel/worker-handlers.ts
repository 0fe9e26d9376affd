/** The worker's side of each call. It works on one ledger and one workbook at a time. */

import { refusePlanSheet } from '#shared/domain/plan-sheet-meta.ts';
import { type ReturnContent, readReturnContent } from '#shared/domain/return/return-content.ts';
import type { PlainSheet, PlainWorkbook } from '#shared/domain/sheet.ts';
import { readRowsPiece, readSource, rowsPiece } from './read-source.ts';
import type { CallHandlers } from './worker-protocol.ts';
import type { LedgerFile } from './write/ledger-file.ts';

/** Loaded when first needed: a program start that writes nothing loads no exceljs. */
const ledgerWriting = () => import('./write/ledger-file.ts');
const tableWriting = () => import('./write/office-table-file.ts');
const formWriting = () => import('./write/form-file.ts');

export function workerHandlers(): CallHandlers {
  let ledger: LedgerFile | null = null;
  let workbook: PlainWorkbook | null = null;
  let readings: ReturnContent['readings'] = [];

  function openLedger(): LedgerFile {
    if (ledger === null) throw new Error('no ledger is open');
    return ledger;
  }

  function rowsOf(sheet: number): PlainSheet['rows'] {
    const rows = workbook?.sheets[sheet]?.rows;
    if (rows === undefined) throw new Error('no such sheet has been read');
    return rows;
  }

  return {
    async openLedger({ file }) {
      const { createLedgerFile } = await ledgerWriting();
      ledger = createLedgerFile(file);
      return null;
    },
    startSheet(head) {
      openLedger().startSheet(head);
      return null;
    },
    appendEntries(entries) {
      openLedger().append(entries);
      return null;
    },
    async finishLedger() {
      await openLedger().finish();
      ledger = null;
      return null;
    },
    async writeForm({ file, form }) {
      const { writeFormFile } = await formWriting();
      await writeFormFile(file, form);
      return null;
    },
    async writeTables({ file, tables }) {
      const { writeOfficeTables } = await tableWriting();
      await writeOfficeTables(file, tables);
      return null;
    },
    async readWorkbook(source) {
      workbook = null;
      workbook = await readSource(source);
      const { sheets, ...rest } = workbook;
      return { ...rest, sheets: sheets.map(({ rows: _, ...sheet }) => sheet) };
    },
    async markReturn(request) {
      const { markReturn } = await import('./redo/mark-return.ts');
      return markReturn(request);
    },
    async readReturn({ source, learned }) {
      readings = [];
      const returned = await readSource(source);
      refusePlanSheet(returned);
      const content = readReturnContent(returned, learned ?? undefined);
      readings = content.readings;
      const outlines = readings.map(({ rows, ...reading }) => ({
        ...reading,
        first: readRowsPiece(rows, 0),
      }));
      return { ...content, readings: outlines };
    },
    returnRows({ reading, from }) {
      return readRowsPiece(readings[reading]?.rows ?? [], from);
    },
    readRows({ sheet, from }) {
      return rowsPiece(rowsOf(sheet), from);
    },
  };
}
