import { expect, test } from 'vitest';
import { cellText } from '#electron/excel/write/cell-text.ts';

const where = '“重点工作”第7行';

test('an empty text leaves the cell empty, any other stays what it is', () => {
  expect(cellText('', where)).toBeNull();
  expect(cellText('=1+1', where)).toBe('=1+1');
  expect(cellText('𠮷祥 ①\t㎡\n二', where)).toBe('𠮷祥 ①\t㎡\n二');
});

test('line breaks become one kind, characters no workbook can hold go', () => {
  expect(cellText('一\r\n二\r三', where)).toBe('一\n二\n三');
  expect(cellText('甲\uD800乙\uDC00丙\uFFFF', where)).toBe('甲乙丙');
});

test('what a spreadsheet would read as an escape is escaped', () => {
  expect(cellText('_x000D_ 和 _x12_', where)).toBe('_x005F_x000D_ 和 _x12_');
});

test('32,767 characters are the most; one more is refused with its row', () => {
  expect(cellText('字'.repeat(32_767), where)).toHaveLength(32_767);
  expect(() => cellText('字'.repeat(32_768), where)).toThrow(
    '“重点工作”第7行的文字有32768字，一个单元格最多放32767字，没有导出。请先把这一处改短。',
  );
});
