import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineStarts, textWidth, wrappedLineCount } from '#shared/domain/text-width.ts';

function lines(text: string, capacity: number): string[] {
  const starts = lineStarts(text, capacity);
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
}

test('a Chinese character and a full-width sign are one em, a letter is less', () => {
  expect(textWidth('督办台账')).toBe(4);
  expect(textWidth('“”、，％①≥')).toBe(7);
  expect(textWidth('６')).toBe(1);
  expect(textWidth('GDP6')).toBeLessThan(4);
  expect(textWidth('GDP6')).toBeGreaterThan(1.9);
});

test('characters beyond the first plane count once, combining marks and joiners not at all', () => {
  expect(textWidth('𠮷')).toBe(1);
  expect(textWidth('e\u0301')).toBe(textWidth('e'));
  expect(textWidth('办\u200B')).toBe(1);
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
      for (const part of parts) {
        expect(textWidth(part.replace(/[ \n]+$/, ''))).toBeLessThanOrEqual(capacity);
      }
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
