import { describe, expect, test } from 'vitest';
import { type DeskState, deskStates } from '#shared/contract/desk.ts';
import { type DeskFacts, deskState, isAcceptable } from '#shared/domain/return/desk-state.ts';

const clean: DeskFacts = {
  isRead: true,
  notAForm: null,
  planSheet: null,
  duplicate: null,
  unreadable: null,
  refusedRows: 0,
  wrongPeriod: null,
  outdated: null,
  missing: [],
  conflicts: 0,
  uncertain: 0,
  unmatched: 0,
  ended: 0,
  correction: null,
};

/** What alone puts a file into each state. */
const cause: Record<DeskState, Partial<DeskFacts>> = {
  waiting: { isRead: false },
  not_a_form: { notAForm: '是 Word 文档' },
  duplicate: { duplicate: '导入过' },
  plan_sheet: { planSheet: '是计划表' },
  faulty: { refusedRows: 1 },
  wrong_period: { wrongPeriod: '是5月的' },
  outdated: { outdated: '有更新的' },
  confirm: { conflicts: 1 },
  correction: { correction: '已有进展' },
  ready: {},
};

test.each(deskStates)('what alone makes a file %s', (state) => {
  expect(deskState({ ...clean, ...cause[state] }).state).toBe(state);
});

test.each(deskStates.map((state, index) => [state, index] as const))(
  '%s outranks everything behind it',
  (state, index) => {
    const all: DeskFacts = Object.assign({}, clean, ...deskStates.slice(index).map((other) => cause[other]));
    expect(deskState(all).state).toBe(state);
  },
);

describe('the reason', () => {
  test('is one sentence for what a person is asked, and none for a clean file', () => {
    expect(deskState({ ...clean, conflicts: 2, unmatched: 1 }).reason).toBe(
      '2 行与现有内容不一致或重复，1 行没有认出是哪项任务，请逐行确认。',
    );
    expect(deskState({ ...clean, missing: ['period'] }).reason).toBe('没有写明报告期，请选定后再读取。');
    expect(deskState(clean).reason).toBeNull();
  });

  test('of a file that cannot be read comes before its rows', () => {
    expect(deskState({ ...clean, unreadable: '有打开密码', refusedRows: 3 }).reason).toBe('有打开密码');
  });
});

test.each([
  [{ isRead: false }, false],
  [{ notAForm: 'x' }, false],
  [{ duplicate: 'x' }, false],
  [{ unreadable: 'x' }, false],
  [{ missing: ['unit'] }, false],
  [{ refusedRows: 1 }, true],
  [{ wrongPeriod: 'x' }, true],
  [{ outdated: 'x' }, true],
  [{ conflicts: 1 }, true],
  [{ correction: 'x' }, true],
  [{}, true],
] satisfies [Partial<DeskFacts>, boolean][])('%j may be accepted: %s', (facts, may) => {
  expect(isAcceptable({ ...clean, ...facts })).toBe(may);
});
