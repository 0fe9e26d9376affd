/** What becomes of a row where nobody is asked: `--on-conflict` and `--min-certainty` of the command line. */
import type { RowDecision } from '#shared/contract/desk.ts';
import type { ReturnRow } from '#shared/contract/returns.ts';
import { rowKey, undecided } from '#shared/domain/return/decisions.ts';
import type { DeskReadRow } from './desk-store.ts';
import { type DeskFileView, isRowTaken } from './desk-view.ts';

export const conflictRules = ['ours', 'theirs', 'refuse'] as const;
/** `refuse`: a row in conflict is answered as refused, and the command fails. */
export type ConflictRule = (typeof conflictRules)[number];

export interface ImportRules {
  onConflict: ConflictRule;
  minCertainty: number;
}

const leave: RowDecision = { ...undecided, take: false };

function hasConflictingCell({ changes, targetChanges }: ReturnRow): boolean {
  return changes.some(({ conflict }) => conflict) || targetChanges.some(({ conflict }) => conflict);
}

function takeTheirs({ changes, targetChanges }: ReturnRow): RowDecision {
  const sides = changes.map(({ field }) => [field, 'theirs'] as const);
  const readings = targetChanges.map(({ targetId }) => [String(targetId), 'theirs'] as const);
  return {
    take: true,
    sides: Object.fromEntries(sides),
    targetSides: Object.fromEntries(readings),
    taskCode: null,
  };
}

/** A row that two files or two rows claim is never taken: there is nobody to ask. */
function decide({ row, isRival }: DeskReadRow, { onConflict, minCertainty }: ImportRules): RowDecision {
  if (row.match.certainty < minCertainty || isRival) return leave;
  if (row.outcome !== 'conflict') return undecided;
  if (!hasConflictingCell(row)) return { ...undecided, take: true };
  return onConflict === 'theirs' ? takeTheirs(row) : leave;
}

export function importDecisions(
  rows: readonly DeskReadRow[],
  rules: ImportRules,
): Record<string, RowDecision> {
  return Object.fromEntries(rows.map((own) => [rowKey(own.row), decide(own, rules)]));
}

const refusedConflict = '与现有内容不一致（或几行填的是同一项任务），按 --on-conflict refuse 没有导入。';

export interface ImportedRow {
  row: ReturnRow;
  /** Refused because of what is stored, not because of what it says. */
  isConflict: boolean;
}

/** The rows as they are answered. */
export function rowsAsImported(view: DeskFileView, onConflict: ConflictRule): ImportedRow[] {
  return view.rows.map((own) => {
    const { row } = own;
    if (row.outcome !== 'conflict' || onConflict !== 'refuse' || isRowTaken(view, own)) {
      return { row, isConflict: false };
    }
    const problem = { column: '重点工作', cell: null, message: refusedConflict };
    return { row: { ...row, outcome: 'refused', problems: [...row.problems, problem] }, isConflict: true };
  });
}
