import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findNumberGaps,
  formatOrderNumber,
  nextOrderNumber,
  parseOrderNumber,
  shownOrderNumber,
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

test('a void number is kept, marked, and never given again, also as the last', () => {
  const numbers = [used(1), used(2, { isVoid: true })];
  expect(nextOrderNumber(numbers, 'supervision_order', 2024).number).toBe(3);
  expect(numbers.map((number) => shownOrderNumber(number))).toEqual(['〔2024〕1号', '〔2024〕2号（作废）']);
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
  ['〔2024〕3号', '', 3],
  ['鹿督〔2024〕12号', '鹿督', 12],
  ['鹿督[2024]第012号', '鹿督', 12],
  [' 鹿督（２０２４）３号 ', '鹿督', 3],
  ['鹿督〔2024〕3号（作废）', '鹿督', 3],
])('%s is read', (text, prefix, number) => {
  expect(parseOrderNumber(text)).toEqual({ prefix, year: 2024, number });
});

test.each(['', '3号', '〔24〕3号', '〔2024〕0号', '〔2024〕号', '〔2024〕3'])('%s is no number', (text) => {
  expect(parseOrderNumber(text)).toBeNull();
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1949, max: 9999 }), fc.integer({ min: 1, max: 99_999 }), (year, number) => {
      expect(parseOrderNumber(formatOrderNumber({ year, number }, '温鹿督'))).toEqual({
        prefix: '温鹿督',
        year,
        number,
      });
    }),
  );
});
