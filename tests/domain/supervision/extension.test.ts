import { expect, test } from 'vitest';
import {
  countExtensions,
  dueInForce,
  type Extension,
  extensionWords,
  isLateAsked,
} from '#shared/domain/supervision/extension.ts';

const asked: Extension = {
  id: 1,
  askedOn: '2024-05-20',
  reason: '征地未完成',
  oldDue: '2024-06-30',
  newDue: '2024-09-30',
  state: 'requested',
  decidedOn: null,
};
const approved: Extension = { ...asked, state: 'approved', decidedOn: '2024-06-05' };
const again: Extension = {
  ...approved,
  id: 2,
  askedOn: '2024-09-30',
  oldDue: '2024-09-30',
  newDue: '2024-12-31',
  decidedOn: '2024-10-08',
};

test.each([
  ['2024-06-29', false],
  ['2024-06-30', true],
  ['2024-07-01', true],
])('asked for on %s, a task due on 30 June', (askedOn, isLate) => {
  expect(isLateAsked({ ...asked, askedOn })).toBe(isLate);
});

test.each([
  ['asked for', asked],
  ['refused', { ...asked, state: 'refused' as const, decidedOn: '2024-06-05' }],
  ['taken back', { ...asked, state: 'taken_back' as const }],
])('one that was %s changes nothing', (_state, extension) => {
  expect(dueInForce('2024-06-30', [extension], '2024-12-31')).toBe('2024-06-30');
});

test.each([
  ['2024-06-04', '2024-06-30'],
  ['2024-06-05', '2024-09-30'],
  ['2024-10-07', '2024-09-30'],
  ['2024-10-08', '2024-12-31'],
])('on %s the due date is %s, and a later decision does not reach back', (date, due) => {
  expect(dueInForce('2024-06-30', [again, approved], date)).toBe(due);
});

test('of two decided on one day the one recorded last holds', () => {
  const corrected = { ...approved, id: 5, newDue: '2024-08-31' };
  expect(dueInForce('2024-06-30', [corrected, approved], '2024-12-31')).toBe('2024-08-31');
});

test('the count is shown, late ones too; one taken back does not count', () => {
  const all: Extension[] = [
    approved,
    again,
    { ...asked, id: 3, state: 'refused', decidedOn: '2024-06-05' },
    { ...asked, id: 4 },
    { ...asked, id: 5, state: 'taken_back' },
  ];
  expect(countExtensions(all)).toEqual({ asked: 4, approved: 2, refused: 1, pending: 1, lateAsked: 1 });
  expect(extensionWords(all)).toBe('延期4次（批准2次，未批准1次，待批1次，逾期申请1次）');
  expect(extensionWords([{ ...asked, state: 'taken_back' }])).toBe('');
});
