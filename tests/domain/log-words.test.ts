import { expect, test } from 'vitest';
import { logChangeLines } from '#shared/domain/log-words.ts';

test('only what differs is said, in the words of the screens', () => {
  const before = { state: 'open', answer: '', answerDue: '2024-06-10' };
  const after = { state: 'answered', answer: '已开会。', answerDue: '2024-06-10' };
  expect(logChangeLines(before, after)).toEqual(['状态：待答复 → 已答复待核', '答复：（空） → 已开会。']);
});

test('kinds, colours, lights and states of progress have their names; a person’s own words stay', () => {
  const after = {
    kind: 'supervision_order',
    colour: 'yellow',
    light: 'red',
    status: 'completed',
    title: 'open',
  };
  expect(logChangeLines(null, after)).toEqual([
    '种类：督办单',
    '颜色：黄色',
    '灯：红灯',
    '状态：已完成',
    '标题：open',
  ]);
});
