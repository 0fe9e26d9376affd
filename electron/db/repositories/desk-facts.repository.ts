/** What tells whether a return is new: what its unit has said of the period, and which forms it was given. */
import type { Reader } from '../executor.ts';

/** Whose word, and for when. */
export interface UnitPeriod {
  unitId: number;
  period: string;
}

/** Whether the unit has said anything of the period, by return or by entry. */
export async function hasReported(reader: Reader, { unitId, period }: UnitPeriod): Promise<boolean> {
  const row = await reader
    .selectFrom('progress_report')
    .select('progress_report.id')
    .where('progress_report.unit_id', '=', unitId)
    .where('progress_report.period', '=', period)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface IssuedForm {
  id: string;
  documentNumber: string;
  issuedAt: string;
}

/** Forms the unit was given for the period, newest first. */
export function listIssuedForms(reader: Reader, { unitId, period }: UnitPeriod): Promise<IssuedForm[]> {
  return reader
    .selectFrom('form_issue')
    .innerJoin('document', 'document.id', 'form_issue.document_id')
    .select(['form_issue.id', 'document.number as documentNumber', 'form_issue.issued_at as issuedAt'])
    .where('form_issue.unit_id', '=', unitId)
    .where('form_issue.period', '=', period)
    .orderBy('form_issue.issued_at', 'desc')
    .execute();
}

/** Forms whose returns stand, newest first. */
export function listReturnedForms(
  reader: Reader,
  { unitId, period }: UnitPeriod,
): Promise<(IssuedForm & { fileName: string })[]> {
  return reader
    .selectFrom('return_file')
    .innerJoin('batch', 'batch.id', 'return_file.batch_id')
    .innerJoin('form_issue', 'form_issue.id', 'return_file.form_id')
    .innerJoin('document', 'document.id', 'form_issue.document_id')
    .select(['form_issue.id', 'document.number as documentNumber', 'form_issue.issued_at as issuedAt'])
    .select('return_file.file_name as fileName')
    .where('return_file.unit_id', '=', unitId)
    .where('return_file.period', '=', period)
    .where('batch.state', '=', 'applied')
    .orderBy('form_issue.issued_at', 'desc')
    .execute();
}

/**
 * Rises with every recorded change, of this program or another on the same file; 0 before the first. What people
 * say of files on the desk changes nothing that returns are held against.
 */
export async function latestChangeId(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('change_log')
    .select('id')
    .where('entity', '<>', 'desk_file')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}
