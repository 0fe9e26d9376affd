import { expect, test } from 'vitest';
import { searchTerms, searchText, taskSearchText } from '#shared/domain/search-text.ts';

const task = taskSearchText({
  code: 'Z02-04',
  content: '完善科技创新基金体系，新增子基金 3 支以上，“一网通办”率达到97%以上。',
  leader: '林杰',
  project: null,
  units: [
    { name: '区科技局', printed: '区科技局' },
    { name: '区人力社保局', printed: '区人社局' },
  ],
  remark: '根据区委工作安排，由区委组织部牵头。',
});

function finds(query: string): boolean {
  return searchTerms(query).every((term) => task.includes(term));
}

test.each([
  'Z02-04',
  'z02',
  '子基金3支',
  '子基金 3 支以上',
  '一网通办',
  '“一网通办”',
  '97%',
  '９７％',
  '林杰',
  '区人力社保局',
  '区人社局',
  '组织部',
  'lj',
  'QKJJ',
  'cxjj',
  '科技 lj 组织',
  '　 “” ',
  '',
])('the task is found by 「%s」', (query) => {
  expect(finds(query)).toBe(true);
});

test.each(['Z02-05', '90%', '区教育局', '科技 教育', 'lxkj', '林杰区科'])(
  'it is not found by 「%s」',
  (query) => {
    expect(finds(query)).toBe(false);
  },
);

test('words of a query are apart at spaces of any width, and each counts once', () => {
  expect(searchTerms(' 督办　Lj\t督办\n100% ')).toEqual(['督办', 'lj', '100%']);
});

test('a part that occurs twice is kept once', () => {
  expect(searchText(['区发改局', '区发改局', ''])).toBe('区发改局 qfgj');
});
