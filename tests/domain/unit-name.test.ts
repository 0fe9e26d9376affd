import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UnitEntry } from '#shared/domain/unit.ts';
import { createUnitResolver, foldUnitName, splitUnitList } from '#shared/domain/unit-name.ts';

const plain: Omit<UnitEntry, 'name'> = {
  kind: 'department',
  aliases: [],
  parent: null,
  membership: null,
  members: [],
};
const directory: UnitEntry[] = [
  { ...plain, name: '县委', kind: 'party' },
  { ...plain, name: '团县委', kind: 'mass' },
  { ...plain, name: '县人力社保局', aliases: ['县人社局'] },
  { ...plain, name: '县府办' },
  { ...plain, name: '县“放管服”办', kind: 'office', parent: '县府办' },
  { ...plain, name: '县人才办', kind: 'office', parent: '县委', aliases: ['人才办'] },
];
const resolve = createUnitResolver(directory);

describe('splitUnitList', () => {
  test('、 and ，separate units, brackets of either width keep theirs together', () => {
    expect(splitUnitList('*县府办（县“放管服”办、督查科）、县人社局(甲,乙)，各乡镇')).toEqual([
      { printed: '县府办（县“放管服”办、督查科）', starred: true },
      { printed: '县人社局(甲,乙)', starred: false },
      { printed: '各乡镇', starred: false },
    ]);
  });

  test('semicolons, ASCII commas and line breaks separate too, empty pieces are dropped', () => {
    expect(splitUnitList('甲局；乙局,丙局\r\n丁局、、\n').map((unit) => unit.printed)).toEqual([
      '甲局',
      '乙局',
      '丙局',
      '丁局',
    ]);
  });

  test.each(['*甲局', '＊甲局', '★ 甲局', '\\*甲局', '甲局*'])('%s is starred', (text) => {
    expect(splitUnitList(text)).toEqual([{ printed: '甲局', starred: true }]);
  });

  test('a bracket that never closes swallows no separator before it', () => {
    expect(splitUnitList('甲局、乙局（丙、丁').map((unit) => unit.printed)).toEqual(['甲局', '乙局（丙、丁']);
  });

  test('an empty cell holds no units', () => {
    expect(splitUnitList('  ')).toEqual([]);
  });

  test('splitting what was joined gives the same list', () => {
    const word = fc.stringMatching(/^[局委办“”A-Z0-9]{1,6}$/);
    const bracket = fc.tuple(word, fc.constantFrom('、', '，', ','), word);
    const printed = fc.oneof(
      word,
      fc.tuple(word, bracket).map(([name, inside]) => `${name}（${inside.join('')}）`),
      fc.tuple(word, bracket).map(([name, inside]) => `${name}(${inside.join('')})`),
    );
    const units = fc.array(fc.record({ printed, starred: fc.boolean() }));
    const separator = fc.constantFrom('、', '，', ',', '；', ';', '\n');
    fc.assert(
      fc.property(units, separator, (list, between) => {
        const joined = list.map((unit) => (unit.starred ? '*' : '') + unit.printed).join(between);
        expect(splitUnitList(joined)).toEqual(list);
      }),
    );
  });
});

describe('createUnitResolver', () => {
  test('an alias means the canonical unit', () => {
    expect(resolve('县人社局')?.unit.name).toBe('县人力社保局');
  });

  test.each([
    '县府办（县“放管服”办）',
    '县府办(县"放管服"办)',
    ' 县 府办 （县放管服办） ',
    '*县府办（县‘放管服’办）',
  ])('%s counts for the unit outside the bracket and names its office', (printed) => {
    expect(resolve(printed)).toMatchObject({
      unit: { name: '县府办' },
      office: { name: '县“放管服”办' },
    });
  });

  test('an office that stands alone is itself', () => {
    expect(resolve('县人才办')).toMatchObject({ unit: { name: '县人才办', parent: '县委' }, bracket: null });
  });

  test('an office may be printed short inside its bracket', () => {
    expect(resolve('县委（人才办）')).toMatchObject({ bracket: '人才办', office: { name: '县人才办' } });
  });

  test('a bracket that names no office of this unit is kept but means none', () => {
    expect(resolve('县府办（县人才办）')).toMatchObject({ bracket: '县人才办', office: null });
  });

  test('what is merely alike is not the same', () => {
    expect(resolve('团县委')?.unit.name).toBe('团县委');
    expect(resolve('县人社')).toBeNull();
    expect(resolve('')).toBeNull();
  });
});

test('foldUnitName ignores width, spaces, quotes, stars and case', () => {
  expect(foldUnitName('＊县 “两化”　办（ＡＢ）')).toBe('县两化办(ab)');
});
