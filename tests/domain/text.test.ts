import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForMatch, foldWidth } from '#shared/domain/text.ts';

describe('foldWidth', () => {
  test('full-width letters, digits, signs and spaces become half-width', () => {
    expect(foldWidth('８５％，（Ａ）　ｂ')).toBe('85%,(A) b');
  });

  test('circled numbers and unit signs stay as written', () => {
    expect(foldWidth('①完成5㎡')).toBe('①完成5㎡');
  });

  test('positions stay: the length never changes', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldWidth(text).length === text.length));
  });
});

describe('foldForMatch', () => {
  test.each([
    ['打通断头河 5 条。', '打通断头河5条'],
    ['新增“小升规”工业企业80家以上', '新增"小升规"工业企业 80 家以上；'],
    ['区发改局（区委社建委）', '区发改局(区委社建委)'],
    ['推进\r\n老旧小区　改造', '推进老旧小区改造'],
    ['增长８５％', '增长85%'],
    ['增长3—5％', '增长3~5%'],
    ['ＡＰＰ\u200b整治', 'app整治'],
  ])('%j and %j are the same text', (one, other) => {
    expect(foldForMatch(one)).toBe(foldForMatch(other));
  });

  test.each([
    ['增长6.5%', '增长65%'],
    ['增长5%', '增长5'],
    ['新增1-2家', '新增12家'],
    ['打通断头路5条', '打通断头河5条'],
  ])('%j and %j differ', (one, other) => {
    expect(foldForMatch(one)).not.toBe(foldForMatch(other));
  });

  test('folding twice changes nothing more', () => {
    const pieces = fc.constantFrom(
      '增',
      '5',
      '6',
      '.',
      '-',
      '—',
      '％',
      '（',
      '”',
      ' ',
      '\n',
      '①',
      'Ａ',
      '㎡',
      '，',
      '\u200b',
    );
    const texts = fc.array(pieces, { maxLength: 20 }).map((characters) => characters.join(''));
    fc.assert(fc.property(texts, (text) => foldForMatch(foldForMatch(text)) === foldForMatch(text)));
  });
});
