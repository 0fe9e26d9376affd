import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dateLabel,
  daysBetween,
  isDate,
  monthEnd,
  quarterEnd,
} from '#shared/domain/supervision/dates.ts';
import { anyDate } from './samples.ts';

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2024-04-31', false],
  ['2024-13-01', false],
  ['2024-00-10', false],
  ['2024-06-00', false],
  ['2024-6-30', false],
  ['6月30日', false],
])('%s is a day of the calendar: %s', (text, expected) => {
  expect(isDate(text)).toBe(expected);
});

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2024-02-29', 1, '2024-03-01'],
  ['2023-02-28', 1, '2023-03-01'],
  ['2024-01-01', -1, '2023-12-31'],
  ['2024-02-29', 366, '2025-03-01'],
])('%s and %i days is %s', (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
  expect(daysBetween(date, expected)).toBe(days);
});

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-11-30', 3, '2025-02-28'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
])('%s and %i months is %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});

test('ends of months and quarters', () => {
  expect(monthEnd('2024-02-01')).toBe('2024-02-29');
  expect(monthEnd('2023-02-28')).toBe('2023-02-28');
  expect(quarterEnd('2024-01-01')).toBe('2024-03-31');
  expect(quarterEnd('2024-06-30')).toBe('2024-06-30');
  expect(quarterEnd('2024-10-05')).toBe('2024-12-31');
});

test('a text that is no date is refused, not guessed', () => {
  expect(() => addDays('2023-02-29', 1)).toThrow(RangeError);
});

test('a date is printed without leading zeros', () => {
  expect(dateLabel('2024-06-03')).toBe('2024年6月3日');
});

test('there and back again', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
      const other = addDays(date, days);
      expect(daysBetween(date, other)).toBe(days);
      expect(addDays(other, -days)).toBe(date);
      expect(Math.sign(days)).toBe(other === date ? 0 : other > date ? 1 : -1);
    }),
  );
});
