import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitText } from '#electron/excel/write/split-text.ts';
import { wrappedLineCount } from '#shared/domain/text-width.ts';

test('a text that fits stays whole', () => {
  expect(splitText('一二三四', 2, 2)).toEqual(['一二三四']);
});

test('it is cut at the nearest paragraph, else at the nearest sentence, else at a line', () => {
  expect(splitText('一二三四\n五六七八九十', 4, 2)).toEqual(['一二三四', '五六七八九十']);
  expect(splitText('一二三四五六七八九十一二三。四五六七', 4, 4)).toEqual([
    '一二三四五六七八九十一二三。',
    '四五六七',
  ]);
  expect(splitText('一二三四五六七八九十', 4, 2)).toEqual(['一二三四五六七八', '九十']);
});

test('every part fits, and together they are the whole text', () => {
  const words = fc.string({ unit: fc.constantFrom('督', '办', '。', 'a', '9', '\n', '，'), maxLength: 400 });
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 2, max: 20 }),
      fc.integer({ min: 1, max: 9 }),
      (text, capacity, lines) => {
        const parts = splitText(text, capacity, lines);
        const withoutBreaks = (whole: string) => whole.replaceAll('\n', '');
        expect(withoutBreaks(parts.join(''))).toBe(withoutBreaks(text));
        for (const part of parts) expect(wrappedLineCount(part, capacity)).toBeLessThanOrEqual(lines);
      },
    ),
  );
});
