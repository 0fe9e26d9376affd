import { expect, test } from 'vitest';
import type { Milestone } from '#shared/domain/supervision/plan.ts';
import {
  isSameCourse,
  keptProposals,
  succeedPlans,
  usualPlanStart,
} from '#shared/domain/supervision/plan-succession.ts';
import { defaultTrajectory } from '#shared/domain/supervision/trajectory.ts';

const ends = ['2024-04-01', '2024-07-01'];

test.each([
  ['from the beginning nothing before it stays', null, null, ends, false],
  ['after every earlier end the last plan stays until then', '2024-09-01', null, [], true],
  ['on the day the last plan began it is replaced', '2024-07-01', null, [], false],
  ['in the middle of an earlier plan that one is cut short', '2024-05-01', '2024-07-01', [], false],
  ['on the day an earlier plan began it is replaced', '2024-04-01', null, ['2024-07-01'], false],
  [
    'before the first end the first plan is cut short and the second never held',
    '2024-02-01',
    '2024-04-01',
    ['2024-07-01'],
    false,
  ],
] as const)('%s', (_, from, shortened, dropped, keepsLast) => {
  expect(succeedPlans(ends, from)).toEqual({ shortened, dropped, keepsLast });
});

test('the first change of a plan keeps it for the days before', () => {
  expect(succeedPlans([], '2024-07-01')).toEqual({ shortened: null, dropped: [], keepsLast: true });
});

test.each([
  ['a first confirmation holds from the beginning', 'proposed', '2024-06-20', null, null],
  [
    'a first confirmation leaves published periods alone',
    'proposed',
    '2024-06-20',
    '2024-06-01',
    '2024-06-01',
  ],
  ['a later change holds from the day it is made', 'confirmed', '2024-06-20', null, '2024-06-20'],
  ['on the last day of the year too', 'confirmed', '2024-12-31', null, '2024-12-31'],
  [
    'a period published ahead of its end is left alone',
    'confirmed',
    '2024-06-20',
    '2024-07-01',
    '2024-07-01',
  ],
  ['after the year a change is a correction', 'confirmed', '2025-01-01', null, null],
  ['after the year what was published stays', 'confirmed', '2025-01-01', '2024-07-01', '2024-07-01'],
] as const)('%s', (_, status, today, earliest, start) => {
  expect(usualPlanStart(status, today, 2024, earliest, null)).toBe(start);
});

test('of a re-worded task a first confirmation holds from the day of the words, or after what was published', () => {
  expect(usualPlanStart('proposed', '2024-08-20', 2024, null, '2024-07-01')).toBe('2024-07-01');
  expect(usualPlanStart('proposed', '2024-08-20', 2024, '2024-06-01', '2024-07-01')).toBe('2024-07-01');
  expect(usualPlanStart('proposed', '2024-08-20', 2024, '2024-08-01', '2024-07-01')).toBe('2024-08-01');
  expect(usualPlanStart('confirmed', '2024-08-20', 2024, null, '2024-07-01')).toBe('2024-08-20');
});

test.each([
  ['from the beginning nothing stays', null, []],
  ['from the day of the second words the first proposal stays', '2024-04-01', ['2024-04-01']],
  ['a day before the second words cuts the first short', '2024-03-01', ['2024-03-01']],
  ['from the day of the last words both stay', '2024-07-01', ['2024-04-01', '2024-07-01']],
  ['later the last one stays too', '2024-08-01', ['2024-04-01', '2024-07-01', '2024-08-01']],
])('proposals of words in turn: %s', (_, from, ends) => {
  const spans = [
    { until: '2024-04-01', plan: 'first' },
    { until: '2024-07-01', plan: 'second' },
    { until: null, plan: 'last' },
  ];
  const kept = keptProposals(spans, from);
  expect(kept.map(({ until }) => until)).toEqual(ends);
  expect(kept.map(({ plan }) => plan)).toEqual(['first', 'second', 'last'].slice(0, ends.length));
});

test('a course is its trajectory and the days of its 节点, whatever is done', () => {
  const trajectory = defaultTrajectory(2024);
  const milestone: Milestone = { title: '开工', due: '2024-10-31', done: null, evidence: '' };
  const done: Milestone = { ...milestone, done: '2024-10-01' };
  const course = { trajectory, milestones: [milestone] };
  expect(isSameCourse(course, { trajectory: { ...trajectory }, milestones: [done] })).toBe(true);
  expect(isSameCourse(course, { trajectory, milestones: [{ ...milestone, due: '2024-11-30' }] })).toBe(false);
  expect(isSameCourse(course, { trajectory, milestones: [] })).toBe(false);
  expect(isSameCourse(course, { ...course, trajectory: { ...trajectory, due: '2024-11-30' } })).toBe(false);
});
