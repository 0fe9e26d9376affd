/** 台账与填报表: the two kinds of workbooks the program writes. */
import { z } from 'zod';
import { method } from './method.ts';
import { filePath, jobId, periodText, rowId } from './values.ts';

export const ledgerScope = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('all') }),
  z.strictObject({ type: z.literal('leader'), leaderId: rowId }),
  z.strictObject({ type: z.literal('unit'), unitId: rowId }),
]);
export type LedgerScope = z.output<typeof ledgerScope>;

export const ledgerExport = z.strictObject({
  period: periodText,
  scope: ledgerScope,
  /** Where to write; an existing file is replaced only once the new one is whole. */
  file: filePath,
  jobId,
});
export type LedgerExport = z.output<typeof ledgerExport>;

export interface LedgerResult {
  file: string;
  /** Task rows written, all sheets together. */
  rows: number;
  reported: number;
}

export const formRole = z.enum(['lead', 'all']);
export type FormRole = z.output<typeof formRole>;

export const formsExport = z.strictObject({
  period: periodText,
  /** Absent: every unit that has tasks to report on. */
  unitIds: z.array(rowId).min(1).max(1_000).optional(),
  role: formRole.default('lead'),
  directory: filePath,
  /** Also one .zip of all of them beside the files. */
  zip: z.boolean().default(false),
  jobId,
});
export type FormsExport = z.output<typeof formsExport>;

export interface FormFile {
  unit: string;
  file: string;
  tasks: number;
}

export interface FormsResult {
  files: FormFile[];
  /** Null when none was asked for. */
  zip: string | null;
}

/** A form as it was last issued to a unit for a period. */
export interface FormIssueSummary {
  unit: { id: number; name: string };
  fileName: string;
  issuedAt: string;
  issuedBy: string;
  role: FormRole;
  tasks: number;
  /** What has changed since it was filled in: tasks added or withdrawn, wordings, stored progress. Empty: up to date. */
  stale: string[];
}

export const exportsContract = {
  /** The file name the save dialog starts with. */
  suggestLedgerName: method<string>()('read', z.strictObject({ period: periodText, scope: ledgerScope })),
  exportLedger: method<LedgerResult>()('output', ledgerExport),
  exportForms: method<FormsResult>()('write', formsExport),
  formIssues: method<FormIssueSummary[]>()('read', z.strictObject({ period: periodText })),
};
