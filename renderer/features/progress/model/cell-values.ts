/** What a cell shows, and what a typed text means. A text that means nothing is refused with words, never dropped. */
import type { ProgressRow } from '#shared/contract/progress.ts';
import { maxTextLength } from '#shared/contract/values.ts';
import {
  type ProgressStatus,
  type ProgressValues,
  progressStatuses,
  progressStatusLabels,
} from '#shared/domain/progress.ts';
import { foldWidth } from '#shared/domain/text.ts';
import { periodName } from '../../../components/format.ts';
import { parseReadings, promisesText, readingsText } from './readings-text.ts';
import type { EditableColumn, ReadOnlyColumn, SheetColumn } from './sheet-columns.ts';

export type Refusal = { problem: string };

const maxShortText = 200;

/** The text a column shows for what is stored. */
export function storedText(row: ProgressRow, column: SheetColumn): string {
  switch (column) {
    case 'readings':
      return readingsText(row.targets, row.targetValues);
    case 'percent':
      return row.values.percent === null ? '' : String(row.values.percent);
    case 'status':
      return row.values.status === null ? '' : progressStatusLabels[row.values.status];
    case 'narrative':
    case 'problems':
    case 'next':
    case 'reporter':
    case 'phone':
      return row.values[column];
    default:
      return readOnlyText(row, column);
  }
}

function readOnlyText(row: ProgressRow, column: ReadOnlyColumn): string {
  if (column === 'promise') return promisesText(row.targets);
  if (column === 'previous') return previousText(row.previous);
  return row[column];
}

function previousText(previous: ProgressRow['previous']): string {
  if (previous === null) return '';
  const percent = previous.percent === null ? '' : ` ${previous.percent}%`;
  return `【${periodName(previous.period)}${percent}】${previous.narrative}`;
}

/** 85, 85% and ８５％ are 85; 0.85 is 0.85, because a typed text carries no percent format. Empty is null. */
export function readPercent(text: string): number | null | Refusal {
  const plain = foldWidth(text).trim();
  if (plain === '') return null;
  const match = /^([+-]?\d+(?:\.\d+)?)\s*%?$/.exec(plain);
  if (match === null) return { problem: `完成比例“${text}”不是数字，请填 0 至 100，如 85 或 85%` };
  const percent = Number(match[1]);
  if (percent < 0 || percent > 100) return { problem: `完成比例“${text}”超出范围，请填 0 至 100` };
  return percent;
}

/** A label, or the first characters of exactly one label. Empty is null. */
export function readStatus(text: string): ProgressStatus | null | Refusal {
  const plain = text.trim();
  if (plain === '') return null;
  const matches = progressStatuses.filter((status) => progressStatusLabels[status].startsWith(plain));
  const [only, another] = matches;
  if (only !== undefined && another === undefined) return only;
  const labels = progressStatuses.map((status) => progressStatusLabels[status]).join('、');
  return { problem: `状态“${text}”不在可选项中，请选：${labels}` };
}

function readText(text: string, limit: number): string | Refusal {
  if (text.length <= limit) return text;
  return { problem: `共 ${text.length} 字，超过了上限 ${limit} 字，请精简` };
}

/** The part of a report one cell stands for. */
export type CellValue = { values: Partial<ProgressValues> } | { readings: ProgressRow['targetValues'] };

/** What a typed or pasted text would store. */
export function readCell(row: ProgressRow, column: EditableColumn, text: string): CellValue | Refusal {
  if (column === 'readings') {
    const readings = parseReadings(text, row.targets);
    return 'problem' in readings ? readings : { readings };
  }
  const value = readField(column, text);
  return isRefusal(value) ? value : { values: { [column]: value } };
}

function readField(column: Exclude<EditableColumn, 'readings'>, text: string) {
  if (column === 'percent') return readPercent(text);
  if (column === 'status') return readStatus(text);
  const short = column === 'reporter' || column === 'phone';
  return readText(text, short ? maxShortText : maxTextLength);
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'problem' in value;
}

/** Null when the text may be stored. */
export function cellProblem(row: ProgressRow, column: EditableColumn, text: string): string | null {
  const value = readCell(row, column, text);
  return isRefusal(value) ? value.problem : null;
}

/** Whether saving the text would change nothing: 「85%」 over a stored 85. */
export function sameAsStored(row: ProgressRow, column: EditableColumn, text: string): boolean {
  const stored = storedText(row, column);
  if (text === stored) return true;
  if (column !== 'percent' && column !== 'status' && column !== 'readings') return false;
  const [now, before] = [readCell(row, column, text), readCell(row, column, stored)];
  return !isRefusal(now) && JSON.stringify(now) === JSON.stringify(before);
}
