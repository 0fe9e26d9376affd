import { expect, test } from 'vitest';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { openPlanServices } from '../helpers/plan-services.ts';

const excel = shareExcelWorker();
const reason = '区政府领导分工调整';

test('a successor heads from the first day, not the day before', async () => {
  const { plan, tasks, leaderId, setToday } = await openPlanServices(excel);
  const fromLeaderId = await leaderId('林杰');
  const done = await plan.succeed({
    fromLeaderId,
    toName: '赵明',
    toTitle: '副区长',
    from: '2024-07-01',
    reason,
  });
  expect(done).toEqual({ from: '2024-07-01', leader: '赵明', tasks: 46 });
  const headed = async (id: number) =>
    (await tasks.list({ filter: { leaderId: id }, offset: 0, limit: 100 })).total;
  setToday('2024-06-30');
  expect([await headed(fromLeaderId), await headed(await leaderId('赵明'))]).toEqual([46, 0]);
  setToday('2024-07-01');
  expect([await headed(fromLeaderId), await headed(await leaderId('赵明'))]).toEqual([0, 46]);
  expect((await tasks.list({ filter: { text: '赵明' }, offset: 0, limit: 100 })).total).toBe(46);
});

test('earlier lights and ledgers keep the earlier leader', async () => {
  const { plan, leaderId, rowOf, ledger, setToday } = await openPlanServices(excel);
  setToday('2024-08-01');
  const fromLeaderId = await leaderId('林杰');
  const scope = { type: 'leader', leaderId: fromLeaderId } as const;
  const before = await ledger('2024-06', scope);
  await plan.succeed({ fromLeaderId, toName: '赵明', toTitle: '副区长', from: '2024-07-01', reason });
  expect(await ledger('2024-06', scope)).toEqual(before);
  expect((await rowOf('Z02-02', { period: '2024-06' }))?.leader).toBe('林杰');
  expect((await rowOf('Z02-02', { period: '2024-07' }))?.leader).toBe('赵明');
});

test('some of the tasks go, the history tells who headed when, and a second successor follows the first', async () => {
  const { plan, leaderId, taskId, detail, setToday } = await openPlanServices(excel);
  const lin = await leaderId('林杰');
  const taskIds = [taskId('Z02-02')];
  await plan.succeed({
    fromLeaderId: lin,
    toName: '赵明',
    toTitle: '副区长',
    from: '2024-07-01',
    reason,
    taskIds,
  });
  const zhao = await leaderId('赵明');
  await plan.succeed({
    fromLeaderId: zhao,
    toName: '张伟',
    toTitle: '',
    from: '2024-10-01',
    reason: '再次调整',
  });
  const { terms, leader } = await detail('Z02-02');
  expect(terms.map(({ from, leader: name }) => [from, name])).toEqual([
    ['2024-01-01', '林杰'],
    ['2024-07-01', '赵明'],
    ['2024-10-01', '张伟'],
  ]);
  expect(leader?.name).toBe('林杰');
  setToday('2024-10-01');
  expect((await detail('Z02-02')).leader?.name).toBe('张伟');
  expect((await detail('Z02-01')).terms).toEqual([]);
  const offices = await plan.leaders({});
  expect(offices.find(({ name }) => name === '林杰')?.handedOver).toMatchObject([
    { to: '赵明', tasks: 1, reason },
  ]);
  expect(offices.find(({ name }) => name === '张伟')?.title).toBe('常委、副区长');
});

test('what cannot be handed over is said, and nothing is stored', async () => {
  const { plan, leaderId, raw } = await openPlanServices(excel);
  const request = {
    fromLeaderId: await leaderId('林杰'),
    toName: '赵明',
    toTitle: '',
    from: '2024-07-01',
    reason,
  };
  await expect(plan.succeed({ ...request, toName: '林 杰' })).rejects.toThrow(/接任领导和原领导都是林杰/u);
  await expect(plan.succeed({ ...request, from: '2024-02-30' })).rejects.toThrow(/不是有效日期/u);
  await expect(plan.succeed({ ...request, from: '2024-01-01' })).rejects.toThrow(/须晚于2024年1月1日/u);
  const chief = await leaderId('张崇波');
  await expect(plan.succeed({ ...request, fromLeaderId: chief })).rejects.toThrow(/没有牵头的任务/u);
  expect(raw.prepare('select count(*) from leader_term').pluck().get()).toBe(0);
  expect(raw.prepare("select count(*) from leader where name = '赵明'").pluck().get()).toBe(0);
});
