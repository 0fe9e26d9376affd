import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureOfHeading, readAmount } from '#shared/domain/return/amount.ts';

test.each<[string, number, string]>([
  ['2000万', 20_000_000, ''],
  ['２０００万元', 20_000_000, '元'],
  ['百亿', 10_000_000_000, ''],
  ['百亿元', 10_000_000_000, '元'],
  ['1.2亿元', 120_000_000, '元'],
  ['278.3亿元', 27_830_000_000, '元'],
  ['8500万美元', 85_000_000, '美元'],
  ['3,500 户', 3_500, '户'],
  ['3，500户', 3_500, '户'],
  ['1,234,567元', 1_234_567, '元'],
  ['十家', 10, '家'],
  ['两百', 200, ''],
  ['35', 35, ''],
  ['0', 0, ''],
  ['-3.2%', -3.2, '%'],
  ['８５％', 85, '%'],
  ['5千米', 5_000, '米'],
  ['40万㎡', 400_000, '平方米'],
  ['1.1万平方米。', 11_000, '平方米'],
])('%s is %d %s', (text, value, measure) => {
  expect(readAmount(text)).toMatchObject({ value, measure });
});

test.each([
  '约35家',
  '35家左右',
  '30多家',
  '三十余家',
  '35-40家',
  '35～40家',
  '35家以上',
  '35家（含储备3家）',
  '三分之二',
  '35家、20个',
  '1.2.3',
  '12,34',
  '若干',
  '',
])('%s is no exact amount', (text) => {
  expect(readAmount(text)).toBeNull();
});

test('numbers with 万 and 亿 are what they multiply out to, without binary noise', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999_999 }),
      fc.constantFrom(['万', 1e4], ['亿', 1e8]),
      (cents, [unit, factor]) => {
        expect(readAmount(`${cents / 100}${unit}元`)?.value).toBe((cents * Number(factor)) / 100);
      },
    ),
  );
});

test.each([
  ['完成值（万元）', { value: 10_000, measure: '元' }],
  ['实际完成（单位：亿元）', { value: 100_000_000, measure: '元' }],
  ['完成数(个)', { value: 1, measure: '个' }],
  ['指标完成值', null],
  ['完成值（2024年）', null],
])('the heading %s counts in %j', (heading, counted) => {
  const found = measureOfHeading(heading);
  if (counted === null) expect(found).toBeNull();
  else expect(found).toMatchObject(counted);
});
