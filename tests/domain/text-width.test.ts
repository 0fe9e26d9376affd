import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineStarts, wrappedLineCount } from '#shared/domain/text-width.ts';

function lines(text: string, capacity: number): string[] {
  const starts = lineStarts(text, capacity);
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
}

/** Repeated until it is clear how wide it is: so many of them fill a line of so many em. */
function fits(text: string, times: number, capacity: number): boolean {
  return wrappedLineCount(text.repeat(times), capacity) === 1;
}

test.each(['督', '”', '，', '％', '①', '≥', '６', '𠮷'])('%s is one em wide', (character) => {
  expect(fits(character, 20, 20)).toBe(true);
  expect(fits(character, 21, 20)).toBe(false);
});

test.each(['a', 'G', '6', '%'])('%s takes between half an em and one', (character) => {
  expect(fits(character, 20, 20)).toBe(true);
  expect(fits(character, 41, 20)).toBe(false);
});

test('combining marks and joiners take no room', () => {
  expect(fits('办\u200B', 20, 20)).toBe(true);
  expect(fits('督\u0301', 21, 20)).toBe(false);
});

test('Chinese wraps between any two characters, the boundary included', () => {
  expect(lines('一二三四五六', 6)).toEqual(['一二三四五六']);
  expect(lines('一二三四五六七', 6)).toEqual(['一二三四五六', '七']);
});

test('no line starts with a comma or ends with an opening bracket', () => {
  expect(lines('一二三四五六，七', 6)).toEqual(['一二三四五', '六，七']);
  expect(lines('一二三四五（六', 6)).toEqual(['一二三四五', '（六']);
});

test('a run of letters and digits goes to the next line whole, and is broken only where it fits none', () => {
  expect(lines('投资8500万', 4)).toEqual(['投资', '8500万']);
  expect(lines('abcdefgh', 2.5)).toEqual(['abcd', 'efgh']);
});

test('line breaks end lines, an empty one counts, an empty text is one line', () => {
  expect(wrappedLineCount('', 10)).toBe(1);
  expect(wrappedLineCount('一\n\n二', 10)).toBe(3);
  expect(wrappedLineCount('一\n', 10)).toBe(2);
});

test('a space hangs over the end of its line', () => {
  expect(lines('一二三 四五', 3)).toEqual(['一二三 ', '四五']);
});

const anyText = fc.string({
  unit: fc.constantFrom('督', '办', 'a', 'B', '7', ' ', '\n', '，', '（', '”', '𠮷', '.', '%'),
  maxLength: 200,
});

test('the lines together are the text, and no line is wider than its column but by a sign or a space', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, capacity) => {
      const parts = lines(text, capacity);
      expect(parts.join('')).toBe(text);
      expect(wrappedLineCount(text, capacity)).toBe(parts.length);
      for (const part of parts) expect(wrappedLineCount(part.replace(/[ \n]+$/, ''), capacity)).toBe(1);
    }),
  );
});

test('a wider column never takes more lines', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('督', '办', '\n'), maxLength: 200 }), (text) => {
      expect(wrappedLineCount(text, 12)).toBeLessThanOrEqual(wrappedLineCount(text, 7));
    }),
  );
});
