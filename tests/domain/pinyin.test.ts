import { expect, test } from 'vitest';
import { pinyinInitials, searchableInitials } from '#shared/domain/pinyin.ts';

test.each([
  ['重庆', 'cq'],
  ['重大项目', 'zdxm'],
  ['区发改局', 'qfgj'],
  ['行政执法', 'xzzf'],
  ['银行', 'yh'],
  ['长三角一体化', 'csjyth'],
  ['区委区政府信访局', 'qwqzfxfj'],
  ['鹿城经济开发区管委会', 'lcjjkfqgwh'],
  ['区委办公室（区委改革办）', 'qwbgsqwggb'],
  ['滨江CBD总部', 'bjcbdzb'],
  ['ＣＢＤ３０家', 'cbd30j'],
  ['“四千精神”。', 'sqjs'],
  ['', ''],
  ['，。 ', ''],
])('%s → %s', (text, initials) => {
  expect(pinyinInitials(text)).toBe(initials);
});

test.each([
  ['乐清市', 'yqs'],
  ['乐清市', 'lqs'],
  ['单小明', 'sxm'],
  ['推进行业协会改革', 'hyxh'],
  ['区会计核算中心', 'hjhs'],
  ['年度重点任务', 'cdrw'],
])('%s is found by %s, however its many-voiced character is read', (text, query) => {
  expect(searchableInitials(text)).toContain(query);
});

test('initials do not run on across a comma', () => {
  expect(searchableInitials('区发改局、区财政局').split(' ')).toContain('qczj');
  expect(searchableInitials('区发改局、区财政局')).not.toContain('qfgjq');
});

test('a character outside the dictionary takes nothing with it', () => {
  expect(searchableInitials('区𠮷局')).toBe('qj');
});
