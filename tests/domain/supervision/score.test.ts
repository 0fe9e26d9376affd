import { describe, expect, test } from 'vitest';
import { compareScores } from '#shared/domain/supervision/compare-scores.ts';
import { scoreUnits, type UnitScore } from '#shared/domain/supervision/score.ts';
import type { ScoreFact } from '#shared/domain/supervision/score-facts.ts';
import { scoreKindOf } from '#shared/domain/supervision/score-kind.ts';
import { defaultScoreRules, type ScoreRules } from '#shared/domain/supervision/score-rules.ts';
import { deduction, fact, mark, praise, rulesOf, units } from './score-samples.ts';

function scoreOf(unit: string, facts: ScoreFact[], rules: ScoreRules): UnitScore {
  const found = scoreUnits({ units, facts }, rules).find((score) => score.unit === unit);
  if (found === undefined) throw new Error(`no score for ${unit}`);
  return found;
}

const own = '区住建局';
const late = (count: number) =>
  Array.from({ length: count }, (_, index) => fact('late_return', own, index + 1));

describe('points, caps and limits', () => {
  test.each([
    [0, 5, 100],
    [1, 5, 99.5],
    [9, 5, 95.5],
    [10, 5, 95],
    [11, 5, 95],
    [11, null, 94.5],
    [1, 0, 100],
  ])('%d late returns at 0.5 with a cap of %s leave %d', (count, cap, score) => {
    expect(scoreOf(own, late(count), rulesOf(deduction({ cap }))).score).toBe(score);
  });

  test.each([
    [19, 5, 5],
    [20, 0, 0],
    [21, -5, 0],
  ])('%d times 5 points: %d before the floor, %d after it', (count, beforeLimits, score) => {
    const result = scoreOf(own, late(count), rulesOf(deduction({ points: 5 })));
    expect(result).toMatchObject({ beforeLimits, score });
  });

  test.each([
    [5, 105, 105],
    [6, 106, 105],
  ])('%d praises: %d before the ceiling, %d after it', (count, beforeLimits, score) => {
    const facts = Array.from({ length: count }, (_, index) => fact('praise', own, index, { part: 'unit' }));
    expect(scoreOf(own, facts, rulesOf(praise))).toMatchObject({ beforeLimits, score });
  });

  test('floor and ceiling are data', () => {
    const rules = { ...rulesOf(deduction({ points: 30 })), floor: 60, ceiling: 100 };
    expect(scoreOf(own, late(2), rules).score).toBe(60);
  });

  test('tenths add up on paper: a hundred times 0.1 is 10, three times 0.1 is 0.3', () => {
    expect(scoreOf(own, late(100), rulesOf(deduction({ points: 0.1 }))).score).toBe(90);
    const three = scoreOf(own, late(3), rulesOf(deduction({ points: 0.1 })));
    expect([three.score, three.lines[0]?.points]).toEqual([99.7, -0.3]);
  });

  test('a praise may name its own points', () => {
    const facts = [
      fact('praise', own, 1, { part: 'unit', amount: 2.5 }),
      fact('praise', own, 2, { part: 'unit' }),
    ];
    expect(scoreOf(own, facts, rulesOf(praise)).score).toBe(103.5);
  });
});

describe("the leader's mark", () => {
  const marks = (...amounts: number[]) =>
    amounts.map((amount, index) => fact('leader_mark', own, 100 + index, { part: 'unit', amount }));

  test.each([
    [[], 10, 98],
    [[88], 10, 97],
    [[88], 0, 98],
    [[88], 100, 88],
    [[90, 80], 50, 91.5],
    [[100], 10, 98.2],
    [[70, 80, 80], 33.33, 90.89],
  ])('marks %j at %d percent make of 98 points %d', (amounts, weight, score) => {
    const facts = [...late(4), ...marks(...amounts)];
    expect(scoreOf(own, facts, rulesOf(deduction(), mark(weight))).score).toBe(score);
  });

  test('its line says what it moved', () => {
    const { lines } = scoreOf(own, [...late(4), ...marks(88)], rulesOf(deduction(), mark(10)));
    expect(lines.map(({ rule, points, count }) => [rule, points, count])).toEqual([
      ['late_return', -2, 4],
      ['leader_mark', -1, 1],
    ]);
  });
});

describe('what is counted once', () => {
  const facts = [
    fact('red_light', own, 1, { task: 'Z02-18', period: '2024-04' }),
    fact('red_light', own, 2, { task: 'Z02-18', period: '2024-05' }),
    fact('red_light', own, 3, { task: 'Z02-19', period: '2024-05' }),
    fact('red_light', own, 4, { task: 'Z02-19', period: '2024-05' }),
    fact('red_light', own, 4, { task: 'Z02-19', period: '2024-05' }),
  ];

  test.each([
    ['return', 2],
    ['report', 3],
    ['task', 2],
    ['record', 4],
  ] as const)('per %s: %d, and the line opens all four records', (per, count) => {
    const rule = deduction({ counts: 'red_light', points: 1, per });
    const { score, lines } = scoreOf(own, facts, rulesOf(rule));
    expect(score).toBe(100 - count);
    expect(lines[0]?.count).toBe(count);
    expect(lines[0]?.refs.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  });

  test('a record without a period counts by itself', () => {
    const unplaced = [
      fact('late_return', own, 1, { period: null }),
      fact('late_return', own, 2, { period: null }),
    ];
    expect(scoreOf(own, unplaced, rulesOf(deduction({ per: 'return' }))).lines[0]?.count).toBe(2);
  });
});

describe('who is scored', () => {
  test('配合 is shown with its records and costs nothing', () => {
    const facts = [...late(1), fact('late_return', own, 9, { part: 'support', task: 'Z03-01' })];
    const { score, lines } = scoreOf(own, facts, rulesOf(deduction()));
    expect(score).toBe(99.5);
    expect(
      lines.map(({ label, points, isCounted, refs }) => [label, points, isCounted, refs.map(({ id }) => id)]),
    ).toEqual([
      ['逾期报送', -0.5, true, [1]],
      ['逾期报送（配合，不计分）', 0, false, [9]],
    ]);
  });

  test('a stand-in for a lead counts unless the rule says leads alone', () => {
    const facts = [fact('late_return', '五马街道', 1, { part: 'stand_in' })];
    expect(scoreOf('五马街道', facts, rulesOf(deduction())).score).toBe(99.5);
    expect(scoreOf('五马街道', facts, rulesOf(deduction({ who: ['lead'] }))).score).toBe(100);
  });

  test('a joint task counts for each of its leads', () => {
    const facts = [fact('red_light', own, 1), fact('red_light', '区教育局', 1)];
    const rules = rulesOf(deduction({ counts: 'red_light', points: 2 }));
    expect([scoreOf(own, facts, rules).score, scoreOf('区教育局', facts, rules).score]).toEqual([98, 98]);
  });

  test('a unit that leads nothing has its records shown, and neither score nor rank', () => {
    const facts = [fact('late_return', '电信鹿城分局', 1, { part: 'support' })];
    const result = scoreOf('电信鹿城分局', facts, rulesOf(deduction()));
    expect(result).toMatchObject({ score: null, rank: null });
    expect(result.lines).toHaveLength(1);
  });

  test('a record of a unit that is not listed is a fault of the caller', () => {
    expect(() => scoreUnits({ units, facts: [fact('late_return', '区水利局', 1)] }, rulesOf())).toThrow(
      '区水利局',
    );
  });

  test.each([
    ['department', 'department'],
    ['party', 'department'],
    ['town', 'town'],
    ['vertical', 'other'],
    ['taskforce', 'other'],
    ['enterprise', 'other'],
  ] as const)('%s is ranked among %s', (kind, expected) => {
    expect(scoreKindOf(kind)).toBe(expected);
  });
});

describe('ranks', () => {
  const facts = [
    fact('late_return', '区教育局', 1),
    fact('late_return', '区交通局', 2),
    ...[3, 4].map((id) => fact('late_return', '区文广局', id)),
    ...[5, 6, 7].map((id) => fact('late_return', '五马街道', id)),
  ];

  test('equal scores share a rank and leave a gap; each kind is ranked by itself; equal units keep their order', () => {
    const scores = scoreUnits({ units, facts }, rulesOf(deduction()));
    expect(scores.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['区住建局', 1],
      ['区教育局', 2],
      ['区交通局', 2],
      ['区文广局', 4],
      ['藤桥镇', 1],
      ['五马街道', 2],
      ['电信鹿城分局', null],
    ]);
  });
});

describe('what changed', () => {
  const rules = rulesOf(deduction(), praise);

  test('nothing, between two equal runs', () => {
    const scores = scoreUnits({ units, facts: late(2) }, rules);
    expect(compareScores(scores, scoreUnits({ units, facts: late(2) }, rules))).toEqual([]);
  });

  test('score, rank and the lines that moved them', () => {
    const before = scoreUnits({ units, facts: late(1) }, rules);
    const after = scoreUnits(
      { units, facts: [fact('late_return', '区教育局', 9), fact('late_return', '区教育局', 10)] },
      rules,
    );
    const words = Object.fromEntries(
      compareScores(before, after).map((change) => [change.unit, change.words]),
    );
    expect(words).toEqual({
      区住建局: '99.5分→100分，第4名→第1名；逾期报送：−0.5→0',
      区教育局: '100分→99分，第1名→第4名；逾期报送：0→−1',
    });
  });

  test('proposed rules are tried on the last period by the same function', () => {
    const facts = { units, facts: late(3) };
    const changes = compareScores(
      scoreUnits(facts, rules),
      scoreUnits(facts, rulesOf(deduction({ points: 1.2 }), praise)),
    );
    expect(changes).toMatchObject([
      {
        unit: own,
        before: { score: 98.5, rank: 4 },
        after: { score: 96.4, rank: 4 },
        lines: [{ rule: 'late_return', before: -1.5, after: -3.6 }],
        words: '98.5分→96.4分；逾期报送：−1.5→−3.6',
      },
    ]);
  });

  test('units that came and went are named, the gone last', () => {
    const [first, second] = units;
    const before = scoreUnits(
      { units: [first, second].filter((unit) => unit !== undefined), facts: [] },
      rules,
    );
    const after = scoreUnits({ units: units.slice(1, 3), facts: [] }, rules);
    expect(compareScores(before, after).map(({ unit, words }) => [unit, words])).toEqual([
      ['区交通局', '新计分100分，第1名'],
      ['区住建局', '不再计分（原100分，第1名）'],
    ]);
  });
});

test('the default rules score a plain half year as their documentation says', () => {
  const facts = [
    fact('late_return', own, 1, { part: 'unit', task: null, period: '2024-01' }),
    fact('missing_return', own, 2, { part: 'unit', task: null, period: '2024-02' }),
    fact('returned_for_redo', own, 3, { part: 'unit', task: null, period: '2024-03' }),
    fact('behind', own, 4, { period: '2024-03' }),
    fact('red_light', own, 5, { period: '2024-04' }),
    fact('order_missed', own, 6),
    fact('praise', own, 7, { part: 'unit', task: null }),
  ];
  const { score, lines } = scoreOf(own, facts, defaultScoreRules(2024));
  expect(lines.map(({ label, points }) => `${label} ${points}`)).toEqual([
    '逾期报送 -0.5',
    '未报送 -1',
    '退回重报 -0.5',
    '欠进度 -0.5',
    '红灯 -1',
    '督办单逾期答复 -1',
    '批示表扬 1',
  ]);
  expect(score).toBe(96.5);
});
