/** What a row would do to what is stored (contract/returns.ts, RowOutcome). */
import type { FieldChange, ReturnRow, RowOutcome, RowProblem } from '../../contract/returns.ts';
import { formBase } from '../form-meta.ts';
import { emptyProgress, type ProgressField, type ProgressValues, progressFieldLabels } from '../progress.ts';
import type { TaskMatch } from './match-task.ts';
import { type MergedRow, mergeRow } from './merge.ts';
import type { ReadRow } from './read-table.ts';
import { sureMatch } from './thresholds.ts';

/** What the unit says of the task for the period now. */
export interface StoredWord {
  /** 0 when nothing was reported. */
  revision: number;
  values: ProgressValues;
}

export const nothingStored: StoredWord = { revision: 0, values: emptyProgress };

export type BaseValues = Readonly<Partial<Record<ProgressField, string>>>;

export interface RowFacts {
  read: ReadRow;
  match: TaskMatch;
  stored: StoredWord;
  /** What the return was filled from; null: from what is stored now. */
  base: BaseValues | null;
  unit: string;
}

const taskColumn = '重点工作';

function contradictionIn(values: ProgressValues): RowProblem[] {
  const { status, percent } = values;
  const shown = `完成比例却是 ${percent}%，请核对。`;
  const column = progressFieldLabels.status;
  if (status === 'completed' && percent !== null && percent < 100) {
    return [{ column, message: `状态是已完成，${shown}` }];
  }
  return status === 'not_started' && percent !== null && percent > 0
    ? [{ column, message: `状态是未启动，${shown}` }]
    : [];
}

function changesOf(merged: MergedRow): FieldChange[] {
  return merged.changed.map(({ field, ours, theirs, outcome }) => ({
    field,
    before: ours,
    after: theirs,
    conflict: outcome === 'conflict',
  }));
}

function outcomeOf({ stored, match }: RowFacts, merged: MergedRow): RowOutcome {
  if (merged.changed.length === 0) return 'unchanged';
  if (merged.hasConflict || match.match.certainty < sureMatch) return 'conflict';
  return stored.revision === 0 ? 'new' : 'changed';
}

function untaken(facts: RowFacts, outcome: 'refused' | 'unmatched', problems: RowProblem[]): ReturnRow {
  const { read, match } = facts;
  return {
    sheet: read.sheet,
    row: read.row,
    code: match.task?.code ?? null,
    content: match.task?.content ?? read.labels.contents[0] ?? '',
    outcome,
    values: { ...emptyProgress, ...read.stated },
    changes: [],
    problems,
    match: match.match,
  };
}

function notOwn(unit: string, code: string): RowProblem {
  return {
    column: taskColumn,
    message: `${code} 不是${unit}承担的任务，没有导入，请核对任务编号和填报单位。`,
  };
}

/** @returns null for a row that names no known task and states nothing: it is no data */
export function assessRow(facts: RowFacts): ReturnRow | null {
  const { read, match, stored, base, unit } = facts;
  const { task } = match;
  const doubts: RowProblem[] = match.reason === '' ? [] : [{ column: taskColumn, message: match.reason }];
  const problems = [...doubts, ...read.problems];
  const statesNothing = Object.keys(read.stated).length === 0;
  if (task === null) {
    return statesNothing && read.problems.length === 0 ? null : untaken(facts, 'unmatched', problems);
  }
  if (!task.isOwn && statesNothing && read.problems.length === 0) return null;
  if (!task.isOwn) return untaken(facts, 'refused', [...problems, notOwn(unit, task.code)]);
  if (read.refused) return untaken(facts, 'refused', problems);
  const merged = mergeRow(base ?? formBase(stored.values), read.stated, stored.values);
  return {
    sheet: read.sheet,
    row: read.row,
    code: task.code,
    content: task.content,
    outcome: outcomeOf(facts, merged),
    values: merged.values,
    changes: changesOf(merged),
    problems: [...problems, ...(merged.changed.length > 0 ? contradictionIn(merged.values) : [])],
    match: match.match,
  };
}
