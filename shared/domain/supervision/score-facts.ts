/** What is scored: units, and the records of a time that count for or against them. */
import { type RecordRef, recordKey } from './record-ref.ts';
import type { ScoreKind } from './score-kind.ts';
import type { CountedPer, ScoreFactKind, ScorePart } from './score-rules.ts';

export interface ScoredUnit {
  /** Canonical name. */
  unit: string;
  kind: ScoreKind;
  /** How many tasks it leads, or stands in for a lead of; a unit with none is not scored. */
  tasks: number;
}

export interface ScoreFact {
  kind: ScoreFactKind;
  unit: string;
  part: ScorePart;
  /** `YYYY-MM-DD`: the order in which records are listed. */
  on: string;
  /** Null where it belongs to no period, or to no one task. */
  period: string | null;
  task: string | null;
  /** The mark itself, or the points of a praise where it names its own; null otherwise. */
  amount: number | null;
  ref: RecordRef;
}

export interface ScoreFacts {
  /** In the directory's order, which units of one rank keep. */
  units: readonly ScoredUnit[];
  facts: readonly ScoreFact[];
}

function countKey({ period, task, ref }: ScoreFact, per: CountedPer): string {
  if (per === 'return' && period !== null) return period;
  if (per === 'report' && period !== null && task !== null) return `${task} ${period}`;
  if (per === 'task' && task !== null) return task;
  return recordKey(ref);
}

/** Facts that count once together, in groups; a fact without the period or task asked for counts by its record. */
export function groupCounted(facts: readonly ScoreFact[], per: CountedPer): ScoreFact[][] {
  return [...Map.groupBy(facts, (fact) => countKey(fact, per)).values()];
}

/** Their records, each once, in an order that does not depend on the facts'. */
export function refsOf(facts: readonly ScoreFact[]): RecordRef[] {
  const sortable = facts.map(({ on, ref }) => ({ ref, place: `${on} ${recordKey(ref)}` }));
  sortable.sort((one, other) => (one.place === other.place ? 0 : one.place < other.place ? -1 : 1));
  return [...new Map(sortable.map(({ ref }) => [recordKey(ref), ref])).values()];
}
