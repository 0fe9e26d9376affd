/** The life of tasks: only what the table of moves allows, and every earlier ledger as it was. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createActionsService } from '#electron/services/actions.service.ts';
import { checkDatabase } from '#electron/services/check.service.ts';
import { createProposalMemory } from '#electron/services/lights-plans.ts';
import type { ActionDraftValues } from '#shared/contract/actions.ts';
import { temporaryDirectory, testContext } from '../helpers/database.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { openPlanServices, planEdit } from '../helpers/plan-services.ts';

const excel = shareExcelWorker();

type Services = Awaited<ReturnType<typeof openPlanServices>>;

/** Two parts of 「新增规上服务业企业」 with its own units. */
async function splitRequest(services: Services, code: string, date: string) {
  const { units, targets } = await services.detail(code);
  const unitIds = units.map(({ unitId }) => unitId);
  return {
    taskId: services.taskId(code),
    date,
    reason: '任务分属两个领域',
    parts: [
      { content: '新增规上服务业企业25家以上。', unitIds, targetIds: targets.map(({ id }) => id) },
      { content: '出台服务业扶持政策。', unitIds: unitIds.slice(0, 1), targetIds: [] },
    ],
  };
}

test('a split task stays listed; its parts are new rows of the section, with roles, from that day on', async () => {
  const services = await openPlanServices(excel);
  const { plan, tasks, detail, open } = services;
  const before = await detail('Z02-08');
  const after = await plan.split(await splitRequest(services, 'Z02-08', '2024-06-15'));
  expect(after.state).toBe('split');
  expect(after.moves.at(-1)?.into.map(({ code }) => code)).toEqual(['Z02-40', 'Z02-41']);
  const page = await tasks.list({ filter: {}, offset: 0, limit: 5_000 });
  expect(page.total).toBe(199);
  expect(page.rows.find(({ code }) => code === 'Z02-08')?.state).toBe('split');
  const [part] = after.moves.at(-1)?.into ?? [];
  const made = await plan.detail({ taskId: part?.id ?? 0 });
  expect(made.units).toEqual(before.units);
  expect(made.targets).toHaveLength(1);
  expect(made.origins).toMatchObject([{ code: 'Z02-08', label: '拆分' }]);
  expect((await checkDatabase(open)).problems).toEqual([]);
});

test('the ledger of an earlier period is the same before and after a split, a re-wording and a withdrawal', async () => {
  const services = await openPlanServices(excel);
  const { plan, taskId, ledger, move, report, setToday } = services;
  await report('区财政局', 'Z02-02', '2024-05', 30);
  setToday('2024-07-05');
  const before = await ledger('2024-05');
  await plan.split(await splitRequest(services, 'Z02-08', '2024-06-15'));
  await plan.reword({
    taskId: taskId('Z02-05'),
    from: '2024-06-01',
    content: '改写后的任务。',
    reason: '常务会议',
  });
  await move('Z02-02', 'withdraw', { date: '2024-06-10' });
  expect(await ledger('2024-05')).toEqual(before);
  const june = (await ledger('2024-06')).map((row) => row.join('|'));
  expect(june.find((row) => row.includes('新增规上服务业企业25家以上'))).toBeDefined();
  expect(june.find((row) => row.includes('改写后的任务。'))).toBeDefined();
  expect(june.find((row) => row.includes('已撤销'))).toBeDefined();
});

test('new words hold from their own day, the day before they do not', async () => {
  const { plan, taskId, tasks, setToday, detail } = await openPlanServices(excel);
  const id = taskId('Z02-05');
  await plan.reword({ taskId: id, from: '2024-07-01', content: '改写后的任务。', reason: '常务会议' });
  setToday('2024-06-30');
  expect((await tasks.list({ filter: { text: '改写后' }, offset: 0, limit: 10 })).total).toBe(0);
  setToday('2024-07-01');
  expect((await tasks.list({ filter: { text: '改写后' }, offset: 0, limit: 10 })).total).toBe(1);
  const { wordings } = await detail('Z02-05');
  expect(wordings.map(({ from }) => from)).toEqual(['2024-01-01', '2024-07-01']);
});

test('new words do not move what was expected in earlier periods', async () => {
  const { plan, taskId, lights, tasks } = await openPlanServices(excel);
  const id = taskId('Z03-05');
  const expected = async () => {
    const { rows } = await lights.list({ moment: { period: '2024-03' }, filter: { text: 'Z03-05' } });
    return rows.map((row) => row.expected);
  };
  expect(await expected()).toEqual([10]);
  await plan.reword({ taskId: id, from: '2024-06-01', content: '推进重大项目建设。', reason: '常务会议' });
  // The day's first list puts due changes into effect.
  expect((await tasks.list({ filter: { text: '重大项目建设' }, offset: 0, limit: 10 })).total).toBe(1);
  expect(await expected()).toEqual([10]);
});

test('a 勘误 of the words in force is not undone by the next day', async () => {
  const { plan, taskId, tasks, setToday, detail } = await openPlanServices(excel);
  const id = taskId('Z02-05');
  await plan.reword({ taskId: id, from: '2024-06-01', content: '改写后的任物。', reason: '常务会议' });
  const { version, remark } = await tasks.detail({ taskId: id });
  await tasks.edit({ taskId: id, version, content: '改写后的任务。', remark, reason: '错别字' });
  setToday('2024-06-21');
  expect((await detail('Z02-05')).content).toBe('改写后的任务。');
});

test('a merged task names the one that goes on; both roads back are moves of the table', async () => {
  const { plan, taskId, move, detail } = await openPlanServices(excel);
  const request = {
    taskId: taskId('Z02-05'),
    intoTaskId: taskId('Z02-06'),
    date: '2024-06-01',
    reason: '内容重复',
  };
  const merged = await plan.merge(request);
  expect([merged.state, merged.moves.at(-1)?.into[0]?.code]).toEqual(['merged', 'Z02-06']);
  await expect(
    plan.merge({ ...request, taskId: taskId('Z02-07'), intoTaskId: taskId('Z02-05') }),
  ).rejects.toThrow(/Z02-05 不在推进中/u);
  expect((await move('Z02-05', 'restore')).state).toBe('active');
  expect((await detail('Z02-06')).origins).toMatchObject([{ code: 'Z02-05', label: '合并' }]);
});

test('a split is taken back only when its parts are withdrawn', async () => {
  const services = await openPlanServices(excel);
  const { plan, move } = services;
  const split = await plan.split(await splitRequest(services, 'Z02-08', '2024-06-15'));
  await expect(move('Z02-08', 'restore')).rejects.toThrow(/拆出的任务Z02-40仍在推进.*Z02-41仍在推进/u);
  for (const { id } of split.moves.at(-1)?.into ?? [])
    await plan.move({
      taskId: id,
      move: 'withdraw',
      date: '2024-06-16',
      reason: '不拆了',
      requester: '',
      reviewer: '',
    });
  expect((await move('Z02-08', 'restore')).state).toBe('active');
});

test('a move that is not in the table is refused, says what is possible, and leaves nothing', async () => {
  const { move, detail, raw } = await openPlanServices(excel);
  await expect(move('Z02-05', 'close', { reviewer: '王科长' })).rejects.toMatchObject({
    code: 'bad_input',
    message: expect.stringMatching(/推进中.*不能办理“销号”.*申请办结/u),
  });
  await expect(move('Z02-05', 'restore')).rejects.toThrow(/不能办理“恢复”/u);
  expect((await detail('Z02-05')).moves).toEqual([]);
  expect(raw.prepare('select count(*) from task_move').pluck().get()).toBe(0);
});

test('a failed split leaves no half-made tasks', async () => {
  const services = await openPlanServices(excel);
  const request = await splitRequest(services, 'Z02-08', '2024-06-15');
  await expect(services.plan.split({ ...request, reason: '' })).rejects.toThrow(/拆分须写明理由/u);
  await expect(services.plan.split({ ...request, parts: request.parts.slice(0, 1) })).rejects.toThrow(
    /至少两项/u,
  );
  await expect(services.plan.split({ ...request, date: '2024-06-21' })).rejects.toThrow(/还没有到/u);
  expect((await services.tasks.list({ filter: {}, offset: 0, limit: 5_000 })).total).toBe(197);
});

test('a life does not run backwards', async () => {
  const { move } = await openPlanServices(excel);
  await move('Z02-05', 'withdraw', { date: '2024-06-10' });
  await expect(move('Z02-05', 'restore', { date: '2024-06-09' })).rejects.toThrow(
    /早于上一步（2024年6月10日）/u,
  );
  expect((await move('Z02-05', 'restore', { date: '2024-06-10' })).state).toBe('active');
});

test('办结 → 审核 → 销号: everything in the way is listed, then each step is possible', async () => {
  const services = await openPlanServices(excel);
  const { plan, move, detail, report, taskId } = services;
  const code = 'Z02-08';
  const edit = planEdit(await detail(code));
  const milestones = [{ id: null, title: '完成入库', due: '2024-06-01', done: null, evidence: '' }];
  const planned = await plan.save({ ...edit, milestones });
  const request = { requester: '李经办' };
  await expect(move(code, 'request_completion', request)).rejects.toThrow(
    /没有办结材料.*新增规上服务业企业≥50家，尚未填报完成值.*节点“完成入库”尚未完成/u,
  );
  const shown = planned.allowed.find((allowed) => allowed.move === 'request_completion');
  expect(shown?.conditions.flatMap(({ obstacles }) => obstacles)).toHaveLength(2);

  const material = join(temporaryDirectory(), '办结报告.pdf');
  writeFileSync(material, '全部完成');
  const attached = await plan.attach({ taskId: taskId(code), files: [material], note: '办结材料' });
  const kept = await plan.findMaterial({ sha256: attached.materials[0]?.sha256 ?? '' });
  expect(readFileSync(kept, 'utf8')).toBe('全部完成');
  const done = planEdit(attached);
  await plan.save({
    ...done,
    milestones: done.milestones.map((entry) => ({ ...entry, done: '2024-06-01' })),
  });
  const targetId = attached.targets[0]?.id ?? 0;
  const unit = attached.units[0]?.name ?? '';
  await report(unit, code, '2024-05', 100, [{ targetId, value: 49 }]);
  await expect(move(code, 'request_completion', request)).rejects.toThrow(/≥50家，现为49家/u);
  await report(unit, code, '2024-06', 100, [{ targetId, value: 50 }]);
  expect((await move(code, 'request_completion', request)).state).toBe('completion_requested');

  await expect(move(code, 'approve', { reviewer: '' })).rejects.toThrow(/没有指定审核人/u);
  await expect(move(code, 'approve', { reviewer: '李 经办' })).rejects.toThrow(/审核人不能是办结申请人/u);
  expect((await move(code, 'approve', { reviewer: '王科长' })).state).toBe('reviewed');
  const closed = await move(code, 'close', { reviewer: '王科长' });
  expect(closed.state).toBe('closed');
  expect(closed.moves.map(({ label, reviewer }) => [label, reviewer])).toEqual([
    ['申请办结', ''],
    ['审核通过', '王科长'],
    ['销号', '王科长'],
  ]);
  await expect(move(code, 'reopen', { reason: ' ' })).rejects.toThrow(/重新启动须写明理由/u);
  expect((await move(code, 'reopen', { reason: '群众反映反弹' })).state).toBe('active');
});

test('an open 督办单 stands against 办结 and 拆分, a closed one does not', async () => {
  const services = await openPlanServices(excel);
  const { raw, move, plan, taskId } = services;
  const { lastInsertRowid } = raw
    .prepare(
      `insert into action (kind, colour, unit_id, number_year, number, title, reason, acted_on, answer_due, state,
         answer, decided_by, version, created_at, created_by)
       values ('supervision_order', 'yellow', ?, 2024, 3, '督办单', '进度滞后', '2024-06-01', '2024-06-10', 'open',
         '', '', 1, '2024-06-01T01:00:00.000Z', '测试员')`,
    )
    .run(services.unitId('区发改局'));
  raw
    .prepare('insert into action_task (action_id, task_id, position) values (?, ?, 0)')
    .run(lastInsertRowid, taskId('Z02-08'));
  await expect(move('Z02-08', 'request_completion', { requester: '甲' })).rejects.toThrow(
    /督办单〔2024〕3号尚未办结/u,
  );
  const request = await splitRequest(services, 'Z02-08', '2024-06-15');
  await expect(plan.split(request)).rejects.toThrow(/〔2024〕3号/u);
  raw
    .prepare("update action set state = 'closed', closed_on = '2024-06-12' where id = ?")
    .run(lastInsertRowid);
  expect((await plan.split(request)).state).toBe('split');
});

test('a withdrawn task is not asked for from its day on, and is asked again when restored', async () => {
  const { move, progress, unitId, setToday } = await openPlanServices(excel);
  const codes = async (period: string) => {
    const rows = await progress.sheet({ period, unitId: unitId('区财政局'), scope: 'lead' });
    return rows.map(({ code }) => code);
  };
  setToday('2024-08-01');
  await move('Z02-02', 'withdraw', { date: '2024-07-01' });
  expect(await codes('2024-06')).toContain('Z02-02');
  expect(await codes('2024-07')).not.toContain('Z02-02');
  await move('Z02-02', 'restore', { date: '2024-08-01' });
  expect(await codes('2024-07')).not.toContain('Z02-02');
  expect(await codes('2024-08')).toContain('Z02-02');
});

test('任务总表 filters by state, and each state’s count is its list', async () => {
  const { move, tasks } = await openPlanServices(excel);
  await move('Z02-05', 'withdraw');
  const list = (state: 'active' | 'withdrawn') => tasks.list({ filter: { state }, offset: 0, limit: 5_000 });
  const gone = await list('withdrawn');
  expect([gone.total, gone.rows[0]?.code, gone.rows[0]?.state]).toEqual([1, 'Z02-05', 'withdrawn']);
  const active = await list('active');
  expect([active.total, active.rows.length]).toEqual([196, 196]);
  await move('Z02-05', 'restore');
  expect((await list('active')).total).toBe(197);
});

/** 申请办结 → 审核通过 → 销号 of a task without targets. */
async function closeTask({ plan, taskId, move }: Services, code: string): Promise<void> {
  const file = join(temporaryDirectory(), '材料.pdf');
  writeFileSync(file, '办结材料');
  await plan.attach({ taskId: taskId(code), files: [file], note: '' });
  await move(code, 'request_completion', { date: '2024-06-10', requester: '张三', reason: '' });
  await move(code, 'approve', { date: '2024-06-12', reviewer: '王科长', reason: '' });
  await move(code, 'close', { date: '2024-06-15', reviewer: '王科长', reason: '' });
}

test('progress typed for a task that is 已销号 is kept, says so in its row and re-opens nothing', async () => {
  const services = await openPlanServices(excel);
  const { progress, detail, report, rowOf, unitId, setToday } = services;
  await closeTask(services, 'Z02-02');
  const light = await rowOf('Z02-02', { period: '2024-06' });
  setToday('2024-07-01');
  const saved = await report('区财政局', 'Z02-02', '2024-06', 40);
  expect(saved).toMatchObject({ revision: 1, ended: '2024年6月15日已销号' });
  expect((await detail('Z02-02')).state).toBe('closed');
  expect(await rowOf('Z02-02', { period: '2024-06' })).toMatchObject({ light: light?.light });
  const sheet = (period: string) => progress.sheet({ period, unitId: unitId('区财政局'), scope: 'lead' });
  const june = (await sheet('2024-06')).find(({ code }) => code === 'Z02-02');
  expect(june).toMatchObject({ ended: '2024年6月15日已销号', values: { percent: 40 } });
  // Before it was closed the task went on.
  expect((await sheet('2024-05')).find(({ code }) => code === 'Z02-02')?.ended).toBeNull();
});

test('a task with an open 督办单 is closed through no door, and none is sent about one that is closed', async () => {
  const services = await openPlanServices(excel);
  const { open, lights, plan, move, detail, taskId, unitId } = services;
  const proposals = createProposalMemory();
  const actions = createActionsService({ open, lights, proposals, context: testContext });
  const order: ActionDraftValues = {
    kind: 'supervision_order',
    colour: 'yellow',
    unitId: unitId('区财政局'),
    taskIds: [taskId('Z02-02')],
    title: '督办',
    reason: '落后于序时进度。',
    actedOn: '2024-06-03',
    answerDue: '2024-06-10',
    oldDue: null,
    newDue: null,
  };
  const file = join(temporaryDirectory(), '材料.pdf');
  writeFileSync(file, '办结材料');
  await plan.attach({ taskId: taskId('Z02-02'), files: [file], note: '' });
  const asking = { date: '2024-06-10', requester: '张三', reason: '' };
  const judging = { date: '2024-06-12', reviewer: '王科长', reason: '' };
  const open1 = await actions.create(order);
  await expect(move('Z02-02', 'request_completion', asking)).rejects.toThrow('督办单〔2024〕1号尚未办结');
  const given = { answer: '', answerDue: '', newDue: '', decider: '', returnFileId: null, reason: '已整改' };
  await actions.move({ actionId: open1.id, version: 1, move: 'close', date: '2024-06-09', ...given });
  await move('Z02-02', 'request_completion', asking);
  // One that comes in between stands in the way of each later step.
  const open2 = await actions.create(order);
  await expect(move('Z02-02', 'approve', judging)).rejects.toThrow('督办单〔2024〕2号尚未办结');
  await actions.move({ actionId: open2.id, version: 1, move: 'void', date: '2024-06-11', ...given });
  await move('Z02-02', 'approve', judging);
  await move('Z02-02', 'close', { ...judging, date: '2024-06-15' });
  expect((await detail('Z02-02')).state).toBe('closed');
  await expect(move('Z02-02', 'reopen', { reason: '' })).rejects.toThrow('重新启动须写明理由');
  for (const kind of ['supervision_order', 'reminder', 'send_back'] as const) {
    const colour = kind === 'supervision_order' ? order.colour : null;
    await expect(actions.create({ ...order, kind, colour })).rejects.toThrow('Z02-02 2024年6月15日已销号');
  }
  // What was seen on the spot is recorded all the same.
  const visit = { ...order, kind: 'site_visit' as const, colour: null, answerDue: null };
  expect((await actions.create(visit)).state).toBe('planned');
});
