import { describe, expect, test } from 'vitest';
import type { Period } from '#shared/domain/period.ts';
import { checkScoreRules, checkUnitMark } from '#shared/domain/supervision/check-score-rules.ts';
import { signedPoints, toHundredths } from '#shared/domain/supervision/points.ts';
import {
  defaultScoreRules,
  type PointsRule,
  type ScoreRules,
  scoreRulesFor,
} from '#shared/domain/supervision/score-rules.ts';
import { deduction, mark, rulesOf } from './score-samples.ts';

describe('faults of rules', () => {
  test('the default rules have none', () => {
    expect(checkScoreRules(defaultScoreRules(2024))).toEqual([]);
  });

  test.each<[ScoreRules, string[]]>([
    [rulesOf(deduction({ points: 0, cap: 0 })), []],
    [rulesOf(deduction({ points: 0.5, cap: 0.5 })), []],
    [rulesOf(deduction({ points: -0.01 })), ['“逾期报送”的分值须是0到1000之间的数，最多两位小数，请修改。']],
    [rulesOf(deduction({ points: 0.125 })), ['“逾期报送”的分值须是0到1000之间的数，最多两位小数，请修改。']],
    [
      rulesOf(deduction({ points: Number.NaN })),
      ['“逾期报送”的分值须是0到1000之间的数，最多两位小数，请修改。'],
    ],
    [
      rulesOf(deduction({ points: 0.5, cap: 0.49 })),
      ['“逾期报送”的上限0.49分小于一次的分值0.5分，请改大上限或改小分值。'],
    ],
    [rulesOf(deduction({ cap: -1 })), ['“逾期报送”的上限须是0到1000之间的数，最多两位小数，请修改。']],
    [
      rulesOf(deduction({ who: [] })),
      ['“逾期报送”须写明计谁的分：牵头单位、无牵头任务的填报单位；配合单位不计分。'],
    ],
    [
      rulesOf(deduction({ who: ['lead', 'support'] as unknown as PointsRule['who'] })),
      ['“逾期报送”须写明计谁的分：牵头单位、无牵头任务的填报单位；配合单位不计分。'],
    ],
    [rulesOf(deduction({ label: ' ' })), ['有一条评分规则（late_return）没有名称，请填写。']],
    [rulesOf(mark(0)), []],
    [rulesOf(mark(100)), []],
    [rulesOf(mark(100.01)), ['“领导评分”的权重须是0到100之间的百分数，最多两位小数，请修改。']],
    [rulesOf(mark(-1)), ['“领导评分”的权重须是0到100之间的百分数，最多两位小数，请修改。']],
    [rulesOf(mark(60), { ...mark(60), key: 'second' }), ['领导评分只能有一条规则，请合并。']],
    [rulesOf(deduction(), deduction()), ['有两条评分规则的代号都是“late_return”，请删去一条。']],
    [
      rulesOf(deduction({ counts: 'leader_mark' })),
      ['“逾期报送”的计分方式与所计的记录不符：领导评分按权重计，其余按次计。'],
    ],
    [{ ...rulesOf(), floor: 100, ceiling: 100 }, []],
    [{ ...rulesOf(), floor: 100.5 }, ['基础分100分须在最低分100.5分和最高分105分之间，请修改。']],
    [{ ...rulesOf(), ceiling: 99 }, ['基础分100分须在最低分0分和最高分99分之间，请修改。']],
    [{ ...rulesOf(), version: 0 }, ['版本号须是从1起的整数。']],
  ])('%#', (rules, problems) => {
    expect(checkScoreRules(rules)).toEqual(problems);
  });

  test.each([
    ['leader_mark', 0, true],
    ['leader_mark', 100, true],
    ['leader_mark', 100.01, false],
    ['leader_mark', -1, false],
    ['praise', 2.5, true],
    ['praise', 0.001, false],
  ] as const)('a %s of %d', (kind, points, isFine) => {
    expect(checkUnitMark(kind, points)).toHaveLength(isFine ? 0 : 1);
  });
});

describe('the version that counts', () => {
  const version = (number: number, effectiveFrom: string | null, year = 2024): ScoreRules => ({
    ...rulesOf(),
    year,
    version: number,
    effectiveFrom: effectiveFrom as Period | null,
  });
  const versions = [
    version(2, '2024-Q3'),
    version(1, '2024-01'),
    version(3, null),
    version(9, '2023-01', 2023),
  ];

  test.each([
    ['2024-01', 1],
    ['2024-06', 1],
    ['2024-Q2', 1],
    ['2024-07', 2],
    ['2024-Q3', 2],
    ['2024-12', 2],
    ['2023-12', 9],
    ['2025-01', null],
  ] as const)('for %s it is %s; one that is only tried never counts', (period, expected) => {
    expect(scoreRulesFor(versions, period as unknown as Period)?.version ?? null).toBe(expected);
  });
});

test.each([
  [1.005, 101],
  [-1.005, -101],
  [0.1 + 0.2, 30],
  [0, 0],
])('%d points are %d hundredths', (points, hundredths) => {
  expect(toHundredths(points)).toBe(hundredths);
});

test('points are written with their sign', () => {
  expect([0.5, -1.25, 0].map(signedPoints)).toEqual(['+0.5', '−1.25', '0']);
});
