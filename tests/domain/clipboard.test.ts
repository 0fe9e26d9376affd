import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCellBlock, parseCellBlock } from '#shared/domain/clipboard.ts';

describe('reading what a spreadsheet put on the clipboard', () => {
  it('reads rows and columns with Excel, WPS and old line breaks', () => {
    const block = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    expect(parseCellBlock('a\tb\r\nc\td\r\n')).toEqual(block);
    expect(parseCellBlock('a\tb\nc\td')).toEqual(block);
    expect(parseCellBlock('a\tb\rc\td\r')).toEqual(block);
  });

  it('keeps a cell of several lines whole', () => {
    const text = '"一、已开工。\r\n二、已完成""三通""。"\t85%\r\n下一行\t\r\n';
    expect(parseCellBlock(text)).toEqual([
      ['一、已开工。\n二、已完成"三通"。', '85%'],
      ['下一行', ''],
    ]);
  });

  it('keeps a tab inside a quoted cell', () => {
    expect(parseCellBlock('"a\tb"\tc')).toEqual([['a\tb', 'c']]);
  });

  it('leaves quotes that belong to the text', () => {
    expect(parseCellBlock('"平急两用"设施\t完成')).toEqual([['"平急两用"设施', '完成']]);
    expect(parseCellBlock('"平急两用"\t完成')).toEqual([['"平急两用"', '完成']]);
    expect(parseCellBlock('6" 管\t5"')).toEqual([['6" 管', '5"']]);
    expect(parseCellBlock('"没有收尾\t完成\n下一行')).toEqual([['"没有收尾', '完成'], ['下一行']]);
  });

  it('keeps blank cells and blank rows inside the block', () => {
    expect(parseCellBlock('\t\r\n\r\na\r\n')).toEqual([['', ''], [''], ['a']]);
    expect(parseCellBlock('a\r\n\r\n')).toEqual([['a'], ['']]);
  });

  it('finds nothing in an empty clipboard', () => {
    expect(parseCellBlock('')).toEqual([]);
  });
});

describe('writing a block and reading it back', () => {
  it('ends each row as Excel does and quotes only where needed', () => {
    expect(
      formatCellBlock([
        ['a', '两\n行'],
        ['6" 管', '"引"'],
      ]),
    ).toBe('a\t"两\n行"\r\n6" 管\t"""引"""\r\n');
  });

  const special = fc.constantFrom(
    '"',
    '\t',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '=',
    '，',
    '督',
    'a',
    '"\t',
    '"\n',
    '""',
  );
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(special, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 8 });

  it('loses nothing of any text in any shape', () => {
    fc.assert(
      fc.property(block, (rows) => {
        const expected = rows.map((row) => row.map((text) => text.replace(/\r\n?/g, '\n')));
        expect(parseCellBlock(formatCellBlock(rows))).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never loses a character of any clipboard but separators and quotes', () => {
    fc.assert(
      fc.property(
        fc.array(special).map((parts) => parts.join('')),
        (text) => {
          const letters = (value: string) => value.replace(/[\t\r\n"]/g, '');
          expect(letters(parseCellBlock(text).flat().join(''))).toBe(letters(text));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
