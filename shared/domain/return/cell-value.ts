/** One cell of a reporting column → what it states, or why it cannot be taken. */
import { type ProgressField, type ProgressValues, progressStatusLabels } from '../progress.ts';
import type { PlainCell } from '../sheet.ts';
import { readPercent } from './percent.ts';
import { readStatus } from './status-words.ts';

/** What a row states; a field that is absent says nothing. */
export type StatedValues = Partial<ProgressValues>;

export type CellReading =
  | { stated: StatedValues }
  /** `refuses`: the row cannot be taken at all; otherwise only this cell is left out. */
  | { problem: string; refuses: boolean };

/** Longest reporter or phone the database takes. */
const longestShortText = 200;

const unreadable = {
  formula: '公式没有保存结果，请在 Excel 或 WPS 中打开、保存后重新报送，或直接填写内容。',
  picture: '这一格是图片，读不出文字，请改填文字。',
  error: (text: string) => `这一格是错误值「${text}」，请改填文字。`,
};

/** Text as typed: lines kept, ends trimmed; a number in full and a date as a date. */
function textOf(cell: PlainCell): string {
  if (cell.kind === 'date' && cell.date !== null) return cell.date;
  const lines = cell.text.replace(/\r\n?/g, '\n').split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

function shortText(field: 'reporter' | 'phone', cell: PlainCell): CellReading {
  const text = textOf(cell);
  if (text.length <= longestShortText) return { stated: { [field]: text } };
  return { problem: `超过 ${longestShortText} 个字，请缩短。`, refuses: true };
}

function statusOf(cell: PlainCell): CellReading {
  const text = textOf(cell);
  const status = readStatus(text);
  if (status !== null) return { stated: { status } };
  const choices = Object.values(progressStatusLabels).join('、');
  return { problem: `「${text}」不是${choices}之一，这一格没有采用。`, refuses: false };
}

function percentOf(cell: PlainCell): CellReading {
  const reading = readPercent(cell);
  if ('problem' in reading) return { problem: reading.problem, refuses: true };
  return { stated: reading.value === null ? {} : { percent: reading.value } };
}

/** @param cell the cell, null when blank: a blank states nothing and never erases (issue, Read anything) */
export function readCell(field: ProgressField, cell: PlainCell | null): CellReading {
  if (cell === null) return { stated: {} };
  if (cell.formulaWithoutValue) return { problem: unreadable.formula, refuses: true };
  if (cell.kind === 'error') {
    const problem = cell.text === '[图片]' ? unreadable.picture : unreadable.error(cell.text);
    return { problem, refuses: true };
  }
  if (cell.text.trim() === '') return { stated: {} };
  if (field === 'percent') return percentOf(cell);
  if (field === 'status') return statusOf(cell);
  if (field === 'reporter' || field === 'phone') return shortText(field, cell);
  return { stated: { [field]: textOf(cell) } };
}
