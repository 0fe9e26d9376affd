/** 填报表: a fill-in workbook for each reporting unit, and the record of what it was filled from. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { FormFile, FormIssueSummary, FormsExport, FormsResult } from '#shared/contract/exports.ts';
import { defaultDeadline, periodEnd, periodYear } from '#shared/domain/period.ts';
import { type FormUnit, findDeadline, listFormUnits } from '../db/repositories/forms.repository.ts';
import { explainWriteFailure } from '../excel/write-failure.ts';
import { type FormDependencies, type Issue, issueFormsOfUnit } from './form-issue.ts';
import { listFormIssues } from './form-issues.ts';
import { zipForms } from './form-zip.ts';
import type { Job } from './job.ts';
import { requireDocuments, requirePeriod } from './period-documents.ts';

/** `zip` absent: none. */
export type FormsRequest = Omit<FormsExport, 'jobId' | 'zip'> & Partial<Pick<FormsExport, 'zip'>>;

export interface FormsService {
  /**
   * Writes one file a unit and document and records each as issued; then, when asked for, one .zip of all of
   * them. Files written before a failure or a cancellation stay, and the message says how many.
   * @throws AppError `not_found` without tasks to report, `file_unwritable`, `bad_input`, `cancelled`
   */
  exportForms: (request: FormsRequest, job: Job) => Promise<FormsResult>;
  /** Each unit's last form of the period, and what has changed since. @throws AppError `bad_input` */
  formIssues: (request: { period: string }) => Promise<FormIssueSummary[]>;
}

async function createDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
  } catch (error) {
    throw explainWriteFailure(error, join(directory, '填报表'));
  }
}

async function chooseUnits(
  { database }: FormDependencies,
  { period, role, documents }: Issue,
  unitIds: readonly number[] | undefined,
): Promise<FormUnit[]> {
  const documentIds = documents.map((document) => document.id);
  const candidates = await listFormUnits(database, documentIds, role, periodEnd(period));
  const chosen = unitIds === undefined ? candidates : candidates.filter(({ id }) => unitIds.includes(id));
  if (chosen.length > 0) return chosen;
  const scope = unitIds?.length === 1 ? '这个单位' : '所选单位';
  const advice = role === 'lead' ? '要连同配合任务一起填报，请改选“全部角色”。' : '';
  throw new AppError('not_found', `${scope}在${periodYear(period)}年没有需要填报的任务。${advice}`);
}

/** The same failure, saying what was written before it. */
function withFinished(error: unknown, finished: number, directory: string): unknown {
  if (!(error instanceof AppError) || finished === 0) return error;
  const message = `${error.message}已写好的${finished}份填报表保留在“${directory}”。`;
  return new AppError(error.code, message, { ...error.details, finished });
}

async function prepareIssue(
  { database }: FormDependencies,
  { period: text, role, directory }: FormsRequest,
): Promise<Issue> {
  const period = requirePeriod(text);
  const documents = await requireDocuments(database, period);
  const deadline = (await findDeadline(database, period)) ?? defaultDeadline(period);
  return { period, role, directory, deadline, documents, taken: new Set() };
}

async function exportForms(
  dependencies: FormDependencies,
  request: FormsRequest,
  job: Job,
): Promise<FormsResult> {
  const issue = await prepareIssue(dependencies, request);
  const units = await chooseUnits(dependencies, issue, request.unitIds);
  await createDirectory(issue.directory);
  const files: FormFile[] = [];
  try {
    for (const [index, unit] of units.entries()) {
      job.report(index, units.length, unit.name);
      files.push(...(await issueFormsOfUnit(dependencies, issue, unit, job)));
    }
    const isEveryUnit = request.unitIds === undefined;
    const zip = request.zip ? await zipForms(dependencies, issue, files, isEveryUnit, job) : null;
    job.report(units.length, units.length, '');
    return { files, zip };
  } catch (error) {
    throw withFinished(error, files.length, issue.directory);
  }
}

export function createFormsService(dependencies: FormDependencies): FormsService {
  return {
    exportForms: (request, job) => exportForms(dependencies, request, job),
    formIssues: ({ period }) => listFormIssues(dependencies.database, requirePeriod(period)),
  };
}
