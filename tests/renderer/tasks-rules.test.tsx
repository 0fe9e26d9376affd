import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promiseText, quantityText } from '#renderer/components/format.ts';
import { textDifference } from '#renderer/components/text-difference.ts';
import { readLayout, writeLayout } from '#renderer/features/tasks/grid-layout.ts';
import { groupProgress } from '#renderer/features/tasks/progress-groups.ts';
import { changedFields } from '#renderer/features/tasks/task-change.ts';
import { readTaskFilter, writeTaskFilter } from '#renderer/features/tasks/task-filter-params.ts';
import type { TaskFilter, TaskProgress } from '#shared/contract/tasks.ts';
import { emptyProgress } from '#shared/domain/progress.ts';

describe('地址里的筛选', () => {
  test('写进去的读得出来', () => {
    const filter: TaskFilter = {
      documentId: 1,
      kind: 'key',
      leaderId: 3,
      unitId: 7,
      role: 'lead',
      text: '低空&经济',
    };
    expect(readTaskFilter(new URLSearchParams(writeTaskFilter(filter).toString()))).toEqual(filter);
    expect(writeTaskFilter({}).toString()).toBe('');
  });

  test('不成样子的一概不算，没有单位的角色也不算', () => {
    const search = new URLSearchParams('document=-1&kind=other&leader=x&role=lead&text=');
    expect(readTaskFilter(search)).toEqual({});
  });
});

describe('两段文字的不同', () => {
  test('只标出不同的字', () => {
    expect(textDifference('青少年官5个', '青少年宫5个')).toEqual([
      { kind: 'same', text: '青少年' },
      { kind: 'removed', text: '官' },
      { kind: 'added', text: '宫' },
      { kind: 'same', text: '5个' },
    ]);
    expect(textDifference('一样', '一样')).toEqual([{ kind: 'same', text: '一样' }]);
    expect(textDifference('', '新的')).toEqual([{ kind: 'added', text: '新的' }]);
  });

  test('各自拼起来就是原来的两段', () => {
    const text = fc.string({ unit: fc.constantFrom(...'国家建设，。😀'), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (source, present) => {
        const pieces = textDifference(source, present);
        const join = (hidden: string) =>
          pieces
            .filter(({ kind }) => kind !== hidden)
            .map((piece) => piece.text)
            .join('');
        expect(join('added')).toBe(source);
        expect(join('removed')).toBe(present);
      }),
    );
  });

  test('很长的两段也答得出来', () => {
    const pieces = textDifference(`头${'甲'.repeat(3000)}尾`, `头${'乙'.repeat(3000)}尾`);
    expect(pieces.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
  });
});

test('数量按办公习惯写，不丢数', () => {
  expect(quantityText(10_000_000_000, '元')).toBe('100 亿元');
  expect(quantityText(85_000_000, '美元')).toBe('8,500 万美元');
  expect(quantityText(27_830_000_000, '元')).toBe('278.3 亿元');
  expect(quantityText(9_999, '个')).toBe('9,999 个');
  expect(quantityText(97, '%')).toBe('97%');
  expect(quantityText(510, '')).toBe('510');
  expect(promiseText({ comparator: '<=', value: 5, measure: '%' })).toBe('≤ 5%');
});

test('记下的列布局坏了就当没有', () => {
  expect(readLayout(null)).toBeNull();
  expect(readLayout('{')).toBeNull();
  expect(readLayout('[{"width":3}]')).toBeNull();
  const layout = writeLayout([
    { colId: 'content', width: 300, flex: 3 },
    { colId: 'remark', width: 90, hide: true },
  ]);
  expect(readLayout(layout)).toMatchObject([
    { colId: 'content', flex: 3, hide: false },
    { colId: 'remark', width: 90, flex: null, hide: true },
  ]);
});

test('修改记录只说文字改了什么', () => {
  const before = JSON.stringify({ content: '甲', remark: '', version: 1 });
  const after = JSON.stringify({ content: '甲', remark: '新备注', version: 2 });
  expect(changedFields({ before, after })).toEqual([{ label: '备注', before: '', after: '新备注' }]);
  expect(changedFields({ before: null, after: null })).toEqual([]);
});

test('进展按期、按单位分，最新一次在前', () => {
  const report = (period: string, unitId: number, revision: number): TaskProgress => ({
    reportId: unitId * 10 + revision,
    unitId,
    unit: `单位${unitId}`,
    period,
    revision,
    values: emptyProgress,
    targetValues: [],
    source: 'entry',
    evidence: null,
    createdAt: '2024-06-28T00:00:00.000Z',
    createdBy: '陈科长',
  });
  const groups = groupProgress([
    report('2024-06', 1, 2),
    report('2024-06', 1, 1),
    report('2024-06', 2, 1),
    report('2024-05', 1, 1),
  ]);
  expect(groups.map(({ period, units }) => [period, units.length])).toEqual([
    ['2024-06', 2],
    ['2024-05', 1],
  ]);
  expect(groups[0]?.units[0]?.current.revision).toBe(2);
  expect(groups[0]?.units[0]?.earlier.map(({ revision }) => revision)).toEqual([1]);
});
