/** What a row would do to what is stored (contract/returns.ts, RowOutcome). */
import type { FieldChange, ReturnRow, RowOutcome, RowProblem } from '../../contract/returns.ts';
import { formBase } from '../form-meta.ts';
import { emptyProgress, type ProgressField, type ProgressValues, progressFieldLabels } from '../progress.ts';
import { type EndedTask, endedWords } from '../supervision/ended-task.ts';
import { readDate } from './date-words.ts';
import type { TaskMatch } from './match-task.ts';
import {
  type MergedRow,
  type MergedTargets,
  mergeRow,
  mergeTargets,
  type Readings,
  readingsOf,
} from './merge.ts';
import type { LateCell, ReadRow } from './read-table.ts';
import { type KnownTarget, readTargetCell, type TargetReading } from './target-cell.ts';
import { sureMatch } from './thresholds.ts';

/** What the unit says of the task for the period now. */
export interface StoredWord {
  /** 0 when nothing was reported. */
  revision: number;
  values: ProgressValues;
  targetValues: readonly TargetReading[];
}

export const nothingStored: StoredWord = { revision: 0, values: emptyProgress, targetValues: [] };

/** What a row was filled from. */
export interface BaseValues {
  values: Readonly<Partial<Record<ProgressField, string>>>;
  /** Readings of the task's targets. */
  readings: Readings;
}

export interface RowFacts {
  read: ReadRow;
  match: TaskMatch;
  stored: StoredWord;
  /** What the return was filled from; null: from what is stored now. */
  base: BaseValues | null;
  /** Of the task; needed where the row has a cell for them. */
  targets: readonly KnownTarget[];
  unit: string;
  /** Null for a task that goes on. */
  ended: EndedTask | null;
  /** Of the period, which a day without a year belongs to. */
  year: number;
}

const taskColumn = '重点工作';

function contradictionIn(values: ProgressValues, cell: string | null): RowProblem[] {
  const { status, percent } = values;
  const shown = `完成比例却是 ${percent}%，请核对。`;
  const column = progressFieldLabels.status;
  if (status === 'completed' && percent !== null && percent < 100) {
    return [{ column, cell, message: `状态是已完成，${shown}` }];
  }
  return status === 'not_started' && percent !== null && percent > 0
    ? [{ column, cell, message: `状态是未启动，${shown}` }]
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

function problemAt({ column, address }: LateCell, message: string): RowProblem {
  return { column, cell: address, message };
}

interface ReadTargets extends MergedTargets {
  problems: RowProblem[];
  stated: Readings;
}

function readTargets({ read, stored, base, targets }: RowFacts): ReadTargets {
  const { targetCell } = read;
  const kept = { values: [...stored.targetValues], changes: [], problems: [], stated: new Map() };
  if (targetCell === null) return kept;
  const { readings, problems } = readTargetCell(targetCell.cell, targetCell.column, targets);
  const stated = readingsOf(readings);
  const merged = mergeTargets(targets, base?.readings ?? null, stated, readingsOf(stored.targetValues));
  return { ...merged, stated, problems: problems.map((message) => problemAt(targetCell, message)) };
}

function readReportedOn({ read, year }: RowFacts): { date: string | null; problems: RowProblem[] } {
  const { dateCell } = read;
  if (dateCell === null) return { date: null, problems: [] };
  const reading = readDate(dateCell.cell, year);
  if ('date' in reading) return { date: reading.date, problems: [] };
  return { date: null, problems: [problemAt(dateCell, reading.problem)] };
}

function outcomeOf({ stored, match }: RowFacts, merged: MergedRow, { changes }: MergedTargets): RowOutcome {
  if (merged.changed.length === 0 && changes.length === 0) return 'unchanged';
  const hasConflict = merged.hasConflict || changes.some(({ conflict }) => conflict);
  if (hasConflict || match.match.certainty < sureMatch) return 'conflict';
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
    targetValues: [],
    targetChanges: [],
    reportedOn: null,
    problems,
    match: match.match,
  };
}

function notOwn(unit: string, code: string): RowProblem {
  return {
    column: taskColumn,
    cell: null,
    message: `${code} 不是${unit}承担的任务，没有导入，请核对任务编号和填报单位。`,
  };
}

/** @returns null for a row that names no known task and states nothing: it is no data */
export function assessRow(facts: RowFacts): ReturnRow | null {
  const { read, match, stored, base, unit } = facts;
  const { task } = match;
  const doubts: RowProblem[] =
    match.reason === '' ? [] : [{ column: taskColumn, cell: null, message: match.reason }];
  const problems = [...doubts, ...read.problems];
  const statesNothing = Object.keys(read.stated).length === 0 && read.targetCell === null;
  if (task === null) {
    return statesNothing && read.problems.length === 0 ? null : untaken(facts, 'unmatched', problems);
  }
  if (!task.isOwn && statesNothing && read.problems.length === 0) return null;
  if (!task.isOwn) return untaken(facts, 'refused', [...problems, notOwn(unit, task.code)]);
  if (read.refused) return untaken(facts, 'refused', problems);
  const merged = mergeRow(base?.values ?? formBase(stored.values), read.stated, stored.values);
  const targets = readTargets(facts);
  const reported = readReportedOn(facts);
  const late = [...targets.problems, ...reported.problems];
  const outcome = outcomeOf(facts, merged, targets);
  return {
    sheet: read.sheet,
    row: read.row,
    code: task.code,
    content: task.content,
    outcome,
    values: merged.values,
    changes: changesOf(merged),
    targetValues: targets.values,
    targetChanges: targets.changes,
    reportedOn: reported.date,
    problems: [
      ...problems,
      ...late,
      ...(merged.changed.length > 0 ? contradictionIn(merged.values, read.cells.status ?? null) : []),
    ],
    match: match.match,
    ...(facts.ended === null || outcome === 'unchanged' ? {} : { ended: endedWords(facts.ended) }),
  };
}
