/** What a return was filled from, where the return does not say so itself. */
import { emptyProgress } from '#shared/domain/progress.ts';
import type { Reader } from '../executor.ts';
import { type StoredReport, storedReports } from './progress.repository.ts';

/** By task id. */
export type BaseByTask = Map<number, Pick<StoredReport, 'values' | 'targetValues'>>;

/** Whether this program issued the form. */
export async function formExists(reader: Reader, formId: string): Promise<boolean> {
  const row = await reader.selectFrom('form_issue').select('id').where('id', '=', formId).executeTakeFirst();
  return row !== undefined;
}

/** What a form was filled from, by its tasks: the report of that time, or nothing where there was none. */
export async function listFormBase(reader: Reader, formId: string): Promise<BaseByTask> {
  const listed = await reader
    .selectFrom('form_issue_row')
    .select('task_id')
    .where('form_id', '=', formId)
    .execute();
  const reports = await reader
    .selectFrom('form_issue_row')
    .innerJoin('progress_report', 'progress_report.id', 'form_issue_row.report_id')
    .selectAll('progress_report')
    .where('form_issue_row.form_id', '=', formId)
    .execute();
  const nothing = { values: emptyProgress, targetValues: [] };
  const base: BaseByTask = new Map(listed.map((row) => [row.task_id, nothing]));
  for (const report of await storedReports(reader, reports)) base.set(report.taskId, report);
  return base;
}

/** What the unit's last accepted return of the period said, by task. @param taskIds at most 30,000 */
export async function listLastImported(
  reader: Reader,
  unitId: number,
  period: string,
  taskIds: readonly number[],
): Promise<BaseByTask> {
  if (taskIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('progress_report')
    .selectAll()
    .where('period', '=', period)
    .where('unit_id', '=', unitId)
    .where('source', '=', 'import')
    .where('task_id', 'in', taskIds)
    .orderBy('revision')
    .execute();
  return new Map((await storedReports(reader, rows)).map((report) => [report.taskId, report]));
}
