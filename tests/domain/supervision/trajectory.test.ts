import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTrajectory } from '#shared/domain/supervision/check-trajectory.ts';
import { checkCurves, defaultCurves } from '#shared/domain/supervision/curves.ts';
import {
  defaultTrajectory,
  expectedPercent,
  extendTrajectory,
  type Trajectory,
} from '#shared/domain/supervision/trajectory.ts';
import { anyDate, anyTrajectory } from './samples.ts';

const year = { start: '2024-01-01', due: '2024-12-31' };
const linear: Trajectory = { shape: 'linear', ...year };
const july: Trajectory = { shape: 'linear', start: '2024-07-01', due: '2024-12-31' };
const bridge: Trajectory = {
  shape: 'milestones',
  ...year,
  milestones: [{ due: '2024-03-31' }, { due: '2024-08-15' }, { due: '2024-12-31', weight: 2 }],
};
const quarters: Trajectory = {
  shape: 'quarters',
  start: '2024-01-01',
  due: '2024-10-31',
  percents: [30, 60, 85, 100],
};
const points: Trajectory = {
  shape: 'points',
  ...year,
  points: [
    { date: '2024-05-31', percent: 10 },
    { date: '2024-09-30', percent: 80 },
  ],
};

describe('linear', () => {
  test.each([
    ['2023-12-31', 0],
    ['2024-01-31', 8.33],
    ['2024-02-29', 16.67],
    ['2024-02-28', 16.38],
    ['2024-03-31', 25],
    ['2024-06-30', 50],
    ['2024-11-30', 91.67],
    ['2024-12-30', 99.73],
    ['2024-12-31', 100],
    ['2025-05-01', 100],
  ])('a task of the year has %s at %d%%', (date, expected) => {
    expect(expectedPercent(linear, date, [defaultCurves])).toBe(expected);
  });

  test('a year without 29 February is at the same twelfths', () => {
    expect(expectedPercent(defaultTrajectory(2023), '2023-02-28', [defaultCurves])).toBe(16.67);
    expect(expectedPercent(defaultTrajectory(2023), '2023-11-30', [defaultCurves])).toBe(91.67);
  });

  test.each([
    ['2024-06-30', 0],
    ['2024-07-01', 0.54],
    ['2024-07-31', 16.67],
    ['2024-09-30', 50],
    ['2024-12-31', 100],
  ])('a task that starts in July has %s at %d%%', (date, expected) => {
    expect(expectedPercent(july, date, [defaultCurves])).toBe(expected);
  });

  test('a task of one day is due on it', () => {
    const day: Trajectory = { shape: 'linear', start: '2024-02-29', due: '2024-02-29' };
    expect(checkTrajectory(day)).toEqual([]);
    expect(expectedPercent(day, '2024-02-28', [defaultCurves])).toBe(0);
    expect(expectedPercent(day, '2024-02-29', [defaultCurves])).toBe(100);
  });
});

describe('other shapes', () => {
  test.each([
    ['front_loaded', '2024-03-31', 40],
    ['front_loaded', '2024-06-30', 70],
    ['front_loaded', '2024-09-30', 90],
    ['back_loaded', '2024-03-31', 10],
    ['back_loaded', '2024-06-30', 30],
    ['back_loaded', '2024-09-30', 60],
    ['back_loaded', '2024-11-30', 86.67],
  ] as const)('%s at %s is %d%%', (shape, date, expected) => {
    expect(expectedPercent({ shape, ...year }, date, [defaultCurves])).toBe(expected);
  });

  test('the curves are data', () => {
    const flat = { ...defaultCurves, backLoaded: [{ time: 50, work: 0 }] };
    expect(expectedPercent({ shape: 'back_loaded', ...year }, '2024-06-30', [flat])).toBe(0);
    expect(checkCurves([flat])).toEqual([]);
    expect(checkCurves([{ ...flat, backLoaded: [{ time: 50, work: 120 }] }])).toEqual([
      '“前慢后快”曲线的各点须按时间先后排列，在0到100之间，进度不能倒退，请修改。',
    ]);
  });

  test.each([
    ['2024-02-29', 20],
    ['2024-03-31', 30],
    ['2024-06-30', 60],
    ['2024-08-31', 76.67],
    ['2024-09-30', 85],
    ['2024-10-31', 100],
  ])('quarter points reach %s at %d%%', (date, expected) => {
    expect(expectedPercent(quarters, date, [defaultCurves])).toBe(expected);
  });

  test.each([
    ['2024-03-30', 0],
    ['2024-03-31', 25],
    ['2024-08-14', 25],
    ['2024-08-15', 50],
    ['2024-12-30', 50],
    ['2024-12-31', 100],
  ])('a milestone gives its share on its day: %s is %d%%', (date, expected) => {
    expect(expectedPercent(bridge, date, [defaultCurves])).toBe(expected);
  });

  test.each([
    ['2024-02-29', 4],
    ['2024-05-31', 10],
    ['2024-07-31', 45],
    ['2024-09-30', 80],
    ['2024-10-31', 86.67],
  ])('own points are joined by straight lines: %s is %d%%', (date, expected) => {
    expect(expectedPercent(points, date, [defaultCurves])).toBe(expected);
  });
});

describe('an approved extension', () => {
  const later = '2025-03-31';

  test('stretches a line and keeps what points said before the old due date', () => {
    expect(expectedPercent(extendTrajectory(linear, later), '2024-12-31', [defaultCurves])).toBe(80);
    expect(expectedPercent(extendTrajectory(points, later), '2024-09-30', [defaultCurves])).toBe(80);
    expect(expectedPercent(extendTrajectory(quarters, later), '2024-09-30', [defaultCurves])).toBe(85);
    expect(expectedPercent(extendTrajectory(quarters, later), '2024-10-31', [defaultCurves])).toBeLessThan(
      100,
    );
    expect(expectedPercent(extendTrajectory(bridge, later), '2024-08-15', [defaultCurves])).toBe(50);
  });

  test('leaves nothing to correct and never shortens', () => {
    for (const one of [linear, points, quarters, bridge])
      expect(checkTrajectory(extendTrajectory(one, later))).toEqual([]);
    expect(() => extendTrajectory(linear, '2024-10-31')).toThrow(RangeError);
  });
});

test('expected never falls in time and stays within 0 and 100', () => {
  fc.assert(
    fc.property(anyTrajectory, anyDate, anyDate, (trajectory, one, other) => {
      const [early, late] = one < other ? [one, other] : [other, one];
      const before = expectedPercent(trajectory, early, [defaultCurves]);
      const after = expectedPercent(trajectory, late, [defaultCurves]);
      expect(before).toBeGreaterThanOrEqual(0);
      expect(after).toBeLessThanOrEqual(100);
      expect(after).toBeGreaterThanOrEqual(before);
      expect(expectedPercent(trajectory, trajectory.due, [defaultCurves])).toBe(100);
    }),
    { numRuns: 1000 },
  );
});

describe('what is wrong is said in a sentence', () => {
  const wrong: [string, Trajectory, string][] = [
    ['date', { shape: 'linear', start: '2024-02-30', due: '2024-12-31' }, '“2024-02-30”不是有效日期'],
    ['order', { shape: 'linear', start: '2024-07-01', due: '2024-06-30' }, '早于开始日期2024-07-01'],
    ['count', { shape: 'quarters', ...year, percents: [50, 100] }, '共4个季度，却填了2个比例'],
    ['fall', { shape: 'quarters', ...year, percents: [50, 40, 80, 100] }, '不能低于前一季度'],
    ['end', { shape: 'quarters', ...year, percents: [10, 40, 80, 90] }, '最后一个季度的比例须是100'],
    ['none', { shape: 'points', ...year, points: [] }, '一个序时点也没有'],
    ['high', { shape: 'points', ...year, points: [{ date: '2024-05-01', percent: 101 }] }, '0到100之间'],
    ['late', { shape: 'points', ...year, points: [{ date: '2025-05-01', percent: 10 }] }, '不在2024-01-01至'],
    [
      'last',
      { shape: 'points', ...year, points: [{ date: '2024-12-31', percent: 90 }] },
      '当天的序时点须是100',
    ],
    ['steps', { shape: 'milestones', ...year, milestones: [] }, '一个节点也没有'],
    ['weight', { shape: 'milestones', ...year, milestones: [{ due: '2024-05-01', weight: 0 }] }, '须大于0'],
  ];

  test.each(wrong)('%s', (_, trajectory, words) => {
    expect(checkTrajectory(trajectory).join('')).toContain(words);
  });

  test('points out of order are not sorted in silence', () => {
    const swapped: Trajectory = { ...points, points: points.points.toReversed() };
    expect(checkTrajectory(swapped)).toEqual([
      '序时点须按日期先后排列，同一天只能有一个，请修改。',
      '后一个序时点的比例不能低于前一个，请修改。',
    ]);
  });

  test('what is right passes', () => {
    for (const one of [linear, july, bridge, quarters, points]) expect(checkTrajectory(one)).toEqual([]);
  });
});
