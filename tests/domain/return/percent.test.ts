import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPercent } from '#shared/domain/return/percent.ts';
import { readStatus } from '#shared/domain/return/status-words.ts';
import { percent, plainCell, type Shown } from '../../fixtures/returns/plain.ts';

function read(value: Shown) {
  const cell = plainCell(value);
  if (cell === null) throw new Error('a blank cell is not read');
  return readPercent(cell);
}

describe('a percent in every way people write it', () => {
  test.each<[Shown, number | null]>([
    [85, 85],
    [0, 0],
    [100, 100],
    [85.5, 85.5],
    ['85', 85],
    ['85%', 85],
    ['８５％', 85],
    ['85.0%', 85],
    [' 85 % ', 85],
    ['85％。', 85],
    [percent(0.85), 85],
    [percent(0.29), 29],
    [percent(1), 100],
    ['0.85%', 0.85],
    ['完成85%', 85],
    ['已完成85%', 85],
    ['完成率：85%', 85],
    ['目前完成 85％', 85],
    ['85%（推进中）', 85],
    ['已完成100%', 100],
    ['百分之八十五', 85],
    ['百分之85', 85],
    ['百分之十五', 15],
    ['百分之二十', 20],
    ['百分之百', 100],
    ['已完成', 100],
    ['全部完成', 100],
    ['完成', 100],
    ['已办结', 100],
    ['未启动', 0],
    ['尚未开工', 0],
    ['待启动', 0],
    ['/', null],
    ['—', null],
    ['无', null],
  ])('%j is %j', (written, value) => {
    expect(read(written)).toEqual({ value });
  });

  test.each<[Shown, string]>([
    ['约三分之二', '不是确切的百分数'],
    ['2/3', '不是确切的百分数'],
    ['约85%', '不是确切的百分数'],
    ['85%左右', '不是确切的百分数'],
    ['85-90%', '不是确切的百分数'],
    ['八成', '不是确切的百分数'],
    ['未完成85%', '不是确切的百分数'],
    ['完成5个', '不是确切的百分数'],
    ['推进中', '不是确切的百分数'],
    ['未完成', '不是确切的百分数'],
    ['不清楚', '不是确切的百分数'],
    [350, '0 到 100 之间'],
    ['120%', '0 到 100 之间'],
    [-20, '0 到 100 之间'],
    ['-20%', '0 到 100 之间'],
    [percent(3.5), '0 到 100 之间'],
    [100.0001, '0 到 100 之间'],
    [0.85, '分不清是 85% 还是 0.85%'],
    ['0.85', '分不清'],
    [{ kind: 'date', text: '8/5/24', number: 45_509, date: '2024-08-05' }, '当成了日期'],
    [{ kind: 'boolean', text: 'TRUE' }, '不是确切的百分数'],
  ])('%j is refused', (written, reason) => {
    expect(read(written)).toEqual({ problem: expect.stringContaining(reason) });
  });

  test('whatever is read is what was written', () => {
    const forms: ((value: number) => Shown)[] = [
      (value) => value,
      (value) => `${value}`,
      (value) => `${value}%`,
      (value) => `完成${value}％`,
      (value) => percent(value / 100),
    ];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.constantFrom(...forms), (value, write) => {
        expect(read(write(value))).toEqual({ value });
      }),
    );
  });

  test('any text is a number in range, nothing, or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const reading = read({ text });
        if ('problem' in reading) expect(reading.problem).not.toBe('');
        else if (reading.value !== null) expect(reading.value >= 0 && reading.value <= 100).toBe(true);
      }),
    );
  });
});

test.each([
  ['已完成', 'completed'],
  ['完成', 'completed'],
  ['已办结', 'completed'],
  ['未启动', 'not_started'],
  ['未开工', 'not_started'],
  ['推进中', 'in_progress'],
  ['正在推进', 'in_progress'],
  ['有序推进中', 'in_progress'],
  ['进行中', 'in_progress'],
  ['在建', 'in_progress'],
  ['受阻', 'blocked'],
  ['停滞', 'blocked'],
  ['滞后', null],
  ['未完成', null],
  ['基本完成', null],
])('status %s is %s', (text, status) => {
  expect(readStatus(text)).toBe(status);
});
