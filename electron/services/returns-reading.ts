/** What is known of one returned file once it has been read and held against the database. */
import type { DeskColumn } from '#shared/contract/desk.ts';
import type { ReturnRow } from '#shared/contract/returns.ts';
import type { Period } from '#shared/domain/period.ts';
import type { ProgressValues } from '#shared/domain/progress.ts';
import type { ReadRow } from '#shared/domain/return/read-table.ts';
import type { IssuedForm } from '../db/repositories/desk-facts.repository.ts';

export interface AssessedRow {
  row: ReturnRow;
  read: ReadRow;
  /** Null for a row without a task. */
  taskId: number | null;
  /** The report that stood when the row was assessed; null for none. Ids are never used again, revisions are. */
  basedOn: number | null;
  /** What that report says. */
  ours: ProgressValues;
}

/** Why a file as a whole is not taken. */
export interface ReadingRefusal {
  /** `plan_sheet`: for another door of the desk. */
  kind: 'faulty' | 'not_a_form' | 'plan_sheet';
  message: string;
}

/** What the database says of the file's unit, period and bytes. */
export interface ReadingHistory {
  /** The same bytes in a batch that stands, as a sentence. */
  appliedBefore: string | null;
  hasReported: boolean;
  issuedForms: IssuedForm[];
  returnedForms: (IssuedForm & { fileName: string })[];
}

export interface ReturnReading {
  refusal: ReadingRefusal | null;
  unit: { id: number; name: string } | null;
  period: Period | null;
  /** Of the form that came back; null without our meta sheet. */
  form: { id: string; issuedAt: string; documentNumber: string } | null;
  notices: string[];
  columns: DeskColumn[];
  rows: AssessedRow[];
  history: ReadingHistory;
}

/** Filled in as it becomes known, so that a refusal still shows what was found out. */
export type Draft = Omit<ReturnReading, 'refusal' | 'history'>;

export function emptyDraft(): Draft {
  return { unit: null, period: null, form: null, notices: [], columns: [], rows: [] };
}
