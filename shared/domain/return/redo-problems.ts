/** What of a return is to be put right, in the order of its rows. */
import type { ReturnRow, RowProblem } from '../../contract/returns.ts';

export interface FaultyPlace {
  /** Null for the file as a whole. */
  sheet: string | null;
  row: number | null;
  /** `G7`; null for the row as a whole. */
  cell: string | null;
  column: string;
  code: string | null;
  content: string;
  message: string;
}

/** A task found by the likeness of its words or by its place alone is a question for staff, not a fault of the unit. */
function isStaffQuestion({ outcome, match }: ReturnRow, { cell }: RowProblem): boolean {
  const isTaken = outcome !== 'refused' && outcome !== 'unmatched';
  return isTaken && cell === null && ['similar_text', 'position'].includes(match.how);
}

/** @param refusal why the file as a whole cannot be taken; null when it can */
export function faultyPlaces(refusal: string | null, rows: readonly ReturnRow[]): FaultyPlace[] {
  const whole = refusal === null ? [] : [{ ...nowhere, message: refusal }];
  const ofRows = rows.flatMap((faulty) => {
    const { sheet, row, code, content } = faulty;
    const problems = faulty.problems.filter((problem) => !isStaffQuestion(faulty, problem));
    return problems.map(({ column, cell, message }) => ({
      sheet,
      row,
      cell,
      column,
      code,
      content,
      message,
    }));
  });
  return [...whole, ...ofRows];
}

const nowhere = { sheet: null, row: null, cell: null, column: '', code: null, content: '' };

/** 「填报表 第7行 完成比例(%)（H7）」; empty for the file as a whole. */
export function placeText({ sheet, row, cell, column }: FaultyPlace): string {
  if (sheet === null || row === null) return '';
  return `${sheet} 第${row}行 ${column}${cell === null ? '' : `（${cell}）`}`;
}
