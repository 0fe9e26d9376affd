import { describe, expect, test } from 'vitest';
import { actualOf, reportedActual, targetActual } from '#shared/domain/supervision/target-actual.ts';
import type { Comparator, Target } from '#shared/domain/target.ts';

function target(comparator: Comparator, value: number, more: Partial<Target> = {}): Target {
  return { name: '子基金', comparator, value, measure: '支', due: '2024-12-31', ...more };
}

function percentOf(comparator: Comparator, wanted: number, value: number): number | null | undefined {
  return targetActual([{ target: target(comparator, wanted), value }])?.percent;
}

test.each([
  ['>=', 3, 2, 66.67],
  ['>=', 3, 3, 100],
  ['=', 50, 60, 120],
  ['>=', 8500, 0, 0],
  ['>=', 6, -1.5, 0],
] as const)('%s %d with %d is %d%%', (comparator, wanted, value, percent) => {
  expect(percentOf(comparator, wanted, value)).toBe(percent);
});

test.each([
  ['<=', 5, 5, true],
  ['<=', 5, 5.01, false],
  ['=', 0, 0, true],
  ['=', 0, 1, false],
  ['>=', -2, -1, true],
] as const)('%s %d with %d is met or not: %s', (comparator, wanted, value, isMet) => {
  const actual = targetActual([{ target: target(comparator, wanted), value }]);
  expect(actual).toMatchObject({ percent: null, verdicts: [{ isMet }] });
});

describe('several targets', () => {
  const fund = target('>=', 3);
  const projects = target('>=', 15, { name: '亿元以上产业项目', measure: '个' });

  test('the lowest counts, and says which it is', () => {
    const actual = targetActual([
      { target: fund, value: 3 },
      { target: projects, value: 6 },
    ]);
    expect(actual).toMatchObject({ percent: 40, source: '亿元以上产业项目：6个，目标15个，40%' });
  });

  test('a target without a value is left out', () => {
    expect(
      targetActual([
        { target: fund, value: 2 },
        { target: projects, value: null },
      ])?.percent,
    ).toBe(66.67);
    expect(targetActual([{ target: fund, value: null }])).toBeNull();
  });

  test('stages of one promise are measured against the whole of it', () => {
    const stage = (name: string, value: number, due: string) =>
      target('>=', value, { name, measure: '%', due });
    const first = stage('新建项目开工率', 30, '2024-03-31');
    const second = stage('新建项目开工率', 60, '2024-06-30');
    const whole = stage('新建项目实质性开工率', 100, '2024-10-31');
    const readings = [
      { target: first, value: 30 },
      { target: second, value: 55 },
      { target: whole, value: null },
    ];
    expect(targetActual(readings)).toMatchObject({
      percent: 55,
      source: '新建项目开工率：55%，目标100%，55%',
    });
  });
});

describe('numbers where they exist, else the accepted percent', () => {
  const readings = (value: number | null) => [{ target: target('>=', 3), value }];

  test('a value outranks the reported percent', () => {
    expect(actualOf(readings(1), { percent: 90, status: 'in_progress' })).toMatchObject({
      percent: 33.33,
      basis: 'targets',
    });
  });

  test('without a value the report speaks, without a report nobody', () => {
    expect(actualOf(readings(null), { percent: 90, status: null })).toMatchObject({
      percent: 90,
      basis: 'report',
    });
    expect(actualOf(readings(null), null)).toBeNull();
    expect(actualOf([], null)).toBeNull();
  });

  test.each([
    [null, 'completed', 100],
    [null, 'not_started', 0],
    [null, 'in_progress', null],
    [null, 'blocked', null],
    [null, null, null],
    [20, 'not_started', 20],
  ] as const)('percent %s with status %s means %s', (percent, status, expected) => {
    expect(reportedActual({ percent, status }).percent).toBe(expected);
  });
});
