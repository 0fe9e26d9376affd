/**
 * Today's list: what to chase, why, since when, what was done last and what to do next. One entry for a task and a
 * unit, its reasons together.
 */
import { actionKindLabels } from './action.ts';
import { adviseNextAction, type ChaseAdvice } from './chase-advice.ts';
import type { ChaseContext, ChaseFacts } from './chase-facts.ts';
import { type ChaseReason, chaseKinds, findChaseReasons } from './chase-reasons.ts';
import { extendedWords } from './extension.ts';

export interface LastAction {
  on: string;
  words: string;
}

export interface WorklistEntry {
  code: string;
  content: string;
  unit: string;
  /** Most urgent first; never empty. */
  reasons: ChaseReason[];
  /** Since when the oldest of them holds. */
  since: string;
  lastAction: LastAction | null;
  advice: ChaseAdvice;
}

function actionsOf({ slips, extensions, meetings }: ChaseFacts): LastAction[] {
  return [
    ...slips.filter(({ state }) => state !== 'void').map(({ actedOn, words }) => ({ on: actedOn, words })),
    ...extensions.map((extension) =>
      extension.state === 'approved' && extension.decidedOn !== null
        ? { on: extension.decidedOn, words: extendedWords(extension) }
        : { on: extension.askedOn, words: `申请${extendedWords(extension)}` },
    ),
    ...meetings.map(({ kind, heldOn, words }) => ({
      on: heldOn,
      words: `${actionKindLabels[kind]}：${words}`,
    })),
  ];
}

function lastActionOf(facts: ChaseFacts): LastAction | null {
  return actionsOf(facts).reduce<LastAction | null>(
    (last, action) => (last === null || action.on >= last.on ? action : last),
    null,
  );
}

function entryOf(facts: ChaseFacts, context: ChaseContext): WorklistEntry[] {
  const reasons = findChaseReasons(facts, context);
  if (reasons.length === 0) return [];
  const since = reasons.reduce(
    (first, reason) => (reason.since < first ? reason.since : first),
    '9999-12-31',
  );
  const { code, content, unit } = facts;
  const advice = adviseNextAction(facts, reasons, context);
  return [{ code, content, unit, reasons, since, lastAction: lastActionOf(facts), advice }];
}

function urgencyOf({ reasons }: WorklistEntry): number {
  return Math.min(...reasons.map(({ kind }) => chaseKinds.indexOf(kind)));
}

function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function compareEntries(one: WorklistEntry, other: WorklistEntry): number {
  const isWaiting = ({ advice }: WorklistEntry) => Number(advice.action === 'wait');
  return (
    isWaiting(one) - isWaiting(other) ||
    urgencyOf(one) - urgencyOf(other) ||
    compareTexts(one.since, other.since) ||
    compareTexts(one.code, other.code) ||
    compareTexts(one.unit, other.unit)
  );
}

/**
 * In this order: entries with something to do before those that wait for an answer; then by the most urgent reason
 * (the order of {@link chaseKinds}); then the oldest first; then by code; then by unit.
 * @param pairs one for each task and unit, in any order
 */
export function todaysWorklist(pairs: readonly ChaseFacts[], context: ChaseContext): WorklistEntry[] {
  return pairs.flatMap((facts) => entryOf(facts, context)).sort(compareEntries);
}
