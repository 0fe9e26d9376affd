/** One .zip of the forms of an export, to send or carry as one file. */
import { basename, join } from 'node:path';
import type { FormFile } from '#shared/contract/exports.ts';
import { periodLabel } from '#shared/domain/period.ts';
import { safeFileName } from '../excel/file-name.ts';
import { writeZipFile } from '../excel/write/zip-file.ts';
import type { FormDependencies, Issue } from './form-issue.ts';
import { type Job, stopIfCancelled } from './job.ts';

/** A part never takes the name of the whole: 「填报表-2024年6月.zip」, 「填报表-2024年6月（3份）.zip」. */
function zipName({ period, directory }: Issue, forms: number, isEveryUnit: boolean): string {
  const part = isEveryUnit ? '' : `（${forms}份）`;
  return safeFileName(`填报表-${periodLabel(period)}${part}`, '.zip', directory);
}

/** @returns where it lies @throws AppError `file_unwritable`, `cancelled`; no .zip is left then */
export async function zipForms(
  { context }: FormDependencies,
  issue: Issue,
  forms: readonly FormFile[],
  isEveryUnit: boolean,
  job: Job,
): Promise<string> {
  const target = join(issue.directory, zipName(issue, forms.length, isEveryUnit));
  const entries = forms.map(({ file }) => ({ name: basename(file), file }));
  await writeZipFile(target, entries, context.now(), () => stopIfCancelled(job));
  return target;
}
