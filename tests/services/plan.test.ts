import { expect, test } from 'vitest';
import type { PlanSave } from '#shared/contract/plan.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { openPlanServices, planEdit } from '../helpers/plan-services.ts';

const excel = shareExcelWorker();

test('a plan nobody has confirmed is 建议, with the words it comes from', async () => {
  const { detail } = await openPlanServices(excel);
  const { plan, state, targets } = await detail('Z02-18');
  expect(plan).toMatchObject({ status: 'proposed', version: 0, due: '2024-10-31', confirmedBy: null });
  expect(plan.reason).toContain('“');
  expect(plan.milestones.map(({ due, id }) => [due, id])).toContainEqual(['2024-10-31', null]);
  expect(state).toBe('active');
  expect(targets.map(({ value }) => value)).toEqual([30, 60, 85, 100]);
});

test('saving confirms the plan, and the lights follow it', async () => {
  const { detail, plan, rowOf, report } = await openPlanServices(excel);
  await report('区财政局', 'Z02-02', '2024-06', 45);
  const edit: PlanSave = {
    ...planEdit(await detail('Z02-02')),
    responsiblePerson: '李明',
    contactPhone: '0577-88001234',
    trajectory: { shape: 'linear', start: '2024-01-01', due: '2024-06-30' },
    milestones: [{ id: null, title: '完成上半年收入', due: '2024-06-30', done: null, evidence: '' }],
  };
  const saved = await plan.save(edit);
  expect(saved.plan).toMatchObject({
    status: 'confirmed',
    version: 1,
    responsiblePerson: '李明',
    due: '2024-06-30',
    reason: '',
    confirmedBy: '测试员',
  });
  expect(saved.plan.milestones).toMatchObject([{ title: '完成上半年收入', id: expect.any(Number) }]);
  expect(await rowOf('Z02-02', { period: '2024-06' })).toMatchObject({ expected: 100, light: 'red' });
});

test('a 节点 keeps its id through an edit, a removed one goes, and both stand in the log', async () => {
  const { detail, plan, tasks, taskId } = await openPlanServices(excel);
  const milestones = ['招标', '开工'].map((title) => ({
    id: null,
    title,
    due: '2024-05-31',
    done: null,
    evidence: '',
  }));
  const first = await plan.save({ ...planEdit(await detail('Z02-05')), milestones });
  const [bidding] = first.plan.milestones;
  const edit = planEdit(first);
  const kept = edit.milestones
    .slice(0, 1)
    .map((entry) => ({ ...entry, done: '2024-05-20', evidence: '中标通知书' }));
  const second = await plan.save({ ...edit, milestones: kept });
  expect(second.plan.milestones).toEqual([{ ...bidding, done: '2024-05-20', evidence: '中标通知书' }]);
  const { changes } = await tasks.detail({ taskId: taskId('Z02-05') });
  expect(changes.map(({ action }) => action)).toEqual(['保存计划', '保存计划']);
  expect(changes[0]?.before).toContain('开工');
  expect(changes[0]?.after).not.toContain('开工');
});

test('what is wrong is said in sentences, all at once, and nothing is stored', async () => {
  const { detail, plan } = await openPlanServices(excel);
  const edit = planEdit(await detail('Z02-05'));
  const milestones = [{ id: null, title: '', due: '2025-02-01', done: null, evidence: '' }];
  await expect(plan.save({ ...edit, milestones })).rejects.toMatchObject({
    code: 'bad_input',
    message: expect.stringMatching(/Z02-05.*没有名称.*不在2024-01-01至2024-12-31之间/u),
  });
  const quarters = {
    shape: 'quarters',
    start: '2024-01-01',
    due: '2024-12-31',
    percents: [50, 40, 80, 100],
  } as const;
  await expect(
    plan.save({ ...edit, trajectory: { ...quarters, percents: [...quarters.percents] } }),
  ).rejects.toThrow(/后一季度的比例不能低于前一季度/u);
  expect((await detail('Z02-05')).plan.status).toBe('proposed');
});

test('the slower of two editors is refused', async () => {
  const { detail, plan } = await openPlanServices(excel);
  const edit = planEdit(await detail('Z02-05'));
  await plan.save({ ...edit, contact: '先到' });
  await expect(plan.save({ ...edit, contact: '后到' })).rejects.toMatchObject({ code: 'stale' });
  expect((await detail('Z02-05')).plan.contact).toBe('先到');
});

test('a trajectory by 节点 follows the plan’s own', async () => {
  const { detail, plan } = await openPlanServices(excel);
  const edit = planEdit(await detail('Z02-05'));
  const milestones = ['2024-03-31', '2024-09-30'].map((due, index) => ({
    id: null,
    title: `第${index + 1}步`,
    due,
    done: null,
    evidence: '',
  }));
  const trajectory = { shape: 'milestones', start: '2024-01-01', due: '2024-12-31', milestones: [] } as const;
  const saved = await plan.save({ ...edit, milestones, trajectory: { ...trajectory, milestones: [] } });
  expect(saved.plan.trajectory).toMatchObject({ milestones: [{ due: '2024-03-31' }, { due: '2024-09-30' }] });
});

test('the grid counts what is 建议 and what is 待明确, and each count is its list', async () => {
  const { plan, taskId } = await openPlanServices(excel);
  const before = await plan.grid({});
  expect(before.rows).toHaveLength(197);
  expect([before.proposed, before.unspecified]).toEqual([197, 21]);
  const ids = ['Z02-01', 'Z02-02'].map(taskId);
  expect(await plan.confirm({ taskIds: ids })).toEqual({ confirmed: 2 });
  expect(await plan.confirm({ taskIds: ids })).toEqual({ confirmed: 0 });
  const after = await plan.grid({});
  expect(after.proposed).toBe(195);
  expect(after.rows.filter(({ status }) => status === 'confirmed').map(({ code }) => code)).toEqual([
    'Z02-01',
    'Z02-02',
  ]);
});

test('confirming a proposal keeps its 节点 and changes no light', async () => {
  const { plan, taskId, detail, rowOf } = await openPlanServices(excel);
  const before = await detail('Z02-18');
  const light = await rowOf('Z02-18', { period: '2024-06' });
  await plan.confirm({ taskIds: [taskId('Z02-18')] });
  const after = await detail('Z02-18');
  expect(after.plan.milestones.map(({ title, due }) => [title, due])).toEqual(
    before.plan.milestones.map(({ title, due }) => [title, due]),
  );
  expect(after.plan.trajectory).toEqual(before.plan.trajectory);
  expect((await rowOf('Z02-18', { period: '2024-06' }))?.expected).toBe(light?.expected);
});

test('cells typed in the grid: a quarter’s percent makes it 按季度, a due date moves the end', async () => {
  const { plan, taskId, detail } = await openPlanServices(excel);
  const id = taskId('Z02-05');
  await plan.editGrid({
    edits: [
      {
        taskId: id,
        version: 0,
        cells: { q1: '10%', q2: '３０', responsiblePerson: ' 王芳 ', due: '2024.11.30' },
      },
    ],
  });
  const { plan: stored } = await detail('Z02-05');
  expect(stored.responsiblePerson).toBe('王芳');
  expect(stored.trajectory).toMatchObject({
    shape: 'quarters',
    due: '2024-11-30',
    percents: [10, 30, expect.any(Number), 100],
  });
});

test('one wrong cell among many stores none of them', async () => {
  const { plan, taskId } = await openPlanServices(excel);
  const edits = [
    { taskId: taskId('Z02-01'), version: 0, cells: { contact: '甲' } },
    { taskId: taskId('Z02-02'), version: 0, cells: { due: '2024-13-01', q1: '很多' } },
  ];
  await expect(plan.editGrid({ edits })).rejects.toMatchObject({
    message: expect.stringMatching(/Z02-02.*一季度%“很多”不是比例.*不是有效日期/u),
  });
  expect((await plan.grid({})).proposed).toBe(197);
});
