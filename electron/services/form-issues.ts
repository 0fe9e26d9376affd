/** Which forms of a period are out, and which of them no longer show what they should. */
import type { FormIssueSummary } from '#shared/contract/exports.ts';
import { type AskedTask, type IssuedTask, staleReasons } from '#shared/domain/form-stale.ts';
import { type Period, periodEnd, periodYear } from '#shared/domain/period.ts';
import type { Reader } from '../db/executor.ts';
import {
  type IssueRow,
  type LastIssue,
  listContentsAt,
  listIssueRows,
  listLastIssues,
  listReportOrigins,
} from '../db/repositories/form-issues.repository.ts';
import { listTaskOrigins } from '../db/repositories/forms.repository.ts';
import { listPairsOfUnit } from '../db/repositories/progress-pairs.repository.ts';
import { breathe } from './breathe.ts';

async function issuedTasks(
  reader: Reader,
  rows: readonly IssueRow[],
  issuedAt: string,
): Promise<IssuedTask[]> {
  const taskIds = rows.map(({ taskId }) => taskId);
  const earlier = await listContentsAt(reader, taskIds, issuedAt);
  return rows.map((row) => ({ ...row, content: earlier.get(row.taskId) ?? row.content }));
}

/** What a form of the same unit, document and scope would ask now. */
async function askedTasks(reader: Reader, issue: LastIssue, period: Period): Promise<AskedTask[]> {
  const { unitId, role, documentId, formId } = issue;
  const pairs = await listPairsOfUnit(reader, unitId, {
    scope: role,
    year: periodYear(period),
    onDate: periodEnd(period),
  });
  const taskIds = pairs.map(({ taskId }) => taskId);
  const origins = await listTaskOrigins(reader, taskIds);
  const reports = await listReportOrigins(reader, unitId, period);
  return pairs
    .filter(({ taskId }) => origins.get(taskId)?.documentId === documentId)
    .map(({ taskId, code, content }) => {
      const report = reports.get(taskId);
      return {
        code,
        content,
        reportId: report?.reportId ?? null,
        answersForm: report?.formId === formId,
      };
    });
}

async function summarise(reader: Reader, issue: LastIssue, period: Period): Promise<FormIssueSummary> {
  const rows = await listIssueRows(reader, issue.formId);
  const issued = await issuedTasks(reader, rows, issue.issuedAt);
  const asked = await askedTasks(reader, issue, period);
  const { unitId, unit, fileName, issuedAt, issuedBy, role } = issue;
  return {
    unit: { id: unitId, name: unit },
    fileName,
    issuedAt,
    issuedBy,
    role,
    tasks: rows.length,
    stale: staleReasons(issued, asked),
  };
}

/** Each unit's last form of each document, units in the directory's order. */
export async function listFormIssues(reader: Reader, period: Period): Promise<FormIssueSummary[]> {
  const summaries: FormIssueSummary[] = [];
  for (const issue of await listLastIssues(reader, period)) {
    await breathe();
    summaries.push(await summarise(reader, issue, period));
  }
  return summaries;
}
