import { expect, test } from 'vitest';
import { defaultActionSettings } from '#shared/domain/supervision/action-settings.ts';
import {
  type ColourFacts,
  gravestColour,
  nextColour,
  proposeOrderColour,
} from '#shared/domain/supervision/order-colour.ts';
import type { Slip } from '#shared/domain/supervision/slip.ts';

const quiet: ColourFacts = {
  today: '2024-06-20',
  due: '2024-12-31',
  behind: null,
  poorQuality: null,
  lastSlip: null,
  settings: defaultActionSettings,
};

function ignored(colour: Slip['colour']): Slip {
  return {
    id: 1,
    kind: colour === null ? 'reminder' : 'supervision_order',
    colour,
    words: colour === null ? '6月3日催办' : '督办单〔2024〕3号',
    actedOn: '2024-06-03',
    answerDue: '2024-06-10',
    answeredOn: null,
    closedOn: null,
    state: 'open',
  };
}

const behind = '序时应达50%，实际28%，落后22个百分点，黄灯';

test.each<[string, Partial<ColourFacts>, string | null]>([
  ['nothing is wrong', {}, null],
  ['eight days left', { due: '2024-06-28' }, null],
  ['seven days left', { due: '2024-06-27' }, 'blue'],
  ['due today', { due: '2024-06-20' }, 'blue'],
  ['a day overdue', { due: '2024-06-19' }, 'red'],
  ['no due date', { due: null }, null],
  ['behind', { behind }, 'yellow'],
  ['of poor quality', { poorQuality: '只报了会议' }, 'yellow'],
  ['near and behind', { due: '2024-06-27', behind }, 'yellow'],
  ['a 催办 was ignored', { lastSlip: ignored(null) }, 'blue'],
  ['a 蓝 was ignored', { lastSlip: ignored('blue') }, 'yellow'],
  ['a 黄 was ignored', { lastSlip: ignored('yellow') }, 'red'],
  ['a 红 was ignored', { lastSlip: ignored('red') }, 'red'],
  ['a 蓝 was ignored and the task is overdue', { due: '2024-06-19', lastSlip: ignored('blue') }, 'red'],
  [
    'a 黄 was ignored and the task is near its end',
    { due: '2024-06-27', lastSlip: ignored('yellow') },
    'red',
  ],
  ['a 黄 can still be answered today', { lastSlip: { ...ignored('yellow'), answerDue: '2024-06-20' } }, null],
  ['a 黄 was answered', { lastSlip: { ...ignored('yellow'), state: 'answered' } }, null],
  ['a 黄 was closed without an answer', { lastSlip: { ...ignored('yellow'), state: 'closed' } }, null],
])('%s', (_name, facts, colour) => {
  expect(proposeOrderColour({ ...quiet, ...facts }).colour).toBe(colour);
});

test('the sentence gives every ground', () => {
  const proposal = proposeOrderColour({
    ...quiet,
    due: '2024-06-27',
    behind,
    poorQuality: '只报了会议',
    lastSlip: ignored('yellow'),
  });
  expect(proposal).toEqual({
    colour: 'red',
    reason:
      '距完成时限（2024年6月27日）还有7天；序时应达50%，实际28%，落后22个百分点，黄灯；进展质量不高：只报了会议；' +
      '督办单〔2024〕3号到期（2024年6月10日）未答复，发红色督办单。',
  });
  expect(proposeOrderColour(quiet).reason).toBe(
    '未临期、未落后序时，也没有逾期未答复的督办件，不需要发督办单。',
  );
});

test('ignoring one slip after another leads 催办, 蓝, 黄, 红 and stays there', () => {
  const first = nextColour(null);
  const second = nextColour(first);
  const third = nextColour(second);
  expect([first, second, third, nextColour(third)]).toEqual(['blue', 'yellow', 'red', 'red']);
});

test('one order for several tasks has the gravest of their colours', () => {
  expect(gravestColour(['blue', 'red', 'yellow'])).toBe('red');
  expect(gravestColour(['blue', 'yellow'])).toBe('yellow');
  expect(gravestColour([])).toBeNull();
});
