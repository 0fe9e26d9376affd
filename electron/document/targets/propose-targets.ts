/** Proposes targets from a task's text; a person reviews the proposal (seeds/targets.json). */

import { type DueMark, findDueMarks, yearEnd } from '#shared/domain/due-marks.ts';
import type { Target } from '#shared/domain/target.ts';
import { readClause } from './clause-targets.ts';
import { promisedNumbers } from './conditions.ts';
import { findNumbers } from './number-mentions.ts';
import { type Clause, prepareScan, splitClauses } from './scan-text.ts';

function within(clause: Clause): (part: Clause) => boolean {
  return (part) => part.start >= clause.start && part.end <= clause.end;
}

/** 「到2027年，…」: a clause that is nothing but a date holds for the next one. */
function dueOfDateAlone(scanned: string, clause: Clause, mark: DueMark | undefined): string | null {
  if (mark === undefined) return null;
  const around = scanned.slice(clause.start, mark.start) + scanned.slice(mark.end, clause.end);
  return around.trim() === '' ? mark.due : null;
}

/**
 * Every number the text promises, in order; names, slogans, ranks, thresholds and dates are not among them
 * (domain.md, Words, 指标). A target is due at the year's end unless its clause says otherwise.
 * @param content a task's text, corrections applied
 * @param year the notice's year
 */
export function proposeTargets(content: string, year: number): Target[] {
  const text = prepareScan(content);
  const numbers = findNumbers(text);
  const allMarks = findDueMarks(text.scanned, year);
  const targets: Target[] = [];
  let previousClause = '';
  let carriedDue: string | null = null;
  for (const clause of splitClauses(text.scanned)) {
    const marks = allMarks.filter(within(clause));
    const promised = promisedNumbers(text, clause, numbers.filter(within(clause)));
    const dueByDefault = carriedDue ?? yearEnd(year);
    const previousName = targets.at(-1)?.name ?? '';
    const reading = { text, clause, marks, dueByDefault, previousName, previousClause };
    targets.push(...readClause({ ...reading, cursor: clause.start, waitingNames: [] }, promised));
    previousClause = content.slice(clause.start, clause.end);
    carriedDue = dueOfDateAlone(text.scanned, clause, marks[0]);
  }
  return targets;
}
