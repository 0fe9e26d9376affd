/** What the main process and the Excel worker say to each other: one map types both sides. Plain data only. */
import type { ErrorCode, ErrorDetails } from '#shared/contract/errors.ts';
import type { FormDocument } from '#shared/domain/form-document.ts';
import type { LedgerEntry, LedgerSheetHead } from '#shared/domain/ledger.ts';
import type { OfficeTable } from '#shared/domain/office-table.ts';
import type { LearnedHeadings } from '#shared/domain/return/column-role.ts';
import type { ReadRow } from '#shared/domain/return/read-table.ts';
import type { ReturnContent, RowsOfMonth } from '#shared/domain/return/return-content.ts';
import type { PlainSheet, PlainWorkbook } from '#shared/domain/sheet.ts';
import type { MarkedReturn, MarkRequest } from './redo/mark-return.ts';

/** A file by its path, or by its bytes or path and the name to speak of it by. */
export type WorkbookSource =
  | string
  | { bytes: Uint8Array; fileName: string }
  /** A kept original, whose own name is its digest. */
  | { path: string; fileName: string };

/** A workbook whose rows are fetched afterwards, piece by piece. */
export interface WorkbookOutline extends Omit<PlainWorkbook, 'sheets'> {
  sheets: Omit<PlainSheet, 'rows'>[];
}

export interface RowsPiece {
  rows: PlainSheet['rows'];
  /** Index of the next row; null after the last. */
  next: number | null;
}

/** A return to be read. */
export interface ReturnRequest {
  source: WorkbookSource;
  /** What a person taught of its unit's headings; null before the unit is known. */
  learned: LearnedHeadings | null;
}

export interface ReadRowsPiece {
  rows: ReadRow[];
  /** Index of the next row; null after the last. */
  next: number | null;
}

/** A return whose rows, but for the first ones, are fetched afterwards. */
export interface ReturnOutline extends Omit<ReturnContent, 'readings'> {
  readings: (Omit<RowsOfMonth, 'rows'> & { first: ReadRowsPiece })[];
}

export interface WorkerCalls {
  openLedger: { request: { file: string }; answer: null };
  startSheet: { request: LedgerSheetHead; answer: null };
  appendEntries: { request: readonly LedgerEntry[]; answer: null };
  finishLedger: { request: null; answer: null };
  writeForm: { request: { file: string; form: FormDocument }; answer: null };
  writeTables: { request: { file: string; tables: readonly OfficeTable[] }; answer: null };
  readWorkbook: { request: WorkbookSource; answer: WorkbookOutline };
  markReturn: { request: MarkRequest; answer: MarkedReturn };
  readReturn: { request: ReturnRequest; answer: ReturnOutline };
  /** Of the return read last. */
  returnRows: { request: { reading: number; from: number }; answer: ReadRowsPiece };
  /** Of the workbook read last. */
  readRows: { request: { sheet: number; from: number }; answer: RowsPiece };
}

export type CallName = keyof WorkerCalls;
export type RequestOf<Name extends CallName> = WorkerCalls[Name]['request'];
export type AnswerOf<Name extends CallName> = WorkerCalls[Name]['answer'];

/** Implements every call; may answer at once or later. */
export type CallHandlers = {
  [Name in CallName]: (request: RequestOf<Name>) => AnswerOf<Name> | Promise<AnswerOf<Name>>;
};

export interface CallMessage<Name extends CallName = CallName> {
  name: Name;
  request: RequestOf<Name>;
}

/** An expected failure crosses whole; of a defect, what helps to find it. */
export type FailureMessage =
  | { kind: 'expected'; code: ErrorCode; message: string; details: ErrorDetails }
  | { kind: 'system'; code: string; message: string }
  | { kind: 'defect'; message: string; stack: string };

export type AnswerMessage =
  /** The worker has loaded and listens. */
  | { kind: 'ready' }
  | { kind: 'answer'; answer: AnswerOf<CallName> }
  | { kind: 'failure'; failure: FailureMessage };
