/** A ledger workbook on its way to the disk, sheet after sheet. */
import { createWriteStream } from 'node:fs';
import ExcelJS from 'exceljs';
import type { LedgerEntry, LedgerSheetHead } from '#shared/domain/ledger.ts';
import { createLedgerSheet, type LedgerSheetWriter } from './ledger-sheet.ts';

export interface LedgerFile {
  /** Ends the sheet before it. */
  startSheet: (head: LedgerSheetHead) => void;
  append: (entries: readonly LedgerEntry[]) => void;
  /** Resolves when the file is complete on the disk's side of the stream. */
  finish: () => Promise<void>;
}

/** What a full or vanished disk says; raised at the next call instead of out of nowhere. */
function watchFailure(output: NodeJS.WritableStream): { check: () => void; failed: Promise<never> } {
  let failure: Error | null = null;
  const failed = new Promise<never>((_, reject) => {
    output.on('error', (error) => {
      failure = error;
      reject(error);
    });
  });
  failed.catch(() => {});
  return {
    check() {
      if (failure !== null) throw failure;
    },
    failed,
  };
}

/** @param path a file of our own that nobody looks at yet */
export function createLedgerFile(path: string): LedgerFile {
  const output = createWriteStream(path, { flags: 'wx' });
  const { check, failed } = watchFailure(output);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true });
  workbook.creator = '督办台账';
  workbook.lastModifiedBy = '督办台账';
  let sheet: LedgerSheetWriter | null = null;
  return {
    startSheet(head) {
      check();
      sheet?.finish();
      sheet = createLedgerSheet(workbook, head);
    },
    append(entries) {
      check();
      if (sheet === null) throw new Error('no sheet has been started');
      sheet.append(entries);
    },
    async finish() {
      check();
      sheet?.finish();
      await Promise.race([workbook.commit(), failed]);
    },
  };
}
