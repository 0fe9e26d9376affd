/** Cells typed over and not yet saved. */
import type { PlanGridEdit } from '#shared/contract/plan-sheet.ts';
import type { PlanColumnKey, PlanGridRow } from '#shared/domain/plan-sheet.ts';

type Cells = Readonly<Record<string, string>>;
type Drafts = ReadonlyMap<number, { version: number; cells: Cells }>;

export interface PlanDrafts {
  subscribe: (listener: () => void) => () => void;
  read: () => Drafts;
  textOf: (row: PlanGridRow, key: PlanColumnKey) => string;
  type: (row: PlanGridRow, key: PlanColumnKey, text: string) => void;
  edits: () => PlanGridEdit[];
  clear: () => void;
}

export function createPlanDrafts(): PlanDrafts {
  let drafts: Drafts = new Map();
  const listeners = new Set<() => void>();
  const replace = (next: Drafts) => {
    drafts = next;
    for (const listener of listeners) listener();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => drafts,
    textOf: (row, key) => drafts.get(row.taskId)?.cells[key] ?? row.cells[key],
    type(row, key, text) {
      const before = drafts.get(row.taskId) ?? { version: row.version, cells: {} };
      const { [key]: _, ...others } = before.cells;
      const cells = text === row.cells[key] ? others : { ...others, [key]: text };
      const next = new Map(drafts);
      if (Object.keys(cells).length === 0) next.delete(row.taskId);
      else next.set(row.taskId, { version: before.version, cells });
      replace(next);
    },
    edits: () => [...drafts].map(([taskId, { version, cells }]) => ({ taskId, version, cells })),
    clear: () => replace(new Map()),
  };
}
