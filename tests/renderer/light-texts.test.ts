/** A joint task names each lead with its light, what the rules say beside a person's, and what moved. */
import { expect, test } from 'vitest';
import type { LightPart, LightRow } from '#shared/contract/lights.ts';
import { goneText, unitsText } from '../../renderer/features/lights/light-texts.ts';

const part: LightPart = {
  unitId: 1,
  unit: '区发改局',
  reportedFor: '2024-06',
  light: 'green',
  computed: 'green',
  rule: 'on_track',
  ruleName: '符合序时',
  expected: 50,
  actual: 50,
  gap: 0,
  reason: '序时应达50%，实际50%，与序时持平，绿灯',
  override: null,
  movement: 'level',
  progressClass: 'on_schedule',
};
const byHand: LightPart = {
  ...part,
  unitId: 2,
  unit: '区财政局',
  computed: 'red',
  movement: 'up',
  override: {
    ...{ id: 1, light: 'green', reason: '批复已到', by: '张三', unit: null },
    ...{ from: '2024-06-01', until: '2024-07-31' },
  },
};

function textOf(parts: LightPart[], gone: LightRow['gone'] = null): string {
  const row: Pick<LightRow, 'parts' | 'gone'> = { parts, gone };
  return unitsText(row as LightRow);
}

test('one lead is its name alone: the light has a column of its own', () => {
  expect(textOf([part])).toBe('区发改局');
});

test('several leads each with light, the ruled one where a person decided, and movement', () => {
  expect(textOf([part, byHand])).toBe('区发改局：绿灯→平\n区财政局：绿灯（原红灯）↑升');
  expect(textOf([part, { ...part, movement: 'none' }])).toBe('区发改局：绿灯→平\n区发改局：绿灯');
});

test('many leads are counted by light', () => {
  const many = Array.from({ length: 5 }, () => part);
  expect(textOf([...many, { ...part, light: 'red' }])).toBe('6 个单位\n红灯 1 个\n绿灯 5 个');
});

test('a task that was split says so, and its leads have no lights any more', () => {
  const gone = { state: 'split', since: '2024-05-20', reason: '专题会议', into: ['Z02-40'] } as const;
  const parts = [part, byHand].map((one): LightPart => ({ ...one, light: 'withdrawn', override: null }));
  expect(textOf(parts, gone)).toBe('区发改局\n区财政局');
  expect([goneText(gone), goneText({ ...gone, state: 'withdrawn' })]).toEqual(['已拆分', '已撤销']);
});
