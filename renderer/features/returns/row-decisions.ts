/** What can be decided about a row, as calls to the main process. */
import type { DeskRow, RowDecision } from '#shared/contract/desk.ts';
import type { DeskChanges } from '../../api/returns.ts';
import { type RowCell, type Side, sideDecision } from './row-cells.ts';

export interface RowDecisions {
  take: (row: DeskRow, take: boolean) => void;
  chooseSide: (row: DeskRow, cell: RowCell, side: Side) => void;
  /** @param taskCode null takes the person's word back */
  chooseTask: (row: DeskRow, taskCode: string | null, remember: boolean) => void;
  /** Every clean row at once; rows that need a person are left as they are. */
  takeClean: (rows: readonly DeskRow[], take: boolean) => void;
}

type Change = Partial<RowDecision> & { remember?: boolean };

export function createRowDecisions(fileId: number, decide: DeskChanges['decide']): RowDecisions {
  const send = (rows: readonly DeskRow[], change: Change) => {
    if (rows.length === 0) return;
    void decide({ fileId, decisions: rows.map(({ sheet, row }) => ({ sheet, row, ...change })) });
  };
  return {
    take: (row, take) => send([row], { take }),
    chooseSide: (row, cell, side) => send([row], sideDecision(cell, side)),
    chooseTask: (row, taskCode, remember) =>
      send([row], { taskCode, remember: remember && taskCode !== null }),
    takeClean: (rows, take) =>
      send(
        rows.filter((row) => row.clean && row.taken !== take),
        { take },
      ),
  };
}
