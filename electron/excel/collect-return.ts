import type { ReadRow } from '#shared/domain/return/read-table.ts';
import type { ReturnContent } from '#shared/domain/return/return-content.ts';
import type { ReadRowsPiece, ReturnRequest } from './worker-protocol.ts';
import type { WorkerThread } from './worker-thread.ts';

async function collectRows(thread: WorkerThread, reading: number, first: ReadRowsPiece): Promise<ReadRow[]> {
  const rows = first.rows;
  let from = first.next;
  while (from !== null) {
    const piece: ReadRowsPiece = await thread.call('returnRows', { reading, from });
    for (const row of piece.rows) rows.push(row);
    from = piece.next;
  }
  return rows;
}

/** Reads a return in the worker, tables and all; many rows are fetched in pieces, as collect-workbook.ts does. */
export async function collectReturn(thread: WorkerThread, request: ReturnRequest): Promise<ReturnContent> {
  const { readings, ...content } = await thread.call('readReturn', request);
  const whole: ReturnContent['readings'] = [];
  for (const [index, { first, ...reading }] of readings.entries()) {
    whole.push({ ...reading, rows: await collectRows(thread, index, first) });
  }
  return { ...content, readings: whole };
}
