/** A plan that changes during the year leaves the periods before the change as they were. */
import { expect, test } from 'vitest';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { openPlanServices, planEdit } from '../helpers/plan-services.ts';

const excel = shareExcelWorker();
const code = 'Z02-02';
const june = { period: '2024-06' };

async function openConfirmed() {
  const services = await openPlanServices(excel);
  services.setToday('2024-01-10');
  await services.report('区财政局', code, '2024-06', 45);
  const first = await services.plan.save({
    ...planEdit(await services.detail(code)),
    trajectory: { shape: 'linear', start: '2024-01-01', due: '2024-12-31' },
    milestones: [{ id: null, title: '开工', due: '2024-06-15', done: null, evidence: '' }],
  });
  return {
    ...services,
    first,
    publish(period: string): void {
      services.raw
        .prepare(
          `insert into publication (period, edition, reason, content, sha256, published_at, published_by)
           values (?, 1, '', '{}', ?, '2024-07-05T01:00:00.000Z', '测试员')`,
        )
        .run(period, 'a'.repeat(64));
    },
    /** The end moved to June, the 节点 gone. */
    shortened: async () => ({
      ...planEdit(await services.detail(code)),
      trajectory: { shape: 'linear', start: '2024-01-01', due: '2024-06-30' } as const,
      milestones: [],
    }),
  };
}

test('a change made in July holds from then on and June keeps its figures, its 节点 and its light', async () => {
  const { plan, rowOf, setToday, shortened, detail } = await openConfirmed();
  const before = await rowOf(code, june);
  expect(before).toMatchObject({
    expected: 50,
    light: 'yellow',
    rule: 'missed_milestone',
    due: '2024-12-31',
  });
  setToday('2024-07-10');
  await plan.save(await shortened());
  expect(await rowOf(code, june)).toEqual(before);
  expect(await rowOf(code, { period: '2024-07' })).toMatchObject({ expected: 100, due: '2024-06-30' });
  const { earlierPlans } = await detail(code);
  expect(earlierPlans).toMatchObject([
    { until: '2024-07-10', status: 'confirmed', trajectory: { due: '2024-12-31' }, supersededBy: '测试员' },
  ]);
});

test('a 节点 of the plan before that turns out to have been done is done for its periods too', async () => {
  const { plan, rowOf, setToday, first, detail } = await openConfirmed();
  setToday('2024-07-10');
  const [milestone] = first.plan.milestones;
  if (milestone === undefined) throw new Error('the plan has a 节点');
  await plan.save({ ...planEdit(first), milestones: [{ ...milestone, due: '2024-09-30' }] });
  expect(await rowOf(code, june)).toMatchObject({ rule: 'missed_milestone' });
  const moved = planEdit(await detail(code));
  await plan.save({ ...moved, milestones: moved.milestones.map((own) => ({ ...own, done: '2024-06-10' })) });
  expect(await rowOf(code, june)).toMatchObject({ rule: 'on_track', light: 'green' });
});

test('a correction holds from the beginning', async () => {
  const { plan, rowOf, setToday, shortened, detail } = await openConfirmed();
  setToday('2024-07-10');
  await plan.save({ ...(await shortened()), from: null });
  expect(await rowOf(code, june)).toMatchObject({ expected: 100, light: 'red' });
  expect((await detail(code)).earlierPlans).toEqual([]);
});

test('new people and words leave the course of the plan alone', async () => {
  const { plan, setToday, detail, first } = await openConfirmed();
  setToday('2024-07-10');
  await plan.save({ ...planEdit(first), responsiblePerson: '李明', workPlan: '每月调度一次。' });
  expect((await detail(code)).earlierPlans).toEqual([]);
});

test('what was published is not planned anew, and the message says from when a change may hold', async () => {
  const { plan, rowOf, setToday, shortened, publish, detail } = await openConfirmed();
  const before = await rowOf(code, june);
  publish('2024-06');
  setToday('2024-07-10');
  const edit = await shortened();
  await expect(plan.save({ ...edit, from: '2024-06-30' })).rejects.toThrow(
    '2024年6月30日及以前各期已经发布，不能再变。计划的改动请从2024年7月1日或以后起算。',
  );
  expect((await detail(code)).plan.version).toBe(1);
  await plan.save({ ...edit, from: null });
  expect(await rowOf(code, june)).toEqual(before);
  expect((await detail(code)).earlierPlans).toMatchObject([{ until: '2024-07-01' }]);
});

test('a first confirmation after a publication leaves the proposal to the published periods', async () => {
  const { plan, report, rowOf, setToday, raw, detail } = await openPlanServices(excel);
  await report('区发改局', 'Z02-18', '2024-06', 45);
  const before = await rowOf('Z02-18', june);
  raw
    .prepare(
      `insert into publication (period, edition, reason, content, sha256, published_at, published_by)
       values ('2024-06', 1, '', '{}', ?, '2024-07-05T01:00:00.000Z', '测试员')`,
    )
    .run('a'.repeat(64));
  setToday('2024-07-10');
  await plan.save({
    ...planEdit(await detail('Z02-18')),
    trajectory: { shape: 'linear', start: '2024-06-01', due: '2024-12-31' },
    milestones: [],
  });
  expect(await rowOf('Z02-18', june)).toEqual(before);
  expect(before?.planStatus).toBe('proposed');
  expect(await rowOf('Z02-18', { period: '2024-07' })).toMatchObject({ planStatus: 'confirmed' });
});

test('the log says from when the change holds', async () => {
  const { plan, tasks, taskId, setToday, shortened } = await openConfirmed();
  setToday('2024-07-10');
  await plan.save({ ...(await shortened()), from: '2024-07-01' });
  const { changes } = await tasks.detail({ taskId: taskId(code) });
  expect(changes[0]?.after).toContain('2024-07-01');
});
