/** The small readers a notice is read with: numerals, leaders, remarks, places in JSON. */
import { describe, expect, test } from 'vitest';
import { lineOfPath } from '#electron/document/json-places.ts';
import { parseSectionLeader } from '#electron/document/leaders.ts';
import { readRemark } from '#electron/document/remark-rules.ts';
import { parseChineseNumber } from '#shared/domain/chinese-number.ts';

test.each<[string, number | null]>([
  ['一', 1],
  ['十', 10],
  ['十一', 11],
  ['二十', 20],
  ['九十九', 99],
  ['一百零五', 105],
  ['两千', 2000],
  ['一万二千', 12_000],
  ['百亿', 10_000_000_000],
  ['三万亿', 3_000_000_000_000],
  ['一亿二千万', 120_000_000],
  ['二〇二四', 2024],
  ['', null],
  ['第一', null],
])('the numeral %s is %s', (numeral, value) => {
  expect(parseChineseNumber(numeral)).toBe(value);
});

describe('a section’s leader', () => {
  const place = { file: '通知', line: 1 };
  test.each([
    ['陈岩区长牵头重点工作', '陈岩', '区长'],
    ['欧 阳 明常委、常务副区长牵头重点工作', '欧阳明', '常委、常务副区长'],
    ['王小明县委常委，县府办主任牵头工作', null, null],
    ['阿依古丽·买买提副市长牵头重点工作', '阿依古丽·买买提', '副市长'],
    ['李一党组成员牵头重点工作', '李一', '党组成员'],
    ['赵二区委副书记、区长牵头的工作', '赵二', '区委副书记、区长'],
  ])('%s', (title, name, office) => {
    const read = () => parseSectionLeader(place, title);
    if (name === null) expect(read).toThrow('认不出');
    else expect(read()).toEqual({ name, title: office });
  });

  test('a section that is everybody’s has none', () => {
    expect(parseSectionLeader(place, '各单位共同落实工作')).toBeNull();
  });
});

describe('备注', () => {
  test.each<[string, string[], string[]]>([
    ['根据区委工作安排，由甲部、乙中心牵头。', ['甲部', '乙中心'], []],
    ['由甲部（丙办、丁办）牵头', ['甲部（丙办、丁办）'], []],
    ['根据区委工作安排，由甲部牵头，乙局配合。', ['甲部'], []],
    ['根据区委工作安排，征兵等军事工作由甲部牵头。', [], []],
    ['根据工作需要，相关工作请甲院、乙院予以支持。', [], ['甲院', '乙院']],
    ['由甲部牵头；相关工作请乙院支持。', ['甲部'], ['乙院']],
    ['待定', [], []],
    ['', [], []],
  ])('%s', (remark, partyLeads, supporters) => {
    expect(readRemark(remark)).toEqual({ partyLeads, supporters });
  });
});

test('the line of a value in JSON, or of what is nearest around it', () => {
  const json = '[\n  { "a": "]},\\"[{" },\n  {\n    "b": [1,\n      { "c": 2 }]\n  }\n]';
  expect(lineOfPath(json, [0])).toBe(2);
  expect(lineOfPath(json, [1])).toBe(3);
  expect(lineOfPath(json, [1, 'b', 1, 'c'])).toBe(5);
  expect(lineOfPath(json, [1, 'missing'])).toBe(3);
  expect(lineOfPath(json, [])).toBe(1);
});
