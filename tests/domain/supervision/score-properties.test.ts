import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkScoreRules } from '#shared/domain/supervision/check-score-rules.ts';
import { toHundredths } from '#shared/domain/supervision/points.ts';
import { scoreUnits } from '#shared/domain/supervision/score.ts';
import {
  type PointsRule,
  type ScoreFactKind,
  type ScoreRules,
  scoreFactLabels,
} from '#shared/domain/supervision/score-rules.ts';
import { deduction, fact, mark, rulesOf, units } from './score-samples.ts';

const kinds = Object.keys(scoreFactLabels) as ScoreFactKind[];
const hundredths = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((value) => value / 100);

const facts = fc.array(
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      unit: fc.constantFrom(...units.map(({ unit }) => unit)),
      id: fc.integer({ min: 1, max: 12 }),
      part: fc.constantFrom('lead', 'stand_in', 'support', 'unit'),
      period: fc.constantFrom(null, '2024-04', '2024-05'),
      task: fc.constantFrom(null, 'Z02-18', 'M04-03'),
      amount: hundredths(100),
    })
    .map(({ kind, unit, id, amount, ...more }) => {
      const isMark = kind === 'leader_mark';
      // One record has one mark: what differs in the amount differs in the id.
      return fact(kind, unit, isMark ? amount : id, { ...more, amount: isMark ? amount : null });
    }),
  { maxLength: 40 },
);

const pointsRule = fc.record({
  counts: fc.constantFrom(...kinds.filter((kind) => kind !== 'leader_mark')),
  kind: fc.constantFrom('deduction' as const, 'praise' as const),
  points: hundredths(20),
  spare: fc.option(hundredths(30)),
  per: fc.constantFrom('return' as const, 'report' as const, 'task' as const, 'record' as const),
  who: fc.constantFrom<PointsRule['who']>(['lead'], ['lead', 'stand_in']),
});

const rules: fc.Arbitrary<ScoreRules> = fc
  .record({ points: fc.array(pointsRule, { minLength: 1, maxLength: 8 }), weight: hundredths(100) })
  .map(({ points, weight }) =>
    rulesOf(
      ...points.map(({ spare, ...more }, index) =>
        deduction({
          ...more,
          key: `rule ${index}`,
          cap: spare === null ? null : (toHundredths(more.points) + toHundredths(spare)) / 100,
        }),
      ),
      mark(weight),
    ),
  );

function scoresOf(unitFacts: ReturnType<typeof fact>[], by: ScoreRules): Map<string, number | null> {
  return new Map(scoreUnits({ units, facts: unitFacts }, by).map(({ unit, score }) => [unit, score]));
}

test('the rules tried here are rules the program accepts', () => {
  fc.assert(
    fc.property(rules, (by) => {
      expect(checkScoreRules(by)).toEqual([]);
    }),
  );
});

test('raising a deduction never raises a score', () => {
  fc.assert(
    fc.property(facts, rules, fc.nat(7), hundredths(10), (given, by, chosen, more) => {
      const raised = {
        ...by,
        rules: by.rules.map((rule, index) =>
          rule.kind === 'deduction' && index === chosen % by.rules.length
            ? { ...rule, points: (toHundredths(rule.points) + toHundredths(more)) / 100 }
            : rule,
        ),
      };
      const [before, after] = [scoresOf(given, by), scoresOf(given, raised)];
      for (const [unit, score] of after)
        if (score !== null) expect(score).toBeLessThanOrEqual(before.get(unit) ?? Number.NaN);
    }),
    { numRuns: 500 },
  );
});

test('a further record against a unit never raises its score', () => {
  fc.assert(
    fc.property(facts, rules, (given, by) => {
      const deducting = by.rules.filter(({ kind }) => kind === 'deduction').map(({ counts }) => counts);
      const praising = by.rules.filter(({ kind }) => kind === 'praise').map(({ counts }) => counts);
      const [counts] = deducting.filter((candidate) => !praising.includes(candidate));
      fc.pre(counts !== undefined);
      const more = fact(counts as ScoreFactKind, '区住建局', 999, { period: '2024-06', task: 'Z09-09' });
      const [before, after] = [scoresOf(given, by), scoresOf([...given, more], by)];
      expect(after.get('区住建局')).toBeLessThanOrEqual(before.get('区住建局') ?? Number.NaN);
    }),
  );
});

test('the order of the facts changes nothing, not even the order of the records behind a line', () => {
  const shuffled = facts.chain((given) =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
  );
  fc.assert(
    fc.property(shuffled, rules, ([given, other], by) => {
      expect(scoreUnits({ units, facts: other }, by)).toEqual(scoreUnits({ units, facts: given }, by));
    }),
  );
});

test('a rank is one more than the number of better units of its kind', () => {
  fc.assert(
    fc.property(facts, rules, (given, by) => {
      const scores = scoreUnits({ units, facts: given }, by);
      for (const { kind, score, rank } of scores) {
        if (score === null) expect(rank).toBeNull();
        else {
          const better = scores.filter((other) => other.kind === kind && (other.score ?? -1) > score);
          expect(rank).toBe(better.length + 1);
        }
      }
    }),
  );
});

test('the lines add up to the score before its limits, and the limits hold', () => {
  fc.assert(
    fc.property(facts, rules, (given, by) => {
      for (const { score, beforeLimits, lines } of scoreUnits({ units, facts: given }, by)) {
        const sum = lines.reduce((total, { points }) => total + toHundredths(points), toHundredths(by.base));
        expect(toHundredths(beforeLimits)).toBe(sum);
        if (score !== null) expect(score).toBe(Math.min(Math.max(beforeLimits, by.floor), by.ceiling));
        for (const { refs, count } of lines) expect(refs.length).toBeGreaterThanOrEqual(count > 0 ? 1 : 0);
      }
    }),
  );
});
