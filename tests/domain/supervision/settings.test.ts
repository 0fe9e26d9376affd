import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultCurves } from '#shared/domain/supervision/curves.ts';
import { settingsAt } from '#shared/domain/supervision/dated-settings.ts';
import { lightOf } from '#shared/domain/supervision/light.ts';
import { checkLightSettings, defaultLightSettings } from '#shared/domain/supervision/light-settings.ts';
import { anyDate, facts } from './samples.ts';

const spring = { ...defaultLightSettings, effectiveFrom: '2024-01-01' };
const autumn = { ...defaultLightSettings, effectiveFrom: '2024-09-01', yellowAbove: 5 };

test('an old period keeps its colour when the rules change', () => {
  const list = [autumn, spring];
  const lightAt = (date: string, actual: number) =>
    lightOf(facts(actual), settingsAt(list, date), date, [defaultCurves]).light;
  expect(lightAt('2024-08-31', 58)).toBe('green');
  expect(lightAt('2024-09-30', 67)).toBe('yellow');
  expect(settingsAt(list, '2024-08-31')).toBe(spring);
  expect(settingsAt(list, '2024-09-01')).toBe(autumn);
});

test('before the first settings the first hold, and without any there is no answer', () => {
  expect(settingsAt([autumn, spring], '2020-01-01')).toBe(spring);
  expect(() => settingsAt([], '2024-01-01')).toThrow(RangeError);
});

test('the settings in force are the last that have begun, in whatever order they are listed', () => {
  const lists = fc.uniqueArray(anyDate, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(lists, anyDate, (dates, date) => {
      const found = settingsAt(
        dates.map((effectiveFrom) => ({ effectiveFrom })),
        date,
      );
      const begun = dates.filter((start) => start <= date).sort();
      expect(found.effectiveFrom).toBe(begun.at(-1) ?? [...dates].sort()[0]);
    }),
  );
});

describe('what is wrong is said in a sentence', () => {
  test.each([
    [{ redAbove: 9 }, '自2024-01-01起的亮灯规则：红灯起点不能小于黄灯起点，否则没有黄灯，请修改其中一个。'],
    [{ yellowAbove: -1 }, '黄灯起点（落后百分点）须是0到100之间的数，最多两位小数'],
    [{ yellowAbove: 9.999 }, '最多两位小数'],
    [{ dueSoonDays: 1.5 }, '临期天数须是0到366之间的整数'],
    [{ lateStartRedMonths: Number.NaN }, '迟启动转红灯的月数须是0到12之间的整数'],
    [{ effectiveFrom: '2024-02-30' }, '亮灯规则的生效日期“2024-02-30”不是有效日期'],
  ])('%o', (change, words) => {
    expect(checkLightSettings([{ ...spring, ...change }]).join('')).toContain(words);
  });

  test('two sets may not begin on one day, and one must remain', () => {
    expect(checkLightSettings([spring, { ...autumn, effectiveFrom: '2024-01-01' }])).toEqual([
      '亮灯规则有两条都从2024-01-01起生效，请删去一条或改日期。',
    ]);
    expect(checkLightSettings([])).toHaveLength(1);
  });

  test('the defaults pass', () => {
    expect(checkLightSettings([defaultLightSettings, spring, autumn])).toEqual([]);
  });
});
