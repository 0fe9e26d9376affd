/** Gathers what one unit's form is filled from. */
import type { FormRole } from '#shared/contract/exports.ts';
import type { ProgressRow } from '#shared/contract/progress.ts';
import type { FormTaskFacts } from '#shared/domain/form-document.ts';
import { type Period, periodEnd, periodYear } from '#shared/domain/period.ts';
import type { Reader } from '../db/executor.ts';
import { listTaskOrigins, type TaskOrigin } from '../db/repositories/forms.repository.ts';
import { listPairsOfUnit } from '../db/repositories/progress-pairs.repository.ts';
import { progressRows } from './progress-rows.service.ts';

/** A unit's tasks of one document. */
export interface FormContents {
  documentId: number;
  tasks: FormTaskFacts[];
  /** The reports the form is filled from, task by task. */
  sources: { taskId: number; reportId: number | null }[];
}

function formTask(row: ProgressRow, origin: TaskOrigin): FormTaskFacts {
  const { code, content, leader, role, targets, previous, revision, values, targetValues } = row;
  return {
    code,
    kind: origin.kind,
    content,
    leader,
    role,
    targets,
    previous,
    revision,
    values,
    targetValues,
  };
}

/**
 * One entry a document, tasks in printed order; empty for a unit without tasks.
 * @param reader a transaction, so that the form and the record of its sources agree
 */
export async function readFormContents(
  reader: Reader,
  unitId: number,
  period: Period,
  role: FormRole,
): Promise<FormContents[]> {
  const pairs = await listPairsOfUnit(reader, unitId, {
    scope: role,
    year: periodYear(period),
    onDate: periodEnd(period),
  });
  const rows = await progressRows(reader, pairs, period, unitId);
  const origins = await listTaskOrigins(
    reader,
    rows.map((row) => row.taskId),
  );
  const contents = new Map<number, FormContents>();
  for (const row of rows) {
    const origin = origins.get(row.taskId);
    if (origin === undefined) continue;
    const { documentId } = origin;
    const content = contents.get(documentId) ?? { documentId, tasks: [], sources: [] };
    content.tasks.push(formTask(row, origin));
    content.sources.push({ taskId: row.taskId, reportId: row.reportId });
    contents.set(documentId, content);
  }
  return [...contents.values()];
}
