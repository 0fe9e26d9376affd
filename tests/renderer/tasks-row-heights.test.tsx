import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimatedGlyphWidths as glyphs } from '#renderer/components/grid/glyph-widths.ts';
import { countLines } from '#renderer/components/grid/text-lines.ts';

const square = glyphs.widthOf('国'.charCodeAt(0));
const lines = (text: string, squares: number) => countLines(text, square * squares, glyphs);

test('一行放得下几个字就放几个字', () => {
  expect(lines('', 5)).toBe(1);
  expect(lines('五个字正好', 5)).toBe(1);
  expect(lines('六个字就换行', 5)).toBe(2);
  expect(lines('第一行\n第二行', 5)).toBe(2);
});

test('标点不到行首，括号不留在行尾', () => {
  expect(lines('五个字正好，', 5)).toBe(2);
  expect(lines('四个字在（前', 5)).toBe(2);
  // 「好，」 goes down together, and so does 「（好」: the second line takes one character less.
  expect(lines('一二三四好，一二三四', 5)).toBe(3);
});

test('数字和单词不从中间断开，太长的除外', () => {
  // 152.6 takes the width of three characters and does not fit behind four.
  expect(lines('累计完成152.6亿', 5)).toBe(2);
  expect(lines('一二三四50.1%好好', 5)).toBe(2);
  expect(lines('A'.repeat(100), 5)).toBe(Math.ceil((100 * 0.6) / 5));
  expect(lines(`一${'A'.repeat(100)}`, 5)).toBe(1 + Math.ceil((100 * 0.6) / 5));
});

test('一个表情符号只算一个字', () => {
  expect(lines('😀😀😀😀😀', 5)).toBe(1);
});

test('数出来的行装得下全部文字', () => {
  const text = fc.string({ unit: fc.constantFrom(...'国家（）“”，。、12.%aB 推进'), maxLength: 120 });
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 40 }), (words, squares) => {
      const count = lines(words, squares);
      const width = [...words].reduce((sum, letter) => sum + glyphs.widthOf(letter.charCodeAt(0)), 0);
      expect(count * squares * square).toBeGreaterThanOrEqual(width - 1e-6);
    }),
  );
});
