import { describe, expect, test } from 'vitest';
import { jointLight } from '#shared/domain/supervision/joint-light.ts';
import {
  checkOverride,
  type LightOverride,
  overrideWords,
  shownLight,
} from '#shared/domain/supervision/light-override.ts';
import { type Movement, movementLabels, movementOf } from '#shared/domain/supervision/movement.ts';
import { lightAtHalfYear } from './samples.ts';

const override: LightOverride = {
  light: 'green',
  reason: '用地指标待省里下达',
  from: '2024-06-20',
  until: '2024-07-31',
  by: '张三',
};

describe('override', () => {
  const yellow = lightAtHalfYear(28);

  test.each([
    ['2024-06-19', 'yellow'],
    ['2024-06-20', 'green'],
    ['2024-07-31', 'green'],
    ['2024-08-01', 'yellow'],
  ])('in force from its first to its last day: %s is %s', (date, light) => {
    const shown = shownLight(yellow, [override], date);
    expect(shown.light).toBe(light);
    expect(shown.computed).toMatchObject({ light: 'yellow', gap: 22 });
    expect(shown.override).toBe(light === 'green' ? override : null);
  });

  test('the one that began last holds', () => {
    const later: LightOverride = { ...override, light: 'red', from: '2024-07-01' };
    expect(shownLight(yellow, [later, override], '2024-07-15').light).toBe('red');
    expect(shownLight(yellow, [later, override], '2024-06-30').light).toBe('green');
  });

  test('silence is never made green, and what is finished never flagged', () => {
    expect(shownLight(lightAtHalfYear(null), [override], '2024-06-30').light).toBe('unreported');
    const red: LightOverride = { ...override, light: 'red' };
    expect(shownLight(lightAtHalfYear(null), [red], '2024-06-30').light).toBe('red');
    const finished = lightAtHalfYear(100, { finishedOn: '2024-06-01' });
    expect(shownLight(finished, [red], '2024-06-30').light).toBe('finished');
  });

  test('its words, and what is wrong with one', () => {
    expect(overrideWords(override)).toBe('改为绿灯（张三，至2024-07-31）：用地指标待省里下达');
    expect(checkOverride(override)).toEqual([]);
    expect(checkOverride({ ...override, reason: ' ', by: '', until: '2024-06-19' })).toEqual([
      '截止日期早于开始日期，请修改。',
      '人工改灯须写明理由，请填写。',
      '人工改灯须写明由谁决定，请填写。',
    ]);
  });
});

describe('joint task', () => {
  const lead = (unit: string, actual: number | null, finishedOn: string | null = null) => ({
    unit,
    shown: shownLight(lightAtHalfYear(actual, { finishedOn }), [], '2024-06-30'),
  });
  const finished = (unit: string) => lead(unit, 100, '2024-06-01');

  test('shows the worst of its leads and whose it is', () => {
    const joint = jointLight([lead('甲局', 60), lead('乙局', 28), lead('丙局', 35)]);
    expect(joint).toMatchObject({
      light: 'yellow',
      decidedBy: '乙局',
      reason: '乙局：序时应达50%，实际28%，落后22个百分点，黄灯',
    });
    expect(joint?.leads.map(({ shown }) => shown.light)).toEqual(['green', 'yellow', 'yellow']);
  });

  test('a known slip outranks silence, silence outranks green and finished', () => {
    expect(jointLight([lead('甲局', null), lead('乙局', 10)])?.light).toBe('red');
    expect(jointLight([lead('甲局', null), lead('乙局', 35)])?.light).toBe('yellow');
    expect(jointLight([lead('甲局', 60), lead('乙局', null)])?.light).toBe('unreported');
    expect(jointLight([finished('甲局'), lead('乙局', null)])?.light).toBe('unreported');
  });

  test('is finished when each lead is', () => {
    expect(jointLight([finished('甲局'), finished('乙局')])?.light).toBe('finished');
    expect(jointLight([finished('甲局'), lead('乙局', 60)])?.light).toBe('green');
  });

  test('a single lead needs no name, and without leads there is no light', () => {
    expect(jointLight([lead('甲局', 28)])?.reason).toBe('序时应达50%，实际28%，落后22个百分点，黄灯');
    expect(jointLight([])).toBeNull();
  });
});

test.each([
  ['yellow', 'green', '升'],
  ['red', 'yellow', '升'],
  ['green', 'finished', '升'],
  ['green', 'yellow', '降'],
  ['green', 'unreported', '降'],
  ['red', 'unreported', '降'],
  ['finished', 'green', '降'],
  ['yellow', 'yellow', '平'],
  ['unreported', 'unreported', '平'],
  ['unreported', 'red', '—'],
  [null, 'green', '—'],
  ['red', 'withdrawn', '—'],
  ['withdrawn', 'green', '—'],
] as const)('from %s to %s is %s', (last, now, label) => {
  const movement: Movement = movementOf(last, now);
  expect(movementLabels[movement]).toBe(label);
});
