/** Writing one unit's form and recording it as issued. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { FormFile, FormRole } from '#shared/contract/exports.ts';
import { type FormDocument, formDocument } from '#shared/domain/form-document.ts';
import { type Period, periodLabel } from '#shared/domain/period.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import { type FormUnit, insertFormIssue } from '../db/repositories/forms.repository.ts';
import type { LedgerDocument } from '../db/repositories/ledger.repository.ts';
import type { Database } from '../db/schema.ts';
import type { ExcelWorker } from '../excel/excel-worker.ts';
import { claimFileName } from '../excel/file-name.ts';
import { breathe } from './breathe.ts';
import type { ServiceContext } from './context.ts';
import { type FormContents, readFormContents } from './form-contents.ts';
import { type Job, stopIfCancelled } from './job.ts';

export interface FormDependencies {
  database: Kysely<Database>;
  excel: ExcelWorker;
  context: ServiceContext;
}

/** What all forms of one export share. */
export interface Issue {
  period: Period;
  role: FormRole;
  directory: string;
  /** `YYYY-MM-DD` */
  deadline: string;
  documents: readonly LedgerDocument[];
  /** File names used so far, folded. */
  taken: Set<string>;
}

function fileStem(unit: FormUnit, issue: Issue, document: LedgerDocument): string {
  const suffix = issue.documents.length === 1 ? '' : `（${document.number}）`;
  return `${unit.name}-${periodLabel(issue.period)}进展填报表${suffix}`;
}

/** Records the form once its file is safely there; a file without a record could not be merged and is removed. */
async function recordIssue(
  { database, context }: FormDependencies,
  issue: Issue,
  unit: FormUnit,
  form: FormDocument,
  contents: FormContents,
  fileName: string,
): Promise<void> {
  const record = {
    id: form.meta.formId,
    document_id: contents.documentId,
    unit_id: unit.id,
    period: issue.period,
    scope: issue.role,
    file_name: fileName,
    issued_at: form.meta.issuedAt,
    issued_by: context.operator,
  };
  try {
    await database.transaction().execute(async (writer) => {
      await insertFormIssue(writer, { issue: record, rows: contents.sources });
      await recordChange(writer, {
        ...{ at: form.meta.issuedAt, actor: context.operator, origin: context.origin },
        ...{ action: '下发填报表', entity: 'unit', entityId: unit.id, before: null },
        after: { period: issue.period, files: fileName, form: record.id, tasks: contents.sources.length },
      });
    });
  } catch (error) {
    await rm(join(issue.directory, fileName), { force: true });
    throw error;
  }
}

async function issueForm(
  dependencies: FormDependencies,
  issue: Issue,
  unit: FormUnit,
  contents: FormContents,
  job: Job,
): Promise<FormFile> {
  const { period, deadline, directory } = issue;
  const document = issue.documents.find(({ id }) => id === contents.documentId);
  if (document === undefined) throw new Error(`tasks of another year's document ${contents.documentId}`);
  const issuedAt = dependencies.context.now().toISOString();
  const { tasks } = contents;
  const form = formDocument({
    formId: randomUUID(),
    unit: unit.name,
    period,
    deadline,
    document,
    issuedAt,
    tasks,
  });
  const fileName = claimFileName(fileStem(unit, issue, document), '.xlsx', directory, issue.taken);
  const file = join(directory, fileName);
  await dependencies.excel.writeForm(form, file, job);
  await recordIssue(dependencies, issue, unit, form, contents, fileName);
  return { unit: unit.name, file, tasks: tasks.length };
}

/** A file for each of the unit's documents. @throws AppError as `exportForms` */
export async function issueFormsOfUnit(
  dependencies: FormDependencies,
  issue: Issue,
  unit: FormUnit,
  job: Job,
): Promise<FormFile[]> {
  const { database } = dependencies;
  await breathe();
  const all = await database
    .transaction()
    .execute((reader) => readFormContents(reader, unit.id, issue.period, issue.role));
  const files: FormFile[] = [];
  for (const contents of all) {
    stopIfCancelled(job);
    files.push(await issueForm(dependencies, issue, unit, contents, job));
  }
  return files;
}
