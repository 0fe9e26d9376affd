/** What a person decided about a returned file, and what of each row is therefore stored. */
import type { RowDecision } from '../../contract/desk.ts';
import type { FieldChange, ReturnRow, TargetChange } from '../../contract/returns.ts';
import type { ProgressValues } from '../progress.ts';
import type { TargetReading } from './target-cell.ts';

/** Kept with a file on the desk; whatever is absent stands for the program's proposal. */
export interface FileDecisions {
  /** Null: ready files are stored, others wait for a person. */
  accepted: boolean | null;
  /** By {@link rowKey}. */
  rows: Readonly<Record<string, RowDecision>>;
}

export const noDecisions: FileDecisions = { accepted: null, rows: {} };
export const undecided: RowDecision = { take: null, sides: {}, taskCode: null };

export function rowKey({ sheet, row }: { sheet: string; row: number }): string {
  return `${row}:${sheet}`;
}

export function decisionFor(decisions: FileDecisions, row: { sheet: string; row: number }): RowDecision {
  const key = rowKey(row);
  return Object.hasOwn(decisions.rows, key) ? (decisions.rows[key] ?? undecided) : undecided;
}

/** Sure of its task and without a conflict: what 「全部采纳」 takes. */
export function isClean({ outcome }: ReturnRow): boolean {
  return outcome === 'new' || outcome === 'changed';
}

function isStored({ field, conflict }: FieldChange, { sides }: RowDecision): boolean {
  return !conflict || sides[field] === 'theirs';
}

function isTargetStored({ targetId, conflict }: TargetChange, { targetSides }: RowDecision): boolean {
  return !conflict || targetSides?.[targetId] === 'theirs';
}

/** Whether anything of the row is news: in a conflicting cell ours stays unless theirs was chosen. */
function storesAnything({ changes, targetChanges }: ReturnRow, decision: RowDecision): boolean {
  const stored = changes.some((change) => isStored(change, decision));
  return stored || targetChanges.some((change) => isTargetStored(change, decision));
}

/** Which side was chosen in each cell in which both differ; null where none was. */
function chosenSides({ changes, targetChanges }: ReturnRow, { sides, targetSides }: RowDecision) {
  const fields = changes.filter(({ conflict }) => conflict).map(({ field }) => sides[field] ?? null);
  const readings = targetChanges.filter(({ conflict }) => conflict);
  return [...fields, ...readings.map(({ targetId }) => targetSides?.[targetId] ?? null)];
}

/** Whether 入库 stores the row. Choosing the return's side of a cell takes its row, unless a person leaves it. */
export function isTaken(row: ReturnRow, decision: RowDecision): boolean {
  if (!isClean(row) && row.outcome !== 'conflict') return false;
  const wanted = decision.take ?? (isClean(row) || chosenSides(row, decision).includes('theirs'));
  return wanted && storesAnything(row, decision);
}

/** Whether a person has settled what the program asks of the row. */
export function isSettled(row: ReturnRow, decision: RowDecision): boolean {
  if (decision.take !== null) return true;
  if (row.outcome !== 'conflict') return false;
  const chosen = chosenSides(row, decision);
  return chosen.length > 0 && !chosen.includes(null);
}

/**
 * What the row stores as decided.
 * @param merged with the return's side of every conflict
 * @param ours what is stored now
 */
export function decidedValues(row: ReturnRow, ours: ProgressValues, decision: RowDecision): ProgressValues {
  const kept = row.changes.filter((change) => !isStored(change, decision));
  return { ...row.values, ...Object.fromEntries(kept.map(({ field }) => [field, ours[field]])) };
}

/** The row's target readings as decided; those the row says nothing of stay. */
export function decidedReadings(row: ReturnRow, decision: RowDecision): TargetReading[] {
  const kept = new Map(
    row.targetChanges
      .filter((change) => !isTargetStored(change, decision))
      .map(({ targetId, stored }) => [targetId, stored]),
  );
  return row.targetValues.flatMap((reading) => {
    const ours = kept.get(reading.targetId);
    if (ours === undefined) return [reading];
    return ours === null ? [] : [{ targetId: reading.targetId, value: ours }];
  });
}
