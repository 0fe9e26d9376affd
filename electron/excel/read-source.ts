/** Reading in the worker: from a path or bytes to plain rows, handed over in pieces. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { ReadRow } from '#shared/domain/return/read-table.ts';
import type { PlainSheet, PlainWorkbook } from '#shared/domain/sheet.ts';
import { maxFileBytes } from './read/limits.ts';
import type { ReadRowsPiece, RowsPiece, WorkbookSource } from './worker-protocol.ts';

/** Unpacking a message of so many cells takes the main process a few milliseconds. */
const cellsPerPiece = 5_000;

/** One byte more than the reader takes of a larger file, so that it is the reader that refuses it. */
async function readBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(Math.min(size, maxFileBytes + 1));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function unreadable(name: string, error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') {
    return new AppError('file_unreadable', `“${name}”已不在原处，可能被移动或删除。请重新选择。`);
  }
  if (code === 'EISDIR') return new AppError('file_unreadable', `“${name}”是文件夹，请选择其中的文件。`);
  return new AppError('file_unreadable', `“${name}”读不出来，可能正被其他程序占用。请关闭后重试。`, { code });
}

/** @throws AppError `file_unreadable` */
export async function readSource(source: WorkbookSource): Promise<PlainWorkbook> {
  const { readWorkbook } = await import('./read/read-workbook.ts');
  if (typeof source !== 'string' && 'bytes' in source) return readWorkbook(source.bytes, source.fileName);
  const { path, fileName } =
    typeof source === 'string' ? { path: source, fileName: basename(source) } : source;
  const bytes = await readBytes(path).catch((error: unknown) => {
    throw unreadable(fileName, error);
  });
  return readWorkbook(bytes, fileName);
}

/** A row that was read holds a dozen texts: so many are one message's worth. */
const rowsPerPiece = 250;

export function readRowsPiece(rows: readonly ReadRow[], from: number): ReadRowsPiece {
  const next = from + rowsPerPiece;
  return { rows: rows.slice(from, next), next: next < rows.length ? next : null };
}

/** Rows from an index on, as many as make up one message. */
export function rowsPiece(rows: PlainSheet['rows'], from: number): RowsPiece {
  let next = from;
  let cells = 0;
  while (next < rows.length && cells < cellsPerPiece) {
    cells += (rows[next]?.length ?? 0) + 1;
    next += 1;
  }
  return { rows: rows.slice(from, next), next: next < rows.length ? next : null };
}
