/** A person's light: when it is in force, what stays visible beside it, and what it may not do. */
import { expect, test } from 'vitest';
import { logChangeLines } from '#shared/domain/log-words.ts';
import { type LightServices, openLightServices, wholeYear } from '../helpers/light-services.ts';

const code = 'Z02-02';
const unit = '区财政局';
const day = (date: string) => ({ date });

async function openRedTask(): Promise<LightServices> {
  const services = await openLightServices();
  await services.save({ unit, code, period: '2024-05', values: { percent: 1 } });
  return services;
}

function greenUntil(services: LightServices, until: string) {
  return services.lights.override({
    taskId: services.taskId(code),
    unitId: services.unitId(unit),
    light: 'green',
    reason: '资金已到位',
    from: '2024-06-10',
    until,
  });
}

test('an override holds from its first to its last day, and the computed light stays beside it', async () => {
  const services = await openRedTask();
  await greenUntil(services, '2024-06-30');
  expect(await services.row(code, day('2024-06-09'))).toMatchObject({ light: 'red', override: null });
  for (const date of ['2024-06-10', '2024-06-30']) {
    expect(await services.row(code, day(date))).toMatchObject({
      light: 'green',
      computed: 'red',
      progressClass: 'behind',
      override: { reason: '资金已到位', by: '测试员', until: '2024-06-30' },
    });
  }
  expect((await services.row(code, day('2024-07-01'))).light).toBe('red');
});

const values = (logged: string | null) =>
  logged === null ? null : (JSON.parse(logged) as Record<string, unknown>);

test('it is logged under the task, and so is taking it back', async () => {
  const services = await openRedTask();
  const { id } = await greenUntil(services, '2024-06-30');
  await services.lights.withdrawOverride({ overrideId: id });
  const { changes } = await services.task(code);
  expect(changes.map(({ action, actor }) => [action, actor])).toEqual([
    ['撤回人工改灯', '测试员'],
    ['人工改灯', '测试员'],
  ]);
  expect(changes.map(({ before, after }) => logChangeLines(values(before), values(after)))).toEqual([
    [
      '灯：绿灯 → （空）',
      '单位：区财政局 → （空）',
      '自：2024-06-10 → （空）',
      '截止日期：2024-06-30 → （空）',
      '原因：资金已到位 → （空）',
    ],
    ['灯：绿灯', '单位：区财政局', '自：2024-06-10', '截止日期：2024-06-30', '原因：资金已到位'],
  ]);
  const { overrides } = await services.lights.task({
    taskId: services.taskId(code),
    moment: day('2024-06-20'),
  });
  expect(overrides).toMatchObject([{ id, light: 'green', withdrawn: { by: '测试员' } }]);
});

test('taken back it is undone on every day of its own, and a second time it says so', async () => {
  const services = await openRedTask();
  const { id } = await greenUntil(services, '2024-06-30');
  await services.lights.withdrawOverride({ overrideId: id });
  expect((await services.row(code, day('2024-06-10'))).light).toBe('red');
  expect((await services.row(code, day('2024-06-30'))).light).toBe('red');
  await expect(services.lights.withdrawOverride({ overrideId: id })).rejects.toMatchObject({ code: 'stale' });
});

test('a period that was published with it keeps it', async () => {
  const services = await openRedTask();
  const dates = { from: '2024-05-31', until: '2024-07-31' };
  const taskId = services.taskId(code);
  const { id } = await services.lights.override({
    taskId,
    unitId: null,
    light: 'green',
    reason: '说明',
    ...dates,
  });
  services.publish('2024-05');
  await services.lights.withdrawOverride({ overrideId: id });
  expect((await services.row(code, day('2024-05-31'))).light).toBe('green');
  expect((await services.row(code, day('2024-06-01'))).light).toBe('red');
});

test('a joint task’s override counts for the whole and leaves its leads their own lights', async () => {
  const services = await openLightServices();
  const joint = 'Z02-06';
  services.confirmPlan(joint, wholeYear);
  await services.save({ unit: '区发改局', code: joint, period: '2024-05', values: { percent: 55 } });
  await services.save({ unit: '区投资促进服务中心', code: joint, period: '2024-05', values: { percent: 1 } });
  await services.lights.override({
    taskId: services.taskId(joint),
    unitId: null,
    light: 'yellow',
    reason: '已约谈',
    from: '2024-06-01',
    until: '2024-06-30',
  });
  const row = await services.row(joint, day('2024-06-15'));
  expect(row).toMatchObject({ light: 'yellow', computed: 'red' });
  expect(row.parts.map(({ light, override }) => [light, override])).toEqual([
    ['green', null],
    ['red', null],
  ]);
});

test('a lead’s override that lifts a joint task leaves visible what the rules say of the task, and whose it is', async () => {
  const services = await openLightServices();
  const joint = 'Z02-06';
  const other = '区投资促进服务中心';
  services.confirmPlan(joint, wholeYear);
  await services.save({ unit: '区发改局', code: joint, period: '2024-05', values: { percent: 1 } });
  await services.save({ unit: other, code: joint, period: '2024-05', values: { percent: 25 } });
  const override = { light: 'green' as const, reason: '批复已到', from: '2024-05-01', until: '2024-06-30' };
  const ids = { taskId: services.taskId(joint), unitId: services.unitId('区发改局') };
  await services.lights.override({ ...ids, ...override });
  const row = await services.row(joint, { period: '2024-05' });
  expect(row).toMatchObject({
    light: 'yellow',
    computed: 'red',
    override: { light: 'green', reason: '批复已到', unit: '区发改局' },
  });
  expect(row.reason).toContain(`${other}：`);
  expect(row.parts.map((part) => [part.light, part.computed, part.override?.unit])).toEqual([
    ['green', 'red', null],
    ['yellow', 'yellow', undefined],
  ]);
});

test('for one lead the whole task’s override is the lead’s, also when asked by unit', async () => {
  const services = await openRedTask();
  const base = { taskId: services.taskId(code), reason: '已说明', from: '2024-06-01', until: '2024-06-30' };
  await services.lights.override({ ...base, unitId: null, light: 'yellow' });
  const [own] = await services.rows(day('2024-06-15'), { unitId: services.unitId(unit), text: code });
  expect(own).toMatchObject({ light: 'yellow', parts: [{ light: 'yellow', computed: 'red' }] });
});

test('silence is not made green by hand, a finished task is not flagged', async () => {
  const services = await openLightServices();
  const base = {
    taskId: services.taskId(code),
    unitId: null,
    reason: '说明',
    from: '2024-06-01',
    until: '2024-06-30',
  };
  await services.lights.override({ ...base, light: 'green' });
  expect((await services.row(code, day('2024-06-15'))).light).toBe('unreported');
  await services.lights.override({ ...base, light: 'red' });
  expect((await services.row(code, day('2024-06-15'))).light).toBe('red');
  services.move(code, 'close', 'closed', '2024-06-01');
  expect((await services.row(code, day('2024-06-15'))).light).toBe('finished');
});

test.each([
  [{ until: '2024-06-09' }, '截止日期早于开始日期'],
  [{ reason: '  ' }, '人工改灯须写明理由'],
  [{ unitId: 'other' }, '不是该任务的填报单位'],
])('%o is refused', async (change, message) => {
  const services = await openRedTask();
  const unitId = services.unitId('unitId' in change ? '区教育局' : unit);
  const entry = {
    taskId: services.taskId(code),
    light: 'green' as const,
    reason: '说明',
    from: '2024-06-10',
    until: '2024-06-30',
    ...change,
    unitId,
  };
  await expect(services.lights.override(entry)).rejects.toThrow(message);
  expect((await services.task(code)).changes).toEqual([]);
});
