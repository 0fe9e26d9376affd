/** The cells of a row that would change: the words of the report and the readings of its targets alike. Pure. */
import type { DeskRow } from '#shared/contract/desk.ts';
import { type ProgressField, progressFieldLabels } from '#shared/domain/progress.ts';

export type Side = 'ours' | 'theirs';

export interface RowCell {
  label: string;
  before: string;
  after: string;
  conflict: boolean;
  /** Which side is kept where both differ; ours until a person says otherwise. */
  side: Side;
  /** Names it among the row's cells, and in a decision. */
  place: { field: ProgressField } | { targetId: number };
}

export function cellKey({ place }: Pick<RowCell, 'place'>): string {
  return 'field' in place ? place.field : `target:${place.targetId}`;
}

export function cellsOf({ changes, targetChanges, decision }: DeskRow): RowCell[] {
  const words = changes.map(({ field, before, after, conflict }) => ({
    ...{ label: progressFieldLabels[field], before, after, conflict },
    side: decision.sides[field] ?? 'ours',
    place: { field },
  }));
  const readings = targetChanges.map(({ targetId, label, before, after, conflict }) => ({
    ...{ label: `指标：${label}`, before, after, conflict },
    side: decision.targetSides?.[targetId] ?? 'ours',
    place: { targetId },
  }));
  return [...words, ...readings];
}

/** The decision that keeps one side of a cell. */
export function sideDecision({ place }: Pick<RowCell, 'place'>, side: Side) {
  return 'field' in place
    ? { sides: { [place.field]: side } }
    : { targetSides: { [String(place.targetId)]: side } };
}
