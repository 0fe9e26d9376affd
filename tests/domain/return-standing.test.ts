import { expect, test } from 'vitest';
import { countStandings, returnStanding, type StandingFacts } from '#shared/domain/return-standing.ts';

const nothing: StandingFacts = {
  deadline: '2024-06-28',
  today: '2024-06-20',
  firstWordOn: null,
  lastWordAt: null,
  sentBackAt: null,
};
const at = (change: Partial<StandingFacts>) => returnStanding({ ...nothing, ...change });
const word = (day: string) => ({ firstWordOn: day, lastWordAt: `${day}T02:00:00.000Z` });

test('the deadline day is in time, the day after it is late', () => {
  expect(at(word('2024-06-28'))).toEqual({ standing: 'returned', daysLate: 0 });
  expect(at(word('2024-06-29'))).toEqual({ standing: 'late', daysLate: 1 });
  expect(at(word('2024-07-03'))).toEqual({ standing: 'late', daysLate: 5 });
});

test('without a word it is missing until the deadline has passed, then overdue', () => {
  expect(at({ today: '2024-06-28' })).toEqual({ standing: 'missing', daysLate: 0 });
  expect(at({ today: '2024-06-29' })).toEqual({ standing: 'overdue', daysLate: 1 });
  expect(at({ deadline: '2024-02-28', today: '2024-03-01' })).toEqual({ standing: 'overdue', daysLate: 2 });
});

test('what was returned in time stays in time, however late it is now', () => {
  expect(at({ ...word('2024-06-27'), today: '2024-08-01' })).toEqual({ standing: 'returned', daysLate: 0 });
});

test('sent back is the last act until something is accepted after it', () => {
  const sentBackAt = '2024-06-25T03:00:00.000Z';
  const sameDay = (lastWordAt: string) => at({ sentBackAt, firstWordOn: '2024-06-25', lastWordAt }).standing;
  expect(at({ sentBackAt }).standing).toBe('redo');
  expect(at({ sentBackAt, ...word('2024-06-24') }).standing).toBe('redo');
  expect(sameDay('2024-06-25T02:59:59.999Z')).toBe('redo');
  expect(sameDay(sentBackAt)).toBe('returned');
  expect(at({ sentBackAt, ...word('2024-06-30') })).toEqual({ standing: 'late', daysLate: 2 });
});

test('a unit that was sent back and has no accepted word counts its days from today', () => {
  const sentBackAt = '2024-06-27T03:00:00.000Z';
  expect(at({ sentBackAt, today: '2024-07-01' })).toEqual({ standing: 'redo', daysLate: 3 });
});

test('the counts add up to all units', () => {
  const rows = (['returned', 'late', 'late', 'overdue'] as const).map((standing) => ({ standing }));
  expect(countStandings(rows)).toEqual({ returned: 1, late: 2, redo: 0, missing: 0, overdue: 1 });
});
