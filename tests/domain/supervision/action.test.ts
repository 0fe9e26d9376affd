import { describe, expect, test } from 'vitest';
import {
  type ActionDraft,
  type ActionKind,
  actionFamilies,
  actionKindLabels,
  actionKinds,
  checkAction,
} from '#shared/domain/supervision/action.ts';
import {
  answerDueOn,
  checkActionSettings,
  defaultActionSettings,
} from '#shared/domain/supervision/action-settings.ts';
import {
  type ActionMoveFacts,
  type ActionMoveKey,
  type ActionState,
  actionMoves,
  actionStateLabels,
  allowedActionMoves,
  applyActionMove,
  firstActionStates,
} from '#shared/domain/supervision/action-state.ts';
import { isIgnored, lastSlip, missedAnswerDate, type Slip } from '#shared/domain/supervision/slip.ts';

const draft: ActionDraft = {
  kind: 'supervision_order',
  colour: 'yellow',
  unit: '区住建局',
  tasks: ['Z02-18', 'Z02-19'],
  title: '关于加快推进老旧小区改造的督办单',
  reason: '落后序时22个百分点',
  actedOn: '2024-06-03',
  answerDue: '2024-06-10',
  oldDue: null,
  newDue: null,
};

const extension: ActionDraft = {
  ...draft,
  kind: 'extension',
  colour: null,
  tasks: ['Z02-18'],
  answerDue: null,
  oldDue: '2024-09-30',
  newDue: '2024-12-31',
};

describe('what an action must say', () => {
  test('a complete one has nothing wrong with it', () => {
    expect(checkAction(draft)).toEqual([]);
    expect(checkAction(extension)).toEqual([]);
    expect(checkAction({ ...draft, kind: 'talk', colour: null, tasks: [], answerDue: null })).toEqual([]);
    expect(checkAction({ ...draft, kind: 'site_visit', colour: null, unit: null, answerDue: null })).toEqual(
      [],
    );
  });

  test.each([
    [{ ...draft, colour: null }, ['督办单没有颜色，请填写。']],
    [{ ...draft, tasks: [] }, ['督办单没有任务，请填写。']],
    [{ ...draft, reason: ' ' }, ['督办单没有事由，请填写。']],
    [{ ...draft, kind: 'reminder' as const }, ['催办不分颜色，请去掉“黄色”。']],
    [{ ...draft, answerDue: '2024-06-02' }, ['答复期限早于发出日期，请修改。']],
    [{ ...draft, answerDue: '2024-06-03' }, []],
    [{ ...draft, answerDue: '6月10日' }, ['答复期限“6月10日”不是有效日期，请按“2024-06-30”的格式填写。']],
    [{ ...extension, newDue: '2024-09-30' }, ['申请的新时限须晚于原完成时限，请修改。']],
    [{ ...extension, newDue: '2024-10-01' }, []],
    [{ ...extension, actedOn: '2024-09-29' }, []],
    [
      { ...extension, actedOn: '2024-09-30' },
      [
        '延期须在完成时限2024年9月30日之前申请，申请日期是2024年9月30日。申请日期填错的请改正；当天或以后才申请的，按逾期督办。',
      ],
    ],
    [{ ...extension, tasks: ['Z02-18', 'Z02-19'] }, ['延期须逐项申请，一次只能选一项任务。']],
    [
      { ...extension, reason: '', newDue: null },
      ['延期没有事由，请填写。', '延期没有申请的新时限，请填写。'],
    ],
  ])('%#', (action, problems) => {
    expect(checkAction(action)).toEqual(problems);
  });
});

const given: ActionMoveFacts = {
  date: '2024-06-07',
  actedOn: '2024-06-03',
  reason: '已当面说明',
  answer: '已开工3个小区',
  answerDue: '2024-06-14',
  newDue: '2024-10-31',
  oldDue: '2024-09-30',
  decider: '李华',
};

describe('states of actions', () => {
  const kindOf = (family: string) =>
    actionKinds.find((kind) => actionFamilies[kind] === family) as ActionKind;

  test.each(actionMoves.map((row) => [row.family, actionStateLabels[row.from], row.label, row] as const))(
    '%s: %s, %s',
    (_family, _from, _label, row) => {
      expect(applyActionMove(kindOf(row.family), row.from, row.move, given)).toEqual({
        ok: true,
        state: row.to,
      });
    },
  );

  test('what is not in the table is refused for every kind', () => {
    const states = Object.keys(actionStateLabels) as ActionState[];
    const keys = [...new Set(actionMoves.map(({ move }) => move))];
    for (const kind of actionKinds) {
      for (const state of states) {
        const allowed = allowedActionMoves(kind, state).map(({ move }) => move);
        for (const key of keys.filter((candidate) => !allowed.includes(candidate))) {
          const result = applyActionMove(kind, state, key, given);
          expect(result.ok ? [] : result.reasons.join('')).toContain(
            `${actionKindLabels[kind]}现为“${actionStateLabels[state]}”，不能办理`,
          );
        }
      }
    }
  });

  test('every kind begins in a state of its own family', () => {
    for (const kind of actionKinds)
      expect(allowedActionMoves(kind, firstActionStates[actionFamilies[kind]])).not.toEqual([]);
  });

  test.each([
    ['supervision_order', 'open', 'answer', { answer: '' }, '登记答复没有内容，请填写。'],
    [
      'supervision_order',
      'open',
      'answer',
      { date: '2024-06-02' },
      '登记答复的日期早于发出日期2024-06-03，请修改。',
    ],
    ['supervision_order', 'open', 'void', { reason: '' }, '作废须写明理由，请填写。'],
    ['supervision_order', 'open', 'close', { reason: '' }, '办结须写明理由，请填写。'],
    [
      'reminder',
      'answered',
      'reject_answer',
      { answerDue: '2024-06-06' },
      '请填写新的答复期限，不早于退回之日。',
    ],
    ['extension', 'requested', 'approve', { newDue: '' }, '批准延期须写明新的时限，且晚于原完成时限。'],
    [
      'extension',
      'requested',
      'approve',
      { newDue: '2024-09-30' },
      '批准延期须写明新的时限，且晚于原完成时限。',
    ],
    ['extension', 'requested', 'refuse', { reason: '' }, '不予批准须写明理由，请填写。'],
    ['extension', 'requested', 'approve', { decider: '' }, '请填写由谁批示。'],
    ['talk', 'planned', 'hold', { answer: '' }, '登记情况没有内容，请填写。'],
  ] as [ActionKind, ActionState, ActionMoveKey, Partial<ActionMoveFacts>, string][])(
    '%s %s %s %j',
    (kind, state, move, facts, sentence) => {
      expect(applyActionMove(kind, state, move, { ...given, ...facts })).toEqual({
        ok: false,
        reasons: [sentence],
      });
    },
  );

  test('an answer that was satisfying is closed without a word more', () => {
    const result = applyActionMove('supervision_order', 'answered', 'close', { ...given, reason: '' });
    expect(result).toEqual({ ok: true, state: 'closed' });
  });

  test('a visit may be held before the day it was planned for', () => {
    expect(applyActionMove('site_visit', 'planned', 'hold', { ...given, date: '2024-06-01' }).ok).toBe(true);
  });
});

const slip: Slip = {
  id: 1,
  kind: 'supervision_order',
  colour: 'blue',
  words: '蓝色督办单〔2024〕3号',
  actedOn: '2024-06-03',
  answerDue: '2024-06-10',
  answeredOn: null,
  closedOn: null,
  state: 'open',
};

describe('answer dates', () => {
  test.each([
    ['2024-06-10', slip, false],
    ['2024-06-11', slip, true],
    ['2024-06-11', { ...slip, state: 'answered' as const, answeredOn: '2024-06-11' }, false],
    ['2024-06-11', { ...slip, state: 'void' as const }, false],
  ])('on %s ignored or not', (today, one, expected) => {
    expect(isIgnored(one, today)).toBe(expected);
  });

  test.each([
    [{ ...slip, state: 'answered' as const, answeredOn: '2024-06-10' }, false],
    [{ ...slip, state: 'answered' as const, answeredOn: '2024-06-11' }, true],
    [{ ...slip, state: 'closed' as const, closedOn: '2024-06-10' }, false],
    [{ ...slip, state: 'closed' as const, closedOn: '2024-06-20' }, true],
    [{ ...slip, state: 'closed' as const, answeredOn: '2024-06-09', closedOn: '2024-06-20' }, false],
    [{ ...slip, state: 'void' as const }, false],
    [slip, true],
  ])('missed or not %#', (one, expected) => {
    expect(missedAnswerDate(one, '2024-07-01')).toBe(expected);
  });

  test('the last slip is the one sent last, of one day the one recorded last, void ones left out', () => {
    const later = { ...slip, id: 2, actedOn: '2024-06-20' };
    expect(lastSlip([])).toBeNull();
    expect(lastSlip([later, slip])?.id).toBe(2);
    expect(lastSlip([{ ...later, state: 'void' }, slip])?.id).toBe(1);
    expect(lastSlip([{ ...slip, id: 3 }, slip])?.id).toBe(3);
  });

  test('the answer date is counted from the day of issue', () => {
    expect(answerDueOn('2024-02-27', 'red', defaultActionSettings)).toBe('2024-03-01');
    expect(answerDueOn('2023-02-27', 'red', defaultActionSettings)).toBe('2023-03-02');
  });

  test('settings are whole days', () => {
    expect(checkActionSettings([defaultActionSettings])).toEqual([]);
    const faulty = {
      ...defaultActionSettings,
      nearDueDays: 7.5,
      answerDays: { ...defaultActionSettings.answerDays, red: -1 },
    };
    expect(checkActionSettings([faulty])).toEqual([
      '自2000-01-01起的督办规则：临期天数须是0到366之间的整数，请修改。',
      '自2000-01-01起的督办规则：红色督办单答复天数须是0到366之间的整数，请修改。',
    ]);
  });
});
