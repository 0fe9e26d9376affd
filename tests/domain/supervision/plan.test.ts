import { describe, expect, test } from 'vitest';
import { leaderAt } from '#shared/domain/supervision/leader-history.ts';
import { checkTaskEvent, standingAt, type TaskEvent } from '#shared/domain/supervision/lifecycle.ts';
import {
  checkPlan,
  isMilestoneDone,
  missedMilestones,
  type TaskPlan,
} from '#shared/domain/supervision/plan.ts';
import { defaultTrajectory } from '#shared/domain/supervision/trajectory.ts';

const roof = { title: '主体封顶', due: '2024-02-29', done: null, evidence: '' };

describe('milestones', () => {
  test('one is missed from the day after its due date', () => {
    expect(missedMilestones([roof], '2024-02-29')).toEqual([]);
    expect(missedMilestones([roof], '2024-03-01')).toEqual([roof]);
  });

  test('one done late was open until then', () => {
    const late = { ...roof, done: '2024-03-20' };
    expect(isMilestoneDone(late, '2024-03-19')).toBe(false);
    expect(missedMilestones([late], '2024-03-19')).toEqual([late]);
    expect(missedMilestones([late], '2024-03-20')).toEqual([]);
  });
});

test('a plan says what is wrong with it', () => {
  const plan: TaskPlan = {
    responsibleLeader: '李副局长',
    responsiblePerson: '王科长',
    contact: '',
    workPlan: '',
    trajectory: defaultTrajectory(2024),
    milestones: [roof],
    status: 'proposed',
  };
  expect(checkPlan(plan)).toEqual([]);
  const milestones = [
    { ...roof, due: '2025-01-01' },
    { ...roof, title: ' ', due: '2023-02-29', done: '昨天' },
  ];
  expect(checkPlan({ ...plan, milestones })).toEqual([
    '节点“主体封顶”的时限2025-01-01不在2024-01-01至2024-12-31之间，请修改。',
    '有一个节点没有名称，请填写。',
    '未命名的节点的时限“2023-02-29”不是有效日期，请按“2024-06-30”的格式填写。',
    '未命名的节点的完成日期“昨天”不是有效日期，请按“2024-06-30”的格式填写。',
  ]);
  expect(checkPlan({ ...plan, trajectory: { ...plan.trajectory, due: '2023-01-01' } })).toHaveLength(1);
});

describe('what became of a task', () => {
  const split: TaskEvent = {
    kind: 'split',
    date: '2024-06-15',
    reason: '两处分别实施',
    into: ['Z02-40', 'Z02-41'],
  };
  const reworded: TaskEvent = {
    kind: 'reworded',
    date: '2024-04-01',
    reason: '上级调整',
    content: '新增子基金5支以上。',
  };
  const events = [split, reworded];

  test('it stands until the day before it is split, and says what took its place', () => {
    expect(standingAt(events, '2024-06-14')).toEqual({ state: 'active' });
    expect(standingAt(events, '2024-12-31')).toEqual({
      state: 'split',
      since: '2024-06-15',
      reason: '两处分别实施',
      into: ['Z02-40', 'Z02-41'],
    });
  });

  test('a withdrawal may be taken back', () => {
    const withdrawn: TaskEvent = { kind: 'withdrawn', date: '2024-05-01', reason: '资金取消' };
    const restored: TaskEvent = { kind: 'restored', date: '2024-07-01', reason: '资金恢复' };
    expect(
      ['2024-04-30', '2024-05-01', '2024-07-01'].map((date) => standingAt([restored, withdrawn], date).state),
    ).toEqual(['active', 'withdrawn', 'active']);
  });

  test.each<[TaskEvent, string[]]>([
    [{ ...split, date: '2024-02-01' }, []],
    [
      { ...split, date: '2024-02-01', into: ['Z02-40'] },
      ['拆分后至少要有两项任务，请补上任务编号；只换一种说法请用改写。'],
    ],
    [
      { kind: 'merged', date: '2024-02-01', reason: '重复', into: [] },
      ['请指明并入哪一项任务，只能有一项。'],
    ],
    [{ kind: 'withdrawn', date: '2024-02-01', reason: ' ' }, ['请写明撤销的原因。']],
    [
      { kind: 'withdrawn', date: '2024-02-30', reason: '取消' },
      ['撤销日期“2024-02-30”不是有效日期，请按“2024-06-30”的格式填写。'],
    ],
    [
      { kind: 'withdrawn', date: '2024-07-01', reason: '取消' },
      ['这项任务已拆分，不能再撤销；如需变动，请先恢复。'],
    ],
    [{ kind: 'restored', date: '2024-02-01', reason: '误撤' }, ['这项任务并未撤销，不需要恢复。']],
    [{ ...reworded, date: '2024-02-01', content: '' }, ['改写后的内容是空的，请填写。']],
  ])('%o', (event, problems) => {
    expect(checkTaskEvent(events, event)).toEqual(problems);
  });
});

describe('leaders', () => {
  const history = [
    { leader: '周副区长', from: '2024-08-16' },
    { leader: '李副区长', from: '2024-01-01' },
  ];

  test.each([
    ['2023-12-31', null],
    ['2024-01-01', '李副区长'],
    ['2024-08-15', '李副区长'],
    ['2024-08-16', '周副区长'],
  ])('at %s it is %s', (date, leader) => {
    expect(leaderAt(history, date)).toBe(leader);
  });
});
