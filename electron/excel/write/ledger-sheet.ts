/** One sheet of a ledger, written as its entries arrive. */
import type ExcelJS from 'exceljs';
import { type LedgerEntry, type LedgerSheetHead, ledgerColumns } from '#shared/domain/ledger.ts';
import { type LedgerBlock, ledgerBlock, roomyColumns } from './ledger-block.ts';
import { headingRow, writeLedgerHead } from './ledger-head.ts';
import { type LedgerCanvas, writeBlock } from './ledger-rows.ts';
import { ledgerStyles } from './ledger-styles.ts';
import { landscapePage, pageNumberFooter } from './paper.ts';

export interface LedgerSheetWriter {
  /** @throws AppError `bad_input` for a text no cell can hold */
  append: (entries: readonly LedgerEntry[]) => void;
  /** Ends the sheet; nothing can be appended any more. */
  finish: () => void;
}

const margins = { side: 15, top: 18, bottom: 18, footer: 9 };

function openCanvas(workbook: ExcelJS.stream.xlsx.WorkbookWriter, head: LedgerSheetHead): LedgerCanvas {
  const columns = roomyColumns(ledgerColumns[head.columns]);
  const firstMoving = columns.findIndex(({ key }) => key === 'target' || key === 'progress');
  const sheet = workbook.addWorksheet(head.name, {
    pageSetup: landscapePage('A3', margins, headingRow),
    headerFooter: pageNumberFooter,
    views: [{ state: 'frozen', xSplit: firstMoving, ySplit: headingRow, zoomScale: 85 }],
  });
  sheet.columns = columns.map((column) => ({ width: column.width }));
  return { sheet, name: head.name, columns, styles: ledgerStyles(columns) };
}

export function createLedgerSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  head: LedgerSheetHead,
): LedgerSheetWriter {
  const canvas = openCanvas(workbook, head);
  writeLedgerHead(canvas.sheet, head, canvas.columns, canvas.styles);
  let nextRow = headingRow + 1;
  // Held back until it is known what follows: the sheet's last row has the outer border.
  let held: LedgerBlock | null = null;

  function hold(next: LedgerBlock | null): void {
    if (held !== null) nextRow = writeBlock(canvas, held, nextRow, next);
    held = next;
  }

  return {
    append(entries) {
      for (const entry of entries) hold(ledgerBlock(entry, canvas.columns));
    },
    finish() {
      hold(null);
      canvas.sheet.commit();
    },
  };
}
