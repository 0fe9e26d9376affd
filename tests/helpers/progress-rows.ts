/** Rows of 进展录入 for tests of what the window does with them. */
import type { ProgressRow, ProgressSave } from '#shared/contract/progress.ts';
import type { TaskTarget } from '#shared/contract/tasks.ts';
import { emptyProgress, type ProgressValues } from '#shared/domain/progress.ts';

type RowParts = Partial<Omit<ProgressRow, 'values'>> & { values?: Partial<ProgressValues> };

/** A row nothing has been reported for, but for the given parts. */
export function progressRow({ values, ...parts }: RowParts): ProgressRow {
  const taskId = parts.taskId ?? 1;
  return {
    taskId,
    code: `Z02-${String(taskId).padStart(2, '0')}`,
    content: `第 ${taskId} 项重点工作。`,
    leader: '林杰',
    unitId: 10,
    unit: '区发改局',
    role: 'lead',
    ended: null,
    targets: [],
    previous: null,
    reportId: null,
    revision: 0,
    targetValues: [],
    source: null,
    ...parts,
    values: { ...emptyProgress, ...values },
  };
}

export function target(id: number, name: string, value: number, measure: string): TaskTarget {
  return { id, name, comparator: '>=', value, measure, due: '2024-12-31' };
}

/** Ids of reports begin here, so that a revision taken for one is seen. */
const firstReportId = 41;

/** The row as the main process would answer it. */
export function savedRow(row: ProgressRow, request: ProgressSave): ProgressRow {
  return {
    ...row,
    reportId: request.basedOnReport === null ? firstReportId : request.basedOnReport + 1,
    revision: row.revision + 1,
    values: request.values,
    targetValues: request.targetValues,
    source: 'entry',
  };
}
