import type { PlainSheet, PlainWorkbook } from '#shared/domain/sheet.ts';
import type { WorkbookSource } from './worker-protocol.ts';
import type { WorkerThread } from './worker-thread.ts';

async function collectRows(thread: WorkerThread, sheet: number): Promise<PlainSheet['rows']> {
  const rows: PlainSheet['rows'] = [];
  let from: number | null = 0;
  while (from !== null) {
    const piece: { rows: PlainSheet['rows']; next: number | null } = await thread.call('readRows', {
      sheet,
      from,
    });
    for (const row of piece.rows) rows.push(row);
    from = piece.next;
  }
  return rows;
}

/** Reads a workbook in the worker and fetches it in pieces, so that no single message stalls the main process. */
export async function collectWorkbook(thread: WorkerThread, source: WorkbookSource): Promise<PlainWorkbook> {
  const { sheets, ...workbook } = await thread.call('readWorkbook', source);
  const whole: PlainSheet[] = [];
  for (const [index, sheet] of sheets.entries()) {
    whole.push({ ...sheet, rows: await collectRows(thread, index) });
  }
  return { ...workbook, sheets: whole };
}
