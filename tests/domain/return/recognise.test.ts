import { describe, expect, test } from 'vitest';
import { parsePeriod } from '#shared/domain/period.ts';
import { periodsIn, statedPeriod } from '#shared/domain/return/period-words.ts';
import { recognisePeriod, recogniseUnit, wrongPeriod } from '#shared/domain/return/recognise.ts';
import { createUnitFinder } from '#shared/domain/return/unit-words.ts';
import type { UnitEntry } from '#shared/domain/unit.ts';

function entry(name: string, aliases: string[] = [], kind: UnitEntry['kind'] = 'department'): UnitEntry {
  return { name, kind, aliases, parent: null, membership: kind === 'group' ? 'fixed' : null, members: [] };
}

const finder = createUnitFinder([
  entry('区发改局', ['鹿城区发展和改革局', '发改局']),
  entry('区人社局', ['区人力社保局']),
  entry('区委办公室'),
  entry('团区委'),
  entry('区政府办公室'),
  entry('各街镇', [], 'group'),
]);

describe('periods', () => {
  test.each([
    ['2024年6月重点工作进展情况表', '2024-06'],
    ['2024 年 6 月', '2024-06'],
    ['２０２４年６月', '2024-06'],
    ['2024年06月进展', '2024-06'],
    ['截至2024年6月30日', '2024-06'],
    ['截至2024年6月底', '2024-06'],
    ['2024年1-6月', '2024-06'],
    ['2024年1—11月份', '2024-11'],
    ['2024年第二季度', '2024-Q2'],
    ['2024年二季度', '2024-Q2'],
    ['2024年第3季度', '2024-Q3'],
    ['2024-Q4', '2024-Q4'],
    ['2024-06', '2024-06'],
    ['2024.6', '2024-06'],
    ['202406', '2024-06'],
    ['6月进展', '2024-06'],
    ['12月份', '2024-12'],
    ['三季度', '2024-Q3'],
    ['24年6月', '2024-06'],
  ])('%s is %s', (text, period) => {
    expect(periodsIn(text, 2024)).toEqual([period]);
  });

  test.each([
    '温鹿政办〔2024〕16号',
    '2024年政府工作报告重点工作',
    '填报日期：2024年7月2日',
    '填表时间：2024年7月',
    '2024年7月2日',
    '20240702',
    '2024-07-02',
    '13800138000',
    '上半年',
  ])('%s names none', (text) => {
    expect(periodsIn(text, 2024)).toEqual([]);
  });

  test('a filing date beside the period does not hide it', () => {
    const line = '填报单位：区发改局　　报告期：2024年6月　　报送截止：2024年6月28日';
    expect(periodsIn(line, null)).toEqual(['2024-06']);
    expect(periodsIn('填报日期：2024年7月1日　报告期：2024年6月', null)).toEqual(['2024-06']);
  });

  test('a month without a year needs the year, two periods are not guessed between', () => {
    expect(periodsIn('6月进展', null)).toEqual([]);
    expect(statedPeriod(['2024年5月', '2024年6月'], 2024)).toBeNull();
    expect(statedPeriod(['2024年6月进展', '截至6月底'], 2024)).toBe('2024-06');
  });
});

describe('units', () => {
  test.each([
    ['填报单位：区发改局', '区发改局'],
    ['填报单位（盖章）： 区人力社保局', '区人社局'],
    ['报送单位:鹿城区发展和改革局    填报日期：2024年7月1日', '区发改局'],
    ['单位：团区委', '团区委'],
  ])('%s', (text, unit) => {
    expect(finder.filedBy([text])?.unit).toBe(unit);
  });

  test('the name in the cell beside the label', () => {
    expect(finder.filedBy(['填报单位：', '区发改局'])?.unit).toBe('区发改局');
  });

  test('a unit of measure is no unit, and whom a table goes to did not file it', () => {
    expect(finder.filedBy(['单位：万元'])).toBeNull();
    expect(finder.filedBy(['单位：万元', '填报单位：团区委'])?.unit).toBe('团区委');
    expect(finder.mentionedIn('请报区政府办公室')).toBeNull();
    expect(finder.mentionedIn('区发改局报区政府办公室')).toBe('区发改局');
  });

  test('in a title or a file name, the longer name counts and groups do not', () => {
    expect(finder.mentionedIn('区发改局2024年6月进展')).toBe('区发改局');
    expect(finder.mentionedIn('附件2：团区委（6月）(1)')).toBe('团区委');
    expect(finder.mentionedIn('区委办公室回表')).toBe('区委办公室');
    expect(finder.mentionedIn('区发改局、区人社局进展')).toBeNull();
    expect(finder.mentionedIn('各街镇进展')).toBeNull();
    expect(finder.mentionedIn('进展情况表')).toBeNull();
  });
});

describe('a return', () => {
  const blank = { meta: null, texts: [], sheetNames: ['Sheet1'], fileName: '回表.xlsx' };

  test('meta before the sheet’s texts before the file name', () => {
    const hints = {
      ...blank,
      texts: ['填报单位：区人社局', '2024年5月'],
      fileName: '区发改局-2024年4月.xlsx',
    };
    expect(recogniseUnit(finder, hints).value).toBe('区人社局');
    expect(recognisePeriod(hints, 2024).value).toBe('2024-05');
    const silent = { ...hints, texts: ['进展情况表'] };
    expect(recogniseUnit(finder, silent).value).toBe('区发改局');
    expect(recognisePeriod(silent, 2024).value).toBe('2024-04');
    const form = { ...blank, meta: { unit: '区委办公室', period: '2024-Q2' } };
    expect(recogniseUnit(finder, form).value).toBe('区委办公室');
    expect(recognisePeriod(form, 2024).value).toBe('2024-Q2');
  });

  test('the sheet’s name may say the month', () => {
    expect(recognisePeriod({ ...blank, sheetNames: ['6月'] }, 2024).value).toBe('2024-06');
  });

  test('another unit’s form is refused', () => {
    const hints = { ...blank, meta: { unit: '区发改局', period: '2024-06' }, texts: ['填报单位：区人社局'] };
    expect(recogniseUnit(finder, hints).problem).toContain('下发给区发改局');
  });

  test('an unknown filing unit falls back to the title and says so', () => {
    const hints = { ...blank, texts: ['填报单位：发展改革委'], fileName: '区发改局.xlsx' };
    expect(recogniseUnit(finder, hints)).toMatchObject({
      value: '区发改局',
      notice: expect.stringContaining('不在单位名录'),
    });
  });

  test('a title and a file name that name two units are not guessed between', () => {
    const hints = { ...blank, texts: ['区人社局6月进展'], fileName: '区发改局6月.xlsx' };
    expect(recogniseUnit(finder, hints).value).toBeNull();
  });

  test('an unknown unit and period stay unknown', () => {
    expect(recogniseUnit(finder, blank).value).toBeNull();
    expect(recognisePeriod(blank, 2024).value).toBeNull();
  });

  test('the wrong period is told with both', () => {
    const [may, june] = [parsePeriod('2024-05'), parsePeriod('2024-06')];
    if (may === null || june === null) throw new Error('well-formed');
    expect(wrongPeriod(may, june)).toContain('2024年5月的回表，本次导入的是2024年6月');
  });
});
