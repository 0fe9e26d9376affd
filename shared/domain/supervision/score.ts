/** 考核: a score for each unit, every line of it with the records behind it. */
import { fromHundredths, toHundredths } from './points.ts';
import type { RecordRef } from './record-ref.ts';
import { groupCounted, refsOf, type ScoredUnit, type ScoreFact, type ScoreFacts } from './score-facts.ts';
import type { ScoreKind } from './score-kind.ts';
import { rankWithinKinds } from './score-rank.ts';
import type { MarkRule, PointsRule, ScoreRule, ScoreRules } from './score-rules.ts';

/** Types here are aliases, which unlike interfaces are plain JSON to the compiler: they are published as they are. */
export type ScoreLine = {
  /** The rule's key. */
  rule: string;
  label: string;
  /** What it moved the score by; 0 for what is only shown. */
  points: number;
  count: number;
  /** False for 配合: shown without penalty. */
  isCounted: boolean;
  refs: RecordRef[];
};

export type UnitScore = {
  unit: string;
  kind: ScoreKind;
  /** Null for a unit that leads nothing: it is not scored. */
  score: number | null;
  /** Within its kind; null without a score. */
  rank: number | null;
  /** Base and all lines, before floor and ceiling. */
  beforeLimits: number;
  lines: ScoreLine[];
};

/** Hundredths and the line that says so. */
interface Step {
  moved: number;
  line: ScoreLine;
}

function lineOf(rule: ScoreRule, facts: readonly ScoreFact[], count: number, moved: number): ScoreLine {
  const { key, label } = rule;
  return { rule: key, label, points: fromHundredths(moved), count, isCounted: true, refs: refsOf(facts) };
}

function isCounted({ part }: ScoreFact, { who }: PointsRule): boolean {
  return part === 'unit' || (part !== 'support' && who.includes(part));
}

/** A praise that names its points counts them, the largest where several records are one count. */
function groupPoints(group: readonly ScoreFact[], { kind, points }: PointsRule): number {
  const named = kind === 'praise' ? group.flatMap(({ amount }) => (amount === null ? [] : [amount])) : [];
  return toHundredths(named.length === 0 ? points : Math.max(...named));
}

function pointsStep(rule: PointsRule, facts: readonly ScoreFact[]): Step {
  const groups = groupCounted(facts, rule.per);
  const sum = groups.reduce((total, group) => total + groupPoints(group, rule), 0);
  const limited = rule.cap === null ? sum : Math.min(sum, toHundredths(rule.cap));
  const moved = rule.kind === 'deduction' ? -limited : limited;
  return { moved, line: lineOf(rule, facts, groups.length, moved) };
}

/** 配合 in a line of its own, so that the unit sees it and that it cost nothing. */
function supportLine(rule: PointsRule, facts: readonly ScoreFact[]): ScoreLine {
  const count = groupCounted(facts, rule.per).length;
  return { ...lineOf(rule, facts, count, 0), label: `${rule.label}（配合，不计分）`, isCounted: false };
}

/** weight × (mean of the marks − score so far), in whole numbers until the one division. */
function markStep(rule: MarkRule, facts: readonly ScoreFact[], total: number): Step {
  const marks = groupCounted(facts, 'record').map(([fact]) => toHundredths(fact?.amount ?? 0));
  const sum = marks.reduce((all, mark) => all + mark, 0);
  const weighted = toHundredths(rule.weight) * (sum - marks.length * total);
  const moved = Math.round(weighted / (10_000 * marks.length));
  return { moved, line: lineOf(rule, facts, marks.length, moved) };
}

function scorePoints(rules: ScoreRules, facts: readonly ScoreFact[]): { total: number; lines: ScoreLine[] } {
  const lines: ScoreLine[] = [];
  let total = toHundredths(rules.base);
  for (const rule of rules.rules.filter((candidate) => candidate.kind !== 'mark')) {
    const own = facts.filter(({ kind }) => kind === rule.counts);
    const [counted, shown] = [
      own.filter((fact) => isCounted(fact, rule)),
      own.filter((fact) => !isCounted(fact, rule)),
    ];
    if (counted.length > 0) {
      const { moved, line } = pointsStep(rule, counted);
      total += moved;
      lines.push(line);
    }
    if (shown.length > 0) lines.push(supportLine(rule, shown));
  }
  return { total, lines };
}

function applyMark(rules: ScoreRules, facts: readonly ScoreFact[], total: number): Step | null {
  const rule = rules.rules.find((candidate) => candidate.kind === 'mark');
  const marks = facts.filter(({ kind, amount }) => kind === 'leader_mark' && amount !== null);
  return rule === undefined || marks.length === 0 ? null : markStep(rule, marks, total);
}

/** The mark comes after all points, and floor and ceiling after the mark. */
function scoreUnit(
  { unit, kind, tasks }: ScoredUnit,
  facts: readonly ScoreFact[],
  rules: ScoreRules,
): UnitScore {
  const { total, lines } = scorePoints(rules, facts);
  const mark = applyMark(rules, facts, total);
  const end = total + (mark?.moved ?? 0);
  const limited = Math.min(Math.max(end, toHundredths(rules.floor)), toHundredths(rules.ceiling));
  return {
    unit,
    kind,
    score: tasks > 0 ? fromHundredths(limited) : null,
    rank: null,
    beforeLimits: fromHundredths(end),
    lines: mark === null ? lines : [...lines, mark.line],
  };
}

/**
 * Scores and ranks, by kind and then by rank; units without a score come last in their kind. The order of the facts
 * makes no difference. Trying proposed rules is this function with those rules on the last period's facts.
 * @param rules without faults; see `checkScoreRules`
 * @throws RangeError when a fact belongs to a unit that is not listed
 */
export function scoreUnits({ units, facts }: ScoreFacts, rules: ScoreRules): UnitScore[] {
  const byUnit = Map.groupBy(facts, ({ unit }) => unit);
  const known = new Set(units.map(({ unit }) => unit));
  const stranger = facts.find(({ unit }) => !known.has(unit));
  if (stranger !== undefined) throw new RangeError(`not among the scored units: ${stranger.unit}`);
  return rankWithinKinds(units.map((scored) => scoreUnit(scored, byUnit.get(scored.unit) ?? [], rules)));
}
