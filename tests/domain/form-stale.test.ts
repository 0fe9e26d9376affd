import { expect, test } from 'vitest';
import { type AskedTask, type IssuedTask, staleReasons } from '#shared/domain/form-stale.ts';

const issued: IssuedTask[] = [
  { code: 'Z02-01', content: '甲', reportId: null },
  { code: 'Z02-02', content: '乙', reportId: 7 },
];
const asked: AskedTask[] = issued.map((task) => ({ ...task, answersForm: false }));
const [first, second] = asked as [AskedTask, AskedTask];

test('a form that shows what a new one would show is up to date', () => {
  expect(staleReasons(issued, asked)).toEqual([]);
});

test('each kind of change is named with its tasks', () => {
  const added = { ...first, code: 'Z03-01' };
  expect(staleReasons(issued, [first, second, added])).toEqual(['增加了 1 项任务：Z03-01']);
  expect(staleReasons(issued, [first])).toEqual(['减少了 1 项任务：Z02-02']);
  expect(staleReasons(issued, [{ ...first, content: '甲改' }, second])).toEqual([
    '1 项任务的内容改过：Z02-01',
  ]);
  expect(
    staleReasons(issued, [
      { ...first, reportId: 9 },
      { ...second, reportId: 8 },
    ]),
  ).toEqual(['2 项任务的进展在发出后有更新：Z02-01、Z02-02']);
});

test('what came back with the form itself does not make it stale', () => {
  expect(staleReasons(issued, [{ ...first, reportId: 9, answersForm: true }, second])).toEqual([]);
});

test('of many tasks the first five are named', () => {
  const many = Array.from({ length: 6 }, (_, index) => ({ ...first, code: `Z09-0${index + 1}` }));
  expect(staleReasons([], many)).toEqual(['增加了 6 项任务：Z09-01、Z09-02、Z09-03、Z09-04、Z09-05等']);
  expect(staleReasons([], many.slice(0, 5))[0]).not.toContain('等');
});
