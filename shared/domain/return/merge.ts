/** Merging three ways (issue, Merge three ways): base is what the return was filled from, ours what is stored. */
import type { TargetChange } from '../../contract/returns.ts';
import { progressFieldText } from '../form-meta.ts';
import {
  emptyProgress,
  type ProgressField,
  type ProgressValues,
  progressFields,
  progressStatusLabels,
} from '../progress.ts';
import { tidyAmount } from './amount.ts';
import type { StatedValues } from './cell-value.ts';
import { amountText } from './target-amount.ts';
import { type KnownTarget, type TargetReading, targetLabels } from './target-cell.ts';

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

/** A value as screens and messages show it: 「85」, 「推进中」; empty when nothing was said. */
export function shownValue(field: ProgressField, values: ProgressValues): string {
  if (field === 'status') return values.status === null ? '' : progressStatusLabels[values.status];
  return progressFieldText(values, field);
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
 * @param base as the form's meta keeps it ({@link formBase}), absent for what was blank
 * @param stated what the return says
 * @param ours what is stored now
 */
export function mergeRow(
  base: Readonly<Partial<Record<ProgressField, string>>>,
  stated: StatedValues,
  ours: ProgressValues,
): MergedRow {
  const theirs: ProgressValues = { ...emptyProgress, ...stated };
  const merged = progressFields.map((field) => {
    const [returned, stored] = [progressFieldText(theirs, field), progressFieldText(ours, field)];
    const outcome = mergeField(base[field] ?? '', returned, stored);
    return { field, outcome, theirs: shownValue(field, theirs), ours: shownValue(field, ours) };
  });
  const changed = merged.filter(({ outcome }) => outcome === 'theirs' || outcome === 'conflict');
  const taken = changed.map(({ field }) => [field, theirs[field]] as const);
  return {
    values: { ...ours, ...Object.fromEntries(taken) },
    changed,
    hasConflict: changed.some(({ outcome }) => outcome === 'conflict'),
  };
}

/** Readings by target id. */
export type Readings = ReadonlyMap<number, number>;

export interface MergedTargets {
  /** What would be stored if the return's side of every conflict is taken, in the targets' order. */
  values: TargetReading[];
  changes: TargetChange[];
}

export function readingsOf(values: readonly TargetReading[]): Readings {
  return new Map(values.map(({ targetId, value }) => [targetId, value]));
}

/** The targets' readings by the rule of {@link mergeField}; @param base null: what is stored now */
export function mergeTargets(
  targets: readonly KnownTarget[],
  base: Readings | null,
  theirs: Readings,
  ours: Readings,
): MergedTargets {
  const merged: MergedTargets = { values: [], changes: [] };
  const textOf = (reading: number | undefined) => (reading === undefined ? '' : String(tidyAmount(reading)));
  const labels = targetLabels(targets);
  targets.forEach(({ id, measure }, index) => {
    const [returned, stored] = [theirs.get(id), ours.get(id)];
    const outcome = mergeField(textOf((base ?? ours).get(id)), textOf(returned), textOf(stored));
    const isTaken = returned !== undefined && (outcome === 'theirs' || outcome === 'conflict');
    const value = isTaken ? returned : stored;
    if (value !== undefined) merged.values.push({ targetId: id, value });
    if (!isTaken) return;
    merged.changes.push({
      targetId: id,
      label: labels[index] ?? '',
      before: stored === undefined ? '' : amountText(stored, measure),
      stored: stored ?? null,
      after: amountText(returned, measure),
      conflict: outcome === 'conflict',
    });
  });
  return merged;
}
