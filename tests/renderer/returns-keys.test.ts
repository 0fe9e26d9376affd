import { expect, test } from 'vitest';
import { listAction } from '#renderer/features/returns/list-keys.ts';
import { cellsOf } from '#renderer/features/returns/row-cells.ts';
import { asksForTask, firstStop, rowAction, stopKey, stopsOf } from '#renderer/features/returns/row-stops.ts';
import type { DeskRow } from '#shared/contract/desk.ts';
import type { FieldChange } from '#shared/contract/returns.ts';
import { emptyProgress } from '#shared/domain/progress.ts';

const change = (field: FieldChange['field'], conflict: boolean): FieldChange => ({
  ...{ field, before: '甲', after: '乙', conflict },
});

function row(number: number, changed: Partial<DeskRow> = {}): DeskRow {
  return {
    ...{ sheet: '填报表', row: number, code: 'Z02-01', content: '重点工作', outcome: 'new' },
    ...{ values: emptyProgress, changes: [], problems: [], targetValues: [], targetChanges: [] },
    ...{ reportedOn: null, taken: true, clean: true },
    match: { how: 'code', certainty: 1, candidates: [] },
    decision: { take: null, sides: {}, taskCode: null },
    ...changed,
  };
}

const conflicting = row(2, {
  ...{ outcome: 'conflict', clean: false },
  changes: [change('narrative', true), change('percent', true), change('next', false)],
  targetChanges: [{ targetId: 4, label: '投资', before: '1', stored: 1, after: '2', conflict: true }],
});
const unmatched = row(3, {
  ...{ outcome: 'unmatched', code: null, clean: false, taken: false },
  match: {
    ...{ how: 'none', certainty: 0 },
    candidates: [
      { code: 'Z02-05', content: '甲', certainty: 0.6 },
      { code: 'Z02-06', content: '乙', certainty: 0.5 },
    ],
  },
});

test('没有冲突的行停一次；有冲突的行在每个冲突的格子各停一次，指标也算', () => {
  const stops = stopsOf([row(1), conflicting, unmatched]);
  expect(stops.map(stopKey)).toEqual([
    '填报表 1 ',
    '填报表 2 narrative',
    '填报表 2 percent',
    '填报表 2 target:4',
    '填报表 3 ',
  ]);
});

test('从第一处要人看的开始；都不用看就从头', () => {
  const stops = stopsOf([row(1), conflicting]);
  expect(firstStop(stops)?.row.row).toBe(2);
  expect(firstStop(stopsOf([row(1), row(4)]))?.row.row).toBe(1);
  expect(firstStop([])).toBeNull();
});

test('没有说过的冲突保留已存的', () => {
  expect(cellsOf(conflicting).map(({ side }) => side)).toEqual(['ours', 'ours', 'ours', 'ours']);
  const decided = {
    ...conflicting,
    decision: { ...conflicting.decision, sides: { percent: 'theirs' } },
  } as const;
  expect(cellsOf(decided).find(({ label }) => label.startsWith('完成比例'))?.side).toBe('theirs');
});

const plainStop = { row: row(1), cell: null };
const [conflictStop = plainStop] = stopsOf([conflicting]);

test.each([
  ['ArrowDown', { do: 'move', to: 1 }],
  ['ArrowUp', { do: 'move', to: 0 }],
  ['PageDown', { do: 'move', to: 4 }],
  ['End', { do: 'move', to: 4 }],
  [' ', { do: 'take' }],
  ['Enter', { do: 'accept' }],
  ['Escape', { do: 'leave' }],
  ['ArrowLeft', { do: 'leave' }],
  ['ArrowRight', null],
  ['1', null],
  ['a', null],
])('普通行上按 %s', (key, action) => {
  expect(rowAction(key, 0, 5, plainStop)).toEqual(action);
});

test('冲突的格子上 ← 保留已存的，→ 采用回表的', () => {
  expect(rowAction('ArrowLeft', 0, 5, conflictStop)).toEqual({ do: 'side', side: 'ours' });
  expect(rowAction('ArrowRight', 0, 5, conflictStop)).toEqual({ do: 'side', side: 'theirs' });
});

test('数字键只选列出来的任务', () => {
  const stop = { row: unmatched, cell: null };
  expect(rowAction('2', 0, 5, stop)).toEqual({ do: 'candidate', place: 1 });
  expect(rowAction('3', 0, 5, stop)).toBeNull();
  expect(asksForTask(row(1))).toBe(false);
});

test.each([
  ['ArrowDown', false, { do: 'move', to: 3 }],
  ['ArrowUp', false, { do: 'move', to: 1 }],
  ['PageDown', false, { do: 'move', to: 4 }],
  ['Home', false, { do: 'move', to: 0 }],
  [' ', false, { do: 'mark' }],
  ['a', true, { do: 'markAll' }],
  ['a', false, null],
  ['c', true, null],
  ['Enter', false, { do: 'enter' }],
  ['ArrowRight', false, { do: 'enter' }],
  ['Delete', false, { do: 'remove' }],
])('列表里按 %s（Ctrl：%s）', (key, ctrl, action) => {
  expect(listAction(key, ctrl, 2, 5)).toEqual(action);
});

test('空的列表不理会按键', () => {
  expect(listAction('ArrowDown', false, -1, 0)).toBeNull();
});
