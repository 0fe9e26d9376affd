/** Where the keyboard stops among a file's rows, and what a key does there. Pure. */
import type { DeskRow } from '#shared/contract/desk.ts';
import { cellKey, cellsOf, type RowCell } from './row-cells.ts';

/** A row, or one of the conflicting cells of a row. */
export interface Stop {
  row: DeskRow;
  cell: RowCell | null;
}

export function rowKey({ sheet, row }: Pick<DeskRow, 'sheet' | 'row'>): string {
  return `${sheet} ${row}`;
}

export function stopKey({ row, cell }: Stop): string {
  return `${rowKey(row)} ${cell === null ? '' : cellKey(cell)}`;
}

/** A row with conflicts stops once in each of them, so that ← and → always know which is meant. */
export function stopsOf(rows: readonly DeskRow[]): Stop[] {
  return rows.flatMap((row): Stop[] => {
    const conflicts = cellsOf(row).filter(({ conflict }) => conflict);
    return conflicts.length === 0 ? [{ row, cell: null }] : conflicts.map((cell) => ({ row, cell }));
  });
}

/** Somebody has to look at it. */
export function needsPerson({ clean, outcome }: DeskRow): boolean {
  return !clean && outcome !== 'unchanged';
}

/** 采纳 means something for it. */
export function canTake({ outcome }: DeskRow): boolean {
  return outcome === 'new' || outcome === 'changed' || outcome === 'conflict';
}

/** A person chooses the task: nothing was found for certain, or a person chose before. */
export function asksForTask(row: DeskRow): boolean {
  return row.outcome === 'unmatched' || row.match.certainty < 1 || row.decision.taskCode !== null;
}

/** Where the review of a file begins: the first row that needs a person, else the first one. */
export function firstStop(stops: readonly Stop[]): Stop | null {
  return stops.find(({ row }) => needsPerson(row)) ?? stops[0] ?? null;
}

export type RowAction =
  | { do: 'move'; to: number }
  | { do: 'take' }
  | { do: 'side'; side: 'ours' | 'theirs' }
  | { do: 'candidate'; place: number }
  | { do: 'accept' }
  | { do: 'leave' };

/**
 * @param place of the stop that has the focus, among `count`
 * @returns null for a key that is not ours
 */
export function rowAction(key: string, place: number, count: number, stop: Stop): RowAction | null {
  const move = (to: number): RowAction => ({ do: 'move', to: Math.min(Math.max(to, 0), count - 1) });
  switch (key) {
    case 'ArrowDown':
      return move(place + 1);
    case 'ArrowUp':
      return move(place - 1);
    case 'PageDown':
      return move(place + 10);
    case 'PageUp':
      return move(place - 10);
    case 'Home':
      return move(0);
    case 'End':
      return move(count - 1);
    case ' ':
      return { do: 'take' };
    case 'Enter':
      return { do: 'accept' };
    case 'Escape':
      return { do: 'leave' };
    case 'ArrowLeft':
      return stop.cell === null ? { do: 'leave' } : { do: 'side', side: 'ours' };
    case 'ArrowRight':
      return stop.cell === null ? null : { do: 'side', side: 'theirs' };
    default:
      return candidateAction(key, stop);
  }
}

function candidateAction(key: string, { row }: Stop): RowAction | null {
  const place = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
  const exists = asksForTask(row) && row.match.candidates[place] !== undefined;
  return exists ? { do: 'candidate', place } : null;
}
