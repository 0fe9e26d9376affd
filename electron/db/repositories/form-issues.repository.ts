/** Forms that are out, and what tells whether they still show what they should. */
import type { FormRole } from '#shared/contract/exports.ts';
import type { Period } from '#shared/domain/period.ts';
import type { Reader } from '../executor.ts';

export interface LastIssue {
  formId: string;
  documentId: number;
  unitId: number;
  unit: string;
  fileName: string;
  issuedAt: string;
  issuedBy: string;
  role: FormRole;
}

function rankIssues(reader: Reader, period: Period) {
  return reader
    .selectFrom('form_issue')
    .innerJoin('unit', 'unit.id', 'form_issue.unit_id')
    .where('form_issue.period', '=', period)
    .selectAll('form_issue')
    .select(['unit.name as unit', 'unit.position'])
    .select((eb) =>
      eb.fn
        .agg<number>('row_number')
        .over((over) =>
          over
            .partitionBy(['form_issue.unit_id', 'form_issue.document_id'])
            .orderBy('form_issue.issued_at', 'desc')
            .orderBy('form_issue.id'),
        )
        .as('rank'),
    );
}

/** Each unit's last form of each document, units in the directory's order. */
export async function listLastIssues(reader: Reader, period: Period): Promise<LastIssue[]> {
  const rows = await reader
    .selectFrom(rankIssues(reader, period).as('issue'))
    .selectAll()
    .where('rank', '=', 1)
    .orderBy('position')
    .orderBy('unit_id')
    .orderBy('document_id')
    .execute();
  return rows.map((row) => ({
    formId: row.id,
    documentId: row.document_id,
    unitId: row.unit_id,
    unit: row.unit,
    fileName: row.file_name,
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
    role: row.scope,
  }));
}

export interface IssueRow {
  taskId: number;
  code: string;
  /** As it is now. */
  content: string;
  reportId: number | null;
}

/** The form's tasks in printed order. */
export function listIssueRows(reader: Reader, formId: string): Promise<IssueRow[]> {
  return reader
    .selectFrom('form_issue_row')
    .innerJoin('task', 'task.id', 'form_issue_row.task_id')
    .select(['task.id as taskId', 'task.code', 'task.content', 'form_issue_row.report_id as reportId'])
    .where('form_issue_row.form_id', '=', formId)
    .orderBy('task.section_id')
    .orderBy('task.row_number')
    .execute();
}

export interface ReportOrigin {
  reportId: number;
  /** Of the form it came with; null for an entry by hand and for a return that was none of our forms. */
  formId: string | null;
}

/** What a unit says of each task for the period now, by task. */
export async function listReportOrigins(
  reader: Reader,
  unitId: number,
  period: Period,
): Promise<Map<number, ReportOrigin>> {
  const rows = await reader
    .selectFrom('progress_report as report')
    .leftJoin('return_file', 'return_file.id', 'report.return_file_id')
    .select(['report.task_id', 'report.id', 'return_file.form_id'])
    .where('report.period', '=', period)
    .where('report.unit_id', '=', unitId)
    .orderBy('report.revision')
    .execute();
  return new Map(rows.map((row) => [row.task_id, { reportId: row.id, formId: row.form_id }]));
}

/**
 * The texts of those of the tasks that were edited since, as they were then.
 * @param taskIds at most 30,000 @param since ISO 8601 in UTC
 */
export async function listContentsAt(
  reader: Reader,
  taskIds: readonly number[],
  since: string,
): Promise<Map<number, string>> {
  if (taskIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('change_log')
    .select(['entity_id', 'before'])
    .where('entity', '=', 'task')
    .where('entity_id', 'in', taskIds)
    .where('at', '>', since)
    .orderBy('id', 'desc')
    .execute();
  // The oldest change comes last and so has the last word.
  return new Map(
    rows.flatMap(({ entity_id, before }) => {
      const content = contentOf(before);
      return content === null ? [] : [[entity_id, content] as const];
    }),
  );
}

/** Null for a change of something else than the text. */
function contentOf(before: string | null): string | null {
  const value: unknown = before === null ? null : JSON.parse(before);
  const isRecord = typeof value === 'object' && value !== null && 'content' in value;
  return isRecord && typeof value.content === 'string' ? value.content : null;
}
