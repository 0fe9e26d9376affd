/** Several rows for one task: asked, never last-wins (issue, Know which task a row is). */
import type { ReturnRow } from '../../contract/returns.ts';

/** A row that would store something, with the file it stands in. */
export interface RivalRow {
  fileName: string;
  row: ReturnRow;
}

const stores = ({ row }: RivalRow) =>
  row.code !== null && (row.outcome === 'new' || row.outcome === 'changed' || row.outcome === 'conflict');

function place(own: RivalRow, other: RivalRow): string {
  const inFile = other.fileName === own.fileName ? '' : `「${other.fileName}」`;
  const inSheet = other.row.sheet === own.row.sheet && inFile === '' ? '' : `工作表「${other.row.sheet}」`;
  return `${inFile}${inSheet}第 ${other.row.row} 行`;
}

function sayTheSame(rows: readonly RivalRow[]): boolean {
  const texts = new Set(rows.map(({ row }) => JSON.stringify([row.values, row.targetValues])));
  return texts.size === 1 && new Set(rows.map(({ fileName }) => fileName)).size === rows.length;
}

function conflicting(rival: RivalRow, others: readonly RivalRow[]): ReturnRow {
  const places = others.map((other) => place(rival, other)).join('、');
  const message = `${places}填的也是 ${rival.row.code}，请选定采纳哪一行。`;
  return {
    ...rival.row,
    outcome: 'conflict',
    problems: [...rival.row.problems, { column: '重点工作', cell: null, message }],
  };
}

function repeated(rival: RivalRow, first: RivalRow): ReturnRow {
  const message = `与${place(rival, first)}内容相同，不重复入库。`;
  return {
    ...rival.row,
    outcome: 'unchanged',
    changes: [],
    problems: [...rival.row.problems, { column: '重点工作', cell: null, message }],
  };
}

/**
 * Rows that would store something for the same task of the same unit and period become conflicts that name each
 * other. The same words in two files (a copy that was saved again) are stored once.
 * @returns the rows in the order given
 */
export function settleRivals(rows: readonly RivalRow[]): ReturnRow[] {
  const byCode = new Map<string | null, RivalRow[]>();
  for (const rival of rows.filter(stores)) {
    byCode.set(rival.row.code, [...(byCode.get(rival.row.code) ?? []), rival]);
  }
  return rows.map((rival) => {
    const group = stores(rival) ? (byCode.get(rival.row.code) ?? []) : [];
    const [first] = group;
    if (first === undefined || group.length < 2) return rival.row;
    if (!sayTheSame(group)) {
      return conflicting(
        rival,
        group.filter((other) => other !== rival),
      );
    }
    return rival === first ? rival.row : repeated(rival, first);
  });
}
