import { expect, test } from 'vitest';
import { readDate } from '#shared/domain/return/date-words.ts';
import { plainCell, type Shown } from '../../fixtures/returns/plain.ts';

function read(value: Shown, year = 2024) {
  const cell = plainCell(value);
  if (cell === null) throw new Error('a blank cell is not read');
  return readDate(cell, year);
}

test.each<[Shown, string | null]>([
  ['2024.6.30', '2024-06-30'],
  ['2024年6月30日', '2024-06-30'],
  ['2024年06月30号', '2024-06-30'],
  ['2024/6/30', '2024-06-30'],
  ['2024-06-30 17:20', '2024-06-30'],
  ['２０２４．６．３０', '2024-06-30'],
  ['20240630', '2024-06-30'],
  [20_240_630, '2024-06-30'],
  ['24年6月30日', '2024-06-30'],
  ['6月底', '2024-06-30'],
  ['2月末', '2024-02-29'],
  ['2024年2月底', '2024-02-29'],
  ['6月30日', '2024-06-30'],
  ['6.28', '2024-06-28'],
  ['二〇二四年六月三十日', '2024-06-30'],
  [45_473, '2024-06-30'],
  [{ kind: 'date', text: '6/30/24', number: 45_473, date: '2024-06-30' }, '2024-06-30'],
  ['2024年2月29日', '2024-02-29'],
  ['2023.12.31', '2023-12-31'],
  ['2025.1.1', '2025-01-01'],
  ['/', null],
  ['—', null],
])('%j is %s', (written, date) => {
  expect(read(written)).toEqual({ date });
});

test.each<[Shown, string]>([
  ['2024年2月30日', '看不出是哪一天'],
  ['2024.13.1', '看不出是哪一天'],
  ['6月', '看不出是哪一天'],
  ['6月上旬', '看不出是哪一天'],
  ['2024年', '看不出是哪一天'],
  ['近期', '看不出是哪一天'],
  [7, '看不出是哪一天'],
  ['2022.12.31', '不像是 2024 年前后的日期'],
  ['2026.1.1', '不像是 2024 年前后的日期'],
  [{ kind: 'text', text: '', formulaWithoutValue: true }, '公式没有保存结果'],
])('%j is told apart: %s', (written, reason) => {
  expect(read(written)).toEqual({ problem: expect.stringContaining(reason) });
});

test('a day without a year is of the period', () => {
  expect(read('6月28日', 2025)).toEqual({ date: '2025-06-28' });
});
