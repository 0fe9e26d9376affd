import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findNumberGaps,
  formatOrderNumber,
  nextOrderNumber,
  type UsedNumber,
} from '#shared/domain/supervision/order-number.ts';

function used(number: number, more: Partial<UsedNumber> = {}): UsedNumber {
  return { kind: 'supervision_order', year: 2024, number, isVoid: false, ...more };
}

test('numbers begin at 1 in each year and for each kind', () => {
  const numbers = [used(1), used(2), used(7, { kind: 'reminder' }), used(9, { year: 2023 })];
  expect(nextOrderNumber(numbers, 'supervision_order', 2024).number).toBe(3);
  expect(nextOrderNumber(numbers, 'reminder', 2024).number).toBe(8);
  expect(nextOrderNumber(numbers, 'supervision_order', 2023).number).toBe(10);
  expect(nextOrderNumber(numbers, 'supervision_order', 2025).number).toBe(1);
});

test('a void number is kept and never given again, also as the last', () => {
  const numbers = [used(1), used(2, { isVoid: true })];
  expect(nextOrderNumber(numbers, 'supervision_order', 2024).number).toBe(3);
  expect(findNumberGaps(numbers, 'supervision_order', 2024)).toEqual([]);
});

test('a lost record is found as a gap', () => {
  expect(findNumberGaps([used(2), used(5)], 'supervision_order', 2024)).toEqual([1, 3, 4]);
});

test('numbers given one after another leave no gap, whichever become void', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 50 }), (voids) => {
      const numbers: UsedNumber[] = [];
      for (const isVoid of voids)
        numbers.push(used(nextOrderNumber(numbers, 'supervision_order', 2024).number, { isVoid }));
      expect(numbers.map(({ number }) => number)).toEqual(voids.map((_, index) => index + 1));
      expect(findNumberGaps(numbers, 'supervision_order', 2024)).toEqual([]);
    }),
  );
});

test.each([
  ['', '〔2024〕3号'],
  ['鹿督', '鹿督〔2024〕3号'],
])('with the prefix “%s” it is written %s', (prefix, written) => {
  expect(formatOrderNumber({ year: 2024, number: 3 }, prefix)).toBe(written);
});
