import { describe, expect, test } from 'vitest';
import { defaultCurves } from '#shared/domain/supervision/curves.ts';
import { type LightFacts, lightOf } from '#shared/domain/supervision/light.ts';
import { defaultLightSettings } from '#shared/domain/supervision/light-settings.ts';
import { gapBetween, percentLabel, roundPercent } from '#shared/domain/supervision/percent-figures.ts';
import { reportedActual, targetActual } from '#shared/domain/supervision/target-actual.ts';
import type { Trajectory } from '#shared/domain/supervision/trajectory.ts';
import { facts, lightAtHalfYear } from './samples.ts';

function summary(one: LightFacts, date: string, settings = defaultLightSettings): string {
  const { light, rule } = lightOf(one, settings, date, [defaultCurves]);
  return `${light} ${rule.key}`;
}

describe('gap', () => {
  test.each([
    [50, 'green on_track', '序时应达50%，实际50%，与序时持平，绿灯'],
    [55, 'green on_track', '序时应达50%，实际55%，领先5个百分点，绿灯'],
    [40, 'green on_track', '序时应达50%，实际40%，落后10个百分点，绿灯'],
    [39.99, 'yellow behind', '序时应达50%，实际39.99%，落后10.01个百分点，黄灯'],
    [28, 'yellow behind', '序时应达50%，实际28%，落后22个百分点，黄灯'],
    [20, 'yellow behind', '序时应达50%，实际20%，落后30个百分点，黄灯'],
    [19.99, 'red far_behind', '序时应达50%，实际19.99%，落后30.01个百分点，红灯'],
    [120, 'green on_track', '序时应达50%，实际120%，领先70个百分点，绿灯'],
  ])('actual %d%% of 50%%', (actual, expected, reason) => {
    const light = lightAtHalfYear(actual);
    expect(`${light.light} ${light.rule.key}`).toBe(expected);
    expect(light.reason).toBe(reason);
    expect(light.gap).toBe(gapBetween(50, actual));
  });

  test('the gap is that of the figures shown: 91.67 − 81.67 is exactly 10', () => {
    const november = lightOf(facts(81.67), defaultLightSettings, '2024-11-30', [defaultCurves]);
    expect(november).toMatchObject({ light: 'green', expected: 91.67, gap: 10 });
    expect(summary(facts(81.66), '2024-11-30')).toBe('yellow behind');
  });

  test.each([
    [33.3, 23.3, 10],
    [0.3, 0.1, 0.2],
    [100, 99.994, 0.01],
    [50, 50.004, 0],
    [50.004, 39.996, 10],
  ])('%d − %d is %d', (expected, actual, gap) => {
    expect(gapBetween(expected, actual)).toBe(gap);
  });

  test('halves are rounded away from zero, whatever binary makes of them', () => {
    expect([1.005, 2.675, 66.666, -1.005].map(roundPercent)).toEqual([1.01, 2.68, 66.67, -1.01]);
    expect(Object.is(roundPercent(-0.001), 0)).toBe(true);
    expect(percentLabel(1100 / 12)).toBe('91.67%');
  });

  test('thresholds are settings', () => {
    const strict = { ...defaultLightSettings, yellowAbove: 5, redAbove: 9.5 };
    expect(summary(facts(45), '2024-06-30', strict)).toBe('green on_track');
    expect(summary(facts(44.99), '2024-06-30', strict)).toBe('yellow behind');
    expect(summary(facts(40.5), '2024-06-30', strict)).toBe('yellow behind');
    expect(summary(facts(40.49), '2024-06-30', strict)).toBe('red far_behind');
  });
});

describe('due date', () => {
  const trajectory: Trajectory = { shape: 'linear', start: '2024-01-01', due: '2024-02-28' };
  const almost = facts(99, { trajectory });

  test.each([
    ['2024-02-20', 'green on_track'],
    ['2024-02-21', 'yellow due_soon'],
    ['2024-02-28', 'yellow due_soon'],
    ['2024-02-29', 'red overdue'],
    ['2024-03-01', 'red overdue'],
  ])('due on the 28th, at %s: %s', (date, expected) => {
    expect(summary(almost, date)).toBe(expected);
  });

  test('the sentences name the date and the days', () => {
    const reasonAt = (date: string) => lightOf(almost, defaultLightSettings, date, [defaultCurves]).reason;
    expect(reasonAt('2024-02-26')).toBe(
      '序时应达96.49%，实际99%，领先2.51个百分点，距完成时限（2024年2月28日）还有2天，黄灯',
    );
    expect(reasonAt('2024-02-28')).toContain('当日即为完成时限（2024年2月28日），黄灯');
    expect(reasonAt('2024-02-29')).toBe(
      '序时应达100%，实际99%，落后1个百分点，已超过完成时限（2024年2月28日）1天，红灯',
    );
  });

  test('a promise that is reached is neither due soon nor overdue', () => {
    expect(summary(facts(100, { trajectory }), '2024-02-28')).toBe('green on_track');
    expect(summary(facts(103, { trajectory }), '2024-03-31')).toBe('green on_track');
  });

  test('far behind outranks due soon, overdue outranks far behind, and the rest is kept beside', () => {
    expect(summary(facts(10, { trajectory }), '2024-02-27')).toBe('red far_behind');
    const late = lightOf(facts(10, { trajectory }), defaultLightSettings, '2024-03-01', [defaultCurves]);
    expect(late).toMatchObject({ rule: { key: 'overdue', name: '逾期未完成' }, alsoHolds: ['far_behind'] });
  });
});

describe('late start', () => {
  const trajectory: Trajectory = { shape: 'linear', start: '2024-07-01', due: '2027-12-31' };
  const idle = facts(0, { trajectory, status: 'not_started' });

  test.each([
    ['2024-06-30', 'green on_track'],
    ['2024-07-01', 'green on_track'],
    ['2024-07-02', 'yellow late_start'],
    ['2024-10-01', 'yellow late_start'],
    ['2024-10-02', 'red late_start_long'],
  ])('a task that starts in July and has not, at %s: %s', (date, expected) => {
    expect(summary(idle, date)).toBe(expected);
  });

  test('the sentence says since when', () => {
    expect(lightOf(idle, defaultLightSettings, '2024-07-31', [defaultCurves]).reason).toBe(
      '序时应达2.38%，实际0%，落后2.38个百分点，应于2024年7月1日启动，至今未启动，黄灯',
    );
    expect(lightOf(idle, defaultLightSettings, '2024-10-31', [defaultCurves]).reason).toContain(
      '至今未启动，已超过3个月，红灯',
    );
  });

  test('work under way is no late start, at 0 percent either', () => {
    expect(summary(facts(0, { trajectory, status: 'in_progress' }), '2024-07-31')).toBe('green on_track');
    expect(summary(facts(1, { trajectory, status: 'not_started' }), '2024-07-31')).toBe('green on_track');
  });

  test('未启动 without a percent is 0', () => {
    const actual = reportedActual({ percent: null, status: 'not_started' });
    expect(summary(facts(actual, { trajectory, status: 'not_started' }), '2024-07-31')).toBe(
      'yellow late_start',
    );
  });
});

describe('milestones', () => {
  const roof = { title: '主体封顶', due: '2024-05-31', done: null, evidence: '' };
  const behind = facts(50, { milestones: [roof] });

  test('missed from the day after, until it is done', () => {
    expect(summary(facts(45, { milestones: [roof] }), '2024-05-31')).toBe('green on_track');
    expect(summary(facts(45, { milestones: [roof] }), '2024-06-01')).toBe('yellow missed_milestone');
    const done = facts(50, { milestones: [{ ...roof, done: '2024-06-20' }] });
    expect(summary(done, '2024-06-19')).toBe('yellow missed_milestone');
    expect(summary(done, '2024-06-20')).toBe('green on_track');
  });

  test('the sentence names the first and counts the rest', () => {
    const second = { ...roof, title: '桩基完成', due: '2024-03-31' };
    const { reason } = lightAtHalfYear(50, { milestones: [roof, second] });
    expect(reason).toBe(
      '序时应达50%，实际50%，与序时持平，节点“桩基完成”应于2024年3月31日完成，至今未完成，共2个节点逾期，黄灯',
    );
  });

  test('the colour is a setting', () => {
    const strict = { ...defaultLightSettings, missedMilestoneLight: 'red' as const };
    expect(summary(behind, '2024-06-30', strict)).toBe('red missed_milestone');
  });
});

describe('what is no lamp', () => {
  const trajectory: Trajectory = { shape: 'linear', start: '2024-01-01', due: '2024-03-31' };

  test('unreported is its own state and says what is overdue besides', () => {
    expect(lightAtHalfYear(null)).toMatchObject({
      light: 'unreported',
      expected: 50,
      actual: null,
      gap: null,
      alsoHolds: [],
      reason: '序时应达50%，本期未报进展，未报',
    });
    expect(lightAtHalfYear(null, { trajectory })).toMatchObject({
      light: 'unreported',
      alsoHolds: ['overdue'],
      reason: '序时应达100%，本期未报进展，已超过完成时限91天，未报',
    });
  });

  test('a report without a percent is judged by time alone and never green', () => {
    const noPercent = reportedActual({ percent: null, status: 'in_progress' });
    expect(lightAtHalfYear(noPercent)).toMatchObject({
      light: 'unreported',
      rule: { key: 'percent_missing' },
      reason: '序时应达50%，已报进展但未填完成比例，未报',
    });
    expect(lightAtHalfYear(noPercent, { trajectory })).toMatchObject({
      light: 'red',
      rule: { key: 'overdue' },
    });
  });

  test('finished never flags, from the day on', () => {
    const done = facts(5, { trajectory, finishedOn: '2024-05-02' });
    expect(summary(done, '2024-05-01')).toBe('red overdue');
    const after = lightOf(done, defaultLightSettings, '2024-05-02', [defaultCurves]);
    expect(after).toMatchObject({ light: 'finished', gap: null, reason: '已于2024年5月2日完成，不再亮灯' });
  });

  test('withdrawn, split and merged never flag, reported or not', () => {
    const gone = {
      state: 'split',
      since: '2024-05-02',
      reason: '分两处实施',
      into: ['Z01-02', 'Z01-03'],
    } as const;
    for (const actual of [0, null]) {
      const light = lightAtHalfYear(actual, { trajectory, standing: gone });
      expect(light).toMatchObject({ light: 'withdrawn', reason: '已于2024年5月2日拆分，不再亮灯' });
    }
  });
});

describe('a target that is met or not', () => {
  const rate = {
    name: '城镇调查失业率',
    comparator: '<=',
    value: 5,
    measure: '%',
    due: '2024-12-31',
  } as const;
  const jobs = { name: '新增就业', comparator: '>=', value: 100, measure: '人', due: '2024-12-31' } as const;

  test('met at exactly its value, not above', () => {
    expect(lightAtHalfYear(targetActual([{ target: rate, value: 5 }]))).toMatchObject({
      light: 'green',
      gap: null,
      reason: '城镇调查失业率要求≤5%，实际5%，已达到，绿灯',
    });
    expect(lightAtHalfYear(targetActual([{ target: rate, value: 5.01 }]))).toMatchObject({
      light: 'yellow',
      rule: { key: 'target_unmet' },
      reason: '城镇调查失业率要求≤5%，实际5.01%，未达到，黄灯',
    });
  });

  test('it is overdue when unmet after the due date', () => {
    const unmet = targetActual([{ target: rate, value: 6 }]);
    expect(summary(facts(unmet), '2025-01-01')).toBe('red overdue');
    expect(summary(facts(targetActual([{ target: rate, value: 4 }])), '2025-01-01')).toBe('green on_track');
  });

  test('beside a ratio both speak', () => {
    const both = targetActual([
      { target: rate, value: 6 },
      { target: jobs, value: 60 },
    ]);
    expect(lightAtHalfYear(both)).toMatchObject({
      light: 'yellow',
      actual: 60,
      reason: '序时应达50%，实际60%，领先10个百分点，城镇调查失业率要求≤5%，实际6%，未达到，黄灯',
    });
  });
});
