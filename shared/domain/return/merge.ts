/** Merging three ways (issue, Merge three ways): base is what the return was filled from, ours what is stored. */
import {
  type ProgressField,
  type ProgressValues,
  progressFields,
  progressStatusLabels,
} from '../progress.ts';
import type { StatedValues } from './cell-value.ts';

export type FieldOutcome = 'unchanged' | 'theirs' | 'ours' | 'conflict';

export interface MergedField {
  field: ProgressField;
  outcome: FieldOutcome;
  /** As people read it. */
  ours: string;
  theirs: string;
}

export interface MergedRow {
  /** What would be stored if the return's side of every conflict is taken. */
  values: ProgressValues;
  /** Fields that would change, and those that conflict. */
  changed: MergedField[];
  hasConflict: boolean;
}

/** A value as screens, papers and messages show it: 「85」, 「推进中」; empty when nothing was said. */
export function shownValue<Field extends ProgressField>(
  field: Field,
  values: Partial<ProgressValues>,
): string {
  const value = values[field];
  if (value === null || value === undefined) return '';
  if (field === 'status') return values.status ? progressStatusLabels[values.status] : '';
  return String(value);
}

/** Every field as people read it: the base of a return that was filled from these values. */
export function shownValues(values: ProgressValues): Record<ProgressField, string> {
  const shown = progressFields.map((field) => [field, shownValue(field, values)] as const);
  return Object.fromEntries(shown) as Record<ProgressField, string>;
}

/** Blanks at line ends and Windows' line breaks are no difference. */
function comparable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u3000]+$/gm, '')
    .trim();
}

function same(left: string, right: string): boolean {
  return comparable(left) === comparable(right);
}

/**
 * Equal is unchanged, what only one side changed is that side's, what both changed differently is a conflict.
 * A return that says nothing of a field never erases what is stored.
 */
export function mergeField(base: string, theirs: string, ours: string): FieldOutcome {
  if (same(theirs, ours)) return 'unchanged';
  if (comparable(theirs) === '') return 'ours';
  if (same(theirs, base)) return 'ours';
  return same(ours, base) ? 'theirs' : 'conflict';
}

/**
 * @param base as people read it, by field, absent for what was blank
 * @param stated what the return says
 * @param ours what is stored now
 */
export function mergeRow(
  base: Readonly<Partial<Record<ProgressField, string>>>,
  stated: StatedValues,
  ours: ProgressValues,
): MergedRow {
  const merged = progressFields.map((field) => {
    const theirs = shownValue(field, stated);
    const stored = shownValue(field, ours);
    return { field, theirs, ours: stored, outcome: mergeField(base[field] ?? '', theirs, stored) };
  });
  const taken = merged.filter(({ outcome }) => outcome === 'theirs' || outcome === 'conflict');
  const takenFields = new Set(taken.map(({ field }) => field));
  const fromReturn = Object.fromEntries(
    Object.entries(stated).filter(([field]) => takenFields.has(field as ProgressField)),
  );
  return {
    values: { ...ours, ...fromReturn },
    changed: taken,
    hasConflict: taken.some(({ outcome }) => outcome === 'conflict'),
  };
}
