import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultActionSettings } from '#shared/domain/supervision/action-settings.ts';
import type { ChaseFacts, LightFact } from '#shared/domain/supervision/chase-facts.ts';
import type { Extension } from '#shared/domain/supervision/extension.ts';
import type { Slip } from '#shared/domain/supervision/slip.ts';
import { todaysWorklist } from '#shared/domain/supervision/worklist.ts';

const context = { today: '2024-06-20', settings: defaultActionSettings };

const green: LightFact = {
  light: 'green',
  rule: 'on_track',
  reason: '与序时持平，绿灯',
  since: '2024-05-31',
};
const yellow: LightFact = {
  light: 'yellow',
  rule: 'behind',
  reason: '落后22个百分点，黄灯',
  since: '2024-04-30',
};
const red: LightFact = {
  light: 'red',
  rule: 'far_behind',
  reason: '落后42个百分点，红灯',
  since: '2024-05-31',
};
const overdue: LightFact = {
  light: 'red',
  rule: 'overdue',
  reason: '已超过完成时限（2024年5月31日）20天，红灯',
  since: '2024-06-01',
};

function pair(more: Partial<ChaseFacts> = {}): ChaseFacts {
  return {
    code: 'Z02-18',
    content: '老旧小区改造',
    unit: '区住建局',
    state: 'active',
    due: '2024-12-31',
    light: green,
    unreported: [],
    milestones: [],
    slips: [],
    extensions: [],
    meetings: [],
    ...more,
  };
}

function slip(more: Partial<Slip> = {}): Slip {
  return {
    id: 1,
    kind: 'supervision_order',
    colour: 'blue',
    words: '蓝色督办单〔2024〕3号',
    actedOn: '2024-06-03',
    answerDue: '2024-06-10',
    answeredOn: null,
    closedOn: null,
    state: 'open',
    ...more,
  };
}

const reminder = slip({ kind: 'reminder', colour: null, words: '6月3日催办' });
const extension: Extension = {
  id: 1,
  askedOn: '2024-03-01',
  reason: '征地未完成',
  oldDue: '2024-03-31',
  newDue: '2024-06-27',
  state: 'approved',
  decidedOn: '2024-03-10',
};
const may = { label: '2024年5月', deadline: '2024-05-28' };

function listed(...pairs: ChaseFacts[]) {
  return todaysWorklist(pairs, context);
}

function reasonsOf(more: Partial<ChaseFacts>) {
  return listed(pair(more)).flatMap(({ reasons }) =>
    reasons.map(({ kind, words, since }) => `${kind} ${since} ${words}`),
  );
}

describe('what is chased, since when and why', () => {
  test.each<[string, Partial<ChaseFacts>, string[]]>([
    ['a task as it should be', {}, []],
    ['no light yet', { light: null }, []],
    ['a yellow light', { light: yellow }, ['yellow_light 2024-04-30 落后22个百分点，黄灯']],
    ['a red light', { light: red }, ['red_light 2024-05-31 落后42个百分点，红灯']],
    [
      'overdue',
      { light: overdue, due: '2024-05-31' },
      ['overdue 2024-06-01 已超过完成时限（2024年5月31日）20天，红灯'],
    ],
    [
      'all done but not yet 办结, past its date',
      { light: { ...green, reason: '实际100%，绿灯' }, due: '2024-05-31' },
      [],
    ],
    [
      'not reported',
      { unreported: [may] },
      ['unreported 2024-05-29 2024年5月进展应于2024年5月28日前报送，至今未报'],
    ],
    ['the reporting deadline is today', { unreported: [{ label: '2024年6月', deadline: '2024-06-20' }] }, []],
    [
      'silent and past its date',
      { light: { ...green, light: 'unreported', rule: 'unreported' }, due: '2024-06-19' },
      ['overdue 2024-06-20 已超过完成时限（2024年6月19日）1天'],
    ],
    [
      'silent, and extended',
      {
        light: { ...green, light: 'unreported', rule: 'unreported' },
        due: '2024-03-31',
        extensions: [{ ...extension, newDue: '2024-09-30' }],
      },
      [],
    ],
    [
      'a missed milestone',
      { milestones: [{ title: '开工', due: '2024-06-19', done: null, evidence: '' }] },
      ['missed_milestone 2024-06-20 节点“开工”应于2024年6月19日完成，至今未完成'],
    ],
    [
      'a milestone due today',
      { milestones: [{ title: '开工', due: '2024-06-20', done: null, evidence: '' }] },
      [],
    ],
    [
      'a missed milestone that also makes the light is said once',
      {
        light: { light: 'yellow', rule: 'missed_milestone', reason: '节点逾期，黄灯', since: '2024-05-31' },
        milestones: [{ title: '开工', due: '2024-06-19', done: null, evidence: '' }],
      },
      ['missed_milestone 2024-06-20 节点“开工”应于2024年6月19日完成，至今未完成'],
    ],
    [
      'an unanswered order',
      { slips: [slip()] },
      ['order_unanswered 2024-06-11 蓝色督办单〔2024〕3号应于2024年6月10日前答复，至今未答复'],
    ],
    ['an order that can still be answered today', { slips: [slip({ answerDue: '2024-06-20' })] }, []],
    [
      'an order that was answered late',
      { slips: [slip({ state: 'answered', answeredOn: '2024-06-12' })] },
      [],
    ],
    ['a void order', { slips: [slip({ state: 'void' })] }, []],
    [
      'an unanswered reminder',
      { slips: [reminder] },
      ['reply_unanswered 2024-06-11 6月3日催办应于2024年6月10日前答复，至今未答复'],
    ],
    [
      'an extension with seven days left',
      { due: '2024-03-31', extensions: [extension] },
      ['extension_ending 2024-06-20 延期至2024年6月27日，还有7天到期'],
    ],
    ['an extension with eight days left', { extensions: [{ ...extension, newDue: '2024-06-28' }] }, []],
    [
      'a request for one that nobody has approved',
      { extensions: [{ ...extension, state: 'requested', decidedOn: null }] },
      [],
    ],
    [
      'due soon',
      { light: { light: 'yellow', rule: 'due_soon', reason: '还有7天，黄灯', since: '2024-06-20' } },
      ['due_soon 2024-06-20 还有7天，黄灯'],
    ],
    [
      'due soon, but a person has turned it green',
      { light: { light: 'green', rule: 'due_soon', reason: '还有7天', since: '2024-06-20' } },
      [],
    ],
    [
      'finished and silent',
      { light: { ...green, light: 'finished', rule: 'finished' }, unreported: [may] },
      [],
    ],
  ])('%s', (_name, facts, reasons) => {
    expect(reasonsOf(facts)).toEqual(reasons);
  });

  test.each(['completion_requested', 'reviewed', 'closed', 'withdrawn', 'split', 'merged'] as const)(
    'a task that is %s is not chased',
    (state) => {
      expect(listed(pair({ state, light: red, unreported: [may], slips: [slip()] }))).toEqual([]);
    },
  );

  test('one entry for a task and a unit, the reasons together and the oldest date above', () => {
    const [entry, ...others] = listed(pair({ light: yellow, unreported: [may], slips: [slip()] }));
    expect(others).toEqual([]);
    expect(entry?.reasons.map(({ kind }) => kind)).toEqual([
      'order_unanswered',
      'unreported',
      'yellow_light',
    ]);
    expect(entry?.since).toBe('2024-04-30');
  });
});

describe('what was done last and what to do next', () => {
  test.each<[string, Partial<ChaseFacts>, string, string | null]>([
    ['unreported, never chased', { unreported: [may] }, 'reminder', null],
    ['unreported, reminder ignored', { unreported: [may], slips: [reminder] }, 'supervision_order', 'blue'],
    ['behind', { light: yellow }, 'supervision_order', 'yellow'],
    ['far behind is still below 序时', { light: red }, 'supervision_order', 'yellow'],
    ['overdue', { light: overdue, due: '2024-05-31' }, 'supervision_order', 'red'],
    [
      'a missed milestone',
      { milestones: [{ title: '开工', due: '2024-06-01', done: null, evidence: '' }] },
      'supervision_order',
      'yellow',
    ],
    [
      'an extension about to end',
      { due: '2024-03-31', extensions: [extension] },
      'supervision_order',
      'blue',
    ],
    [
      'all done but not yet 办结, past its date, 蓝 ignored',
      { due: '2024-05-31', slips: [slip()] },
      'supervision_order',
      'yellow',
    ],
    ['退回 ignored', { slips: [slip({ kind: 'send_back', colour: null })] }, 'supervision_order', 'yellow'],
    [
      'unreported, and an earlier report never came back from 退回',
      {
        unreported: [may],
        slips: [
          slip({ kind: 'send_back', colour: null, answerDue: '2024-06-25' }),
          slip({ id: 2, actedOn: '2024-06-10', state: 'closed' }),
        ],
      },
      'supervision_order',
      'yellow',
    ],
    ['蓝 ignored', { slips: [slip()] }, 'supervision_order', 'yellow'],
    ['黄 ignored', { slips: [slip({ colour: 'yellow' })] }, 'supervision_order', 'red'],
    ['红 ignored', { slips: [slip({ colour: 'red' })] }, 'supervision_order', 'red'],
    ['behind, an order is out', { light: yellow, slips: [slip({ answerDue: '2024-06-20' })] }, 'wait', null],
    [
      'behind, an answer lies there',
      { light: yellow, slips: [slip({ state: 'answered' })] },
      'review_answer',
      null,
    ],
    [
      'behind, the order is closed',
      { light: yellow, slips: [slip({ state: 'closed' })] },
      'supervision_order',
      'yellow',
    ],
    [
      '蓝 ignored, 黄 sent since',
      { slips: [slip(), slip({ id: 2, colour: 'yellow', actedOn: '2024-06-18', answerDue: '2024-06-23' })] },
      'wait',
      null,
    ],
  ])('%s', (_name, facts, action, colour) => {
    expect(listed(pair(facts)).map(({ advice }) => [advice.action, advice.colour])).toEqual([
      [action, colour],
    ]);
  });

  test('the advice says why, and after an ignored 红 speaks of 约谈', () => {
    const [entry] = listed(pair({ slips: [slip({ colour: 'red', words: '红色督办单〔2024〕9号' })] }));
    expect(entry?.advice.words).toBe(
      '红色督办单〔2024〕9号到期（2024年6月10日）未答复，发红色督办单。红色督办单已发过，建议同时约谈。',
    );
    const [first] = listed(pair({ unreported: [may] }));
    expect(first?.advice.words).toBe('2024年5月进展应于2024年5月28日前报送，至今未报，先催办。');
  });

  test('the last action is the latest of all kinds; a void paper was none', () => {
    const lastOf = (more: Partial<ChaseFacts>) =>
      listed(pair({ light: yellow, ...more }))[0]?.lastAction ?? null;
    expect(lastOf({})).toBeNull();
    expect(lastOf({ slips: [slip({ state: 'void' })] })).toBeNull();
    expect(lastOf({ slips: [slip()], extensions: [{ ...extension, newDue: '2024-12-31' }] })).toEqual({
      on: '2024-06-03',
      words: '蓝色督办单〔2024〕3号',
    });
    expect(
      lastOf({
        slips: [slip()],
        meetings: [{ kind: 'talk', heldOn: '2024-06-15', words: '分管副区长约谈' }],
      }),
    ).toEqual({ on: '2024-06-15', words: '约谈：分管副区长约谈' });
    expect(lastOf({ extensions: [{ ...extension, state: 'requested', decidedOn: null }] })).toEqual({
      on: '2024-03-01',
      words: '申请延期至2024年6月27日',
    });
  });
});

describe('order', () => {
  const pairs = [
    pair({ code: 'A1', slips: [slip()] }),
    pair({ code: 'A2', light: overdue }),
    pair({ code: 'A3', light: red }),
    pair({ code: 'A4', unreported: [may] }),
    pair({ code: 'A5', milestones: [{ title: '开工', due: '2024-06-01', done: null, evidence: '' }] }),
    pair({ code: 'A6', light: yellow }),
    pair({ code: 'A6', unit: '区交通局', light: yellow }),
    pair({ code: 'A7', light: { ...yellow, since: '2024-05-31' } }),
    pair({ code: 'A8', slips: [reminder] }),
    pair({ code: 'A9', extensions: [extension] }),
    pair({
      code: 'B1',
      light: { light: 'yellow', rule: 'due_soon', reason: '还有3天', since: '2024-06-17' },
    }),
    pair({ code: 'B2', light: overdue, slips: [slip({ answerDue: '2024-06-25' })] }),
  ];

  test('by urgency, then the oldest, then code and unit; who waits for an answer comes last, whatever the order given', () => {
    const expected = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6 区交通局', 'A6', 'A7', 'A8', 'A9', 'B1', 'B2'];
    fc.assert(
      fc.property(fc.shuffledSubarray(pairs, { minLength: pairs.length }), (shuffled) => {
        const order = listed(...shuffled).map(({ code, unit }) =>
          unit === '区交通局' ? `${code} ${unit}` : code,
        );
        expect(order).toEqual(expected);
      }),
    );
  });
});
