import { expect, test } from 'vitest';
import { foldedDate, milestonesText, readMilestones } from '#shared/domain/plan-milestone-text.ts';
import { editPlanCells, type PlanValues, planCells } from '#shared/domain/plan-sheet.ts';
import { defaultCurves } from '#shared/domain/supervision/curves.ts';
import type { Trajectory } from '#shared/domain/supervision/trajectory.ts';

const span = { start: '2024-01-01', due: '2024-12-31' };

function planWith(trajectory: Trajectory): PlanValues {
  return {
    responsibleLeader: '',
    responsiblePerson: '李明',
    contact: '',
    contactPhone: '',
    workPlan: '',
    trajectory,
    milestones: [{ title: '开工', due: '2024-03-31', done: '2024-03-30', evidence: '开工令' }],
  };
}

const linear = planWith({ shape: 'linear', ...span });

function edited(plan: PlanValues, cells: Record<string, string>): PlanValues {
  const result = editPlanCells(plan, cells, 2024, [defaultCurves]);
  if (!result.ok) throw new Error(result.problems.join(''));
  return result.plan;
}

test('what a plan shows can be taken back without changing it', () => {
  const quarters = planWith({ shape: 'quarters', ...span, percents: [10, 30, 60, 100] });
  for (const plan of [linear, quarters]) {
    const { q1: _, q2: __, q3: ___, q4: ____, ...cells } = planCells(plan, 2024, [defaultCurves]);
    expect(edited(plan, cells)).toEqual(plan);
  }
});

test('one typed quarter keeps what was expected in the others', () => {
  expect(edited(linear, { q2: '40' }).trajectory).toEqual({
    shape: 'quarters',
    ...span,
    percents: [25, 40, 75, 100],
  });
});

test('a shape typed beside the quarters decides', () => {
  expect(edited(linear, { q2: '40', shape: '前慢后快' }).trajectory).toEqual({
    shape: 'back_loaded',
    ...span,
  });
});

test('a due date inside a quarter ends it there; the last day is 100', () => {
  const plan = planWith({ shape: 'quarters', ...span, percents: [10, 30, 60, 100] });
  expect(edited(plan, { due: '2024年8月31日' }).trajectory).toEqual({
    shape: 'quarters',
    start: '2024-01-01',
    due: '2024-08-31',
    percents: [10, 30, 100],
  });
});

test.each([
  [{ q1: '101' }, /0到100之间/u],
  [{ q1: '三成' }, /一季度%“三成”不是比例/u],
  [{ q1: '60' }, /不能低于前一季度/u],
  [{ q4: '90' }, /最后一个季度的比例须是100/u],
  [{ due: '2024-02-30' }, /不是有效日期/u],
  [{ due: '2023-12-31' }, /早于开始日期/u],
  [{ shape: '自定各点' }, /一个序时点也没有/u],
  [{ milestones: '尽快开工' }, /节点“尽快开工”看不懂/u],
  [{ milestones: '2025-01-01 开工' }, /不在2024-01-01至2024-12-31之间/u],
])('%o is refused with a sentence', (cells, problem) => {
  const result = editPlanCells(linear, cells as Record<string, string>, 2024, [defaultCurves]);
  expect(result.ok ? '' : result.problems.join('')).toMatch(problem);
});

test('节点 in a cell: a line each, other ways to write a day, evidence kept by title', () => {
  expect(milestonesText(linear.milestones)).toBe('2024-03-31 开工（2024-03-30完成）');
  const text = '2024.3.31：开工（2024/3/30完成）\n\n2024年10月31日 全部完工（含验收）';
  const { milestones, problems } = readMilestones(text, linear.milestones);
  expect(problems).toEqual([]);
  expect(milestones).toEqual([
    { title: '开工', due: '2024-03-31', done: '2024-03-30', evidence: '开工令' },
    { title: '全部完工（含验收）', due: '2024-10-31', done: null, evidence: '' },
  ]);
});

test('a date is folded only when it has three numbers', () => {
  expect(foldedDate('２０２４．６．３')).toBe('2024-06-03');
  expect(foldedDate(' 年底 ')).toBe('年底');
  expect(foldedDate('2024-06')).toBe('2024-06');
});
