/** Lights at a moment: what is read from the database, and the days on which it begins to count. */
import { expect, test } from 'vitest';
import { openLightServices, wholeYear } from '../helpers/light-services.ts';

const june = { period: '2024-06' };
/** One lead, no target, nothing but the year's end in its text. */
const code = 'Z02-02';
const unit = '区财政局';

test('the light of a period’s end names its figures, its rule and the sentence', async () => {
  const services = await openLightServices();
  await services.save({ unit, code, period: '2024-06', values: { percent: 28, narrative: '已完成部分。' } });
  expect(await services.row(code, june)).toMatchObject({
    leader: '林杰',
    planStatus: 'proposed',
    light: 'yellow',
    ruleName: '落后序时',
    expected: 50,
    actual: 28,
    gap: 22,
    reason: '序时应达50%，实际28%，落后22个百分点，黄灯',
    override: null,
    progressClass: 'behind',
    parts: [{ unit, light: 'yellow', reportedFor: '2024-06' }],
  });
});

test.each([
  [40, 'green'],
  [39.99, 'yellow'],
  [20, 'yellow'],
  [19.99, 'red'],
])('half of the year and %d percent reported: %s', async (percent, light) => {
  const services = await openLightServices();
  await services.save({ unit, code, period: '2024-06', values: { percent } });
  expect((await services.row(code, june)).light).toBe(light);
});

test('the last revision of the period counts, and no other period’s word is carried over', async () => {
  const services = await openLightServices();
  await services.save({ unit, code, period: '2024-05', values: { percent: 45 } });
  const first = await services.save({ unit, code, period: '2024-06', values: { percent: 10 } });
  const values = { percent: 60 };
  await services.save({ unit, code, period: '2024-06', values, basedOnReport: first.reportId });
  expect(await services.row(code, june)).toMatchObject({ light: 'green', actual: 60, movement: 'level' });
  expect(await services.row(code, { period: '2024-07' })).toMatchObject({
    light: 'unreported',
    actual: null,
    progressClass: 'other',
    reason: '序时应达58.33%，本期未报进展，未报',
  });
});

test('a target’s value goes before the reported percent, for the unit that gave it', async () => {
  const services = await openLightServices();
  const { targets } = await services.task('Z02-08');
  const targetValues = [{ targetId: targets[0]?.id ?? 0, value: 40 }];
  await services.save({
    unit: '区发改局',
    code: 'Z02-08',
    period: '2024-06',
    values: { percent: 30 },
    targetValues,
  });
  expect(await services.row('Z02-08', june)).toMatchObject({
    actual: 80,
    light: 'green',
    progressClass: 'ahead',
  });
});

test('a ceiling is met or not and has no percent', async () => {
  const services = await openLightServices();
  const lead = await services.leadOf('Z05-01');
  const { targets } = await services.task('Z05-01');
  const ceiling = targets.find(({ comparator }) => comparator === '<=');
  const values = { narrative: '调查已完成。', percent: null };
  const reading = (value: number) => [{ targetId: ceiling?.id ?? 0, value }];
  await services.save({ unit: lead, code: 'Z05-01', period: '2024-05', values, targetValues: reading(5) });
  await services.save({ unit: lead, code: 'Z05-01', period: '2024-06', values, targetValues: reading(5.1) });
  expect(await services.part('Z05-01', lead, { period: '2024-05' })).toMatchObject({
    light: 'green',
    gap: null,
  });
  expect(await services.part('Z05-01', lead, june)).toMatchObject({ light: 'yellow', movement: 'down' });
});

test('each lead of a joint task has its light, and the task shows the worst', async () => {
  const services = await openLightServices();
  services.confirmPlan('Z02-06', wholeYear);
  await services.save({ unit: '区发改局', code: 'Z02-06', period: '2024-06', values: { percent: 55 } });
  await services.save({
    unit: '区投资促进服务中心',
    code: 'Z02-06',
    period: '2024-06',
    values: { percent: 19 },
  });
  const row = await services.row('Z02-06', june);
  expect(row.parts.map(({ unit: lead, light }) => [lead, light])).toEqual([
    ['区发改局', 'green'],
    ['区投资促进服务中心', 'red'],
  ]);
  expect(row).toMatchObject({
    light: 'red',
    progressClass: 'behind',
    reason: '区投资促进服务中心：序时应达50%，实际19%，落后31个百分点，红灯',
  });
  const [own] = await services.rows(june, { unitId: services.unitId('区发改局'), text: 'Z02-06' });
  expect(own).toMatchObject({ light: 'green', progressClass: 'ahead', parts: [{ unit: '区发改局' }] });
});

test('已完成 holds on in later periods, with its first day, until a later word takes it back', async () => {
  const services = await openLightServices();
  await services.save({ unit, code, period: '2024-04', values: { percent: 100, status: 'completed' } });
  await services.save({ unit, code, period: '2024-05', values: { percent: 100, status: 'completed' } });
  await services.save({ unit, code, period: '2024-07', values: { percent: 90, status: 'in_progress' } });
  expect(await services.row(code, { period: '2024-03' })).toMatchObject({ light: 'unreported' });
  expect(await services.row(code, { period: '2024-05' })).toMatchObject({
    light: 'finished',
    reason: '已于2024年4月30日完成，不再亮灯',
  });
  expect(await services.row(code, june)).toMatchObject({ light: 'finished', progressClass: 'finished' });
  expect(await services.row(code, { period: '2024-07' })).toMatchObject({ light: 'green', movement: 'down' });
  expect(await services.row(code, { period: '2024-08' })).toMatchObject({ light: 'unreported' });
});

test('已完成 does not stand against the unit’s own numbers', async () => {
  const services = await openLightServices();
  const { targets } = await services.task('Z02-08');
  const done = { percent: 100, status: 'completed' } as const;
  const targetValues = [{ targetId: targets[0]?.id ?? 0, value: 5 }];
  await services.save({ unit: '区发改局', code: 'Z02-08', period: '2024-05', values: done, targetValues });
  expect(await services.row('Z02-08', { period: '2024-05' })).toMatchObject({ light: 'red', actual: 10 });
  expect(await services.row('Z02-08', june)).toMatchObject({ light: 'unreported' });
});

test('a withdrawn task is listed and not counted from its day on', async () => {
  const services = await openLightServices();
  await services.save({ unit, code, period: '2024-05', values: { percent: 1 } });
  services.move(code, 'withdraw', 'withdrawn', '2024-06-01');
  expect(await services.row(code, { date: '2024-05-31' })).toMatchObject({ light: 'red' });
  expect(await services.row(code, { date: '2024-06-01' })).toMatchObject({
    light: 'withdrawn',
    progressClass: null,
    reason: '已于2024年6月1日撤销，不再亮灯',
  });
  services.move(code, 'restore', 'active', '2024-07-01');
  expect(await services.row(code, { period: '2024-06' })).toMatchObject({ light: 'withdrawn' });
  expect(await services.row(code, { period: '2024-07' })).toMatchObject({ light: 'unreported' });
});

test('a closed task is finished from the day of 销号 until it is reopened', async () => {
  const services = await openLightServices();
  services.move(code, 'close', 'closed', '2024-05-20');
  services.move(code, 'reopen', 'active', '2024-08-05');
  expect(await services.row(code, { date: '2024-05-19' })).toMatchObject({ light: 'unreported' });
  expect(await services.row(code, june)).toMatchObject({ light: 'finished' });
  expect(await services.row(code, { period: '2024-08' })).toMatchObject({ light: 'unreported' });
});

test('a task is not there before the day it was listed', async () => {
  const services = await openLightServices();
  services.listFrom(code, '2024-06-30');
  expect((await services.rows({ date: '2024-06-29' })).map((row) => row.code)).not.toContain(code);
  expect((await services.rows(june)).map((row) => row.code)).toContain(code);
  expect((await services.row(code, june)).movement).toBe('none');
});

test('leader and words are those of the day', async () => {
  const services = await openLightServices();
  services.succeed(code, '张伟', '2024-07-01');
  services.reword(code, '改写后的任务。', '2024-07-01');
  const before = await services.row(code, june);
  const after = await services.row(code, { date: '2024-07-01' });
  expect([before.leader, after.leader]).toEqual(['林杰', '张伟']);
  expect([before.content, after.content]).toEqual(['一般公共预算收入与经济增长基本同步。', '改写后的任务。']);
  const codes = async (leaderId: number | null, date: string) =>
    (await services.rows({ date }, { leaderId })).map((row) => row.code);
  expect(await codes(after.leaderId, '2024-06-30')).not.toContain(code);
  expect(await codes(after.leaderId, '2024-07-01')).toContain(code);
  services.succeed('Z02-05', null, '2024-07-01');
  expect(await codes(null, '2024-07-01')).toContain('Z02-05');
});

test('the confirmed plan goes before the words’ proposal, and its 节点 are held against the task', async () => {
  const services = await openLightServices();
  services.confirmPlan(code, {
    shape: 'points',
    start: '2024-01-01',
    due: '2024-12-31',
    points: [{ date: '2024-06-30', percent: 20 }],
  });
  services.addMilestone(code, '方案印发', '2024-06-29', null);
  await services.save({ unit, code, period: '2024-06', values: { percent: 20 } });
  expect(await services.row(code, june)).toMatchObject({
    planStatus: 'confirmed',
    expected: 20,
    light: 'yellow',
    rule: 'missed_milestone',
  });
  expect((await services.row(code, { date: '2024-06-29' })).rule).not.toBe('missed_milestone');
});

test('a proposed plan says where it comes from', async () => {
  const services = await openLightServices();
  const rows = await services.rows(june);
  const built = rows.find((row) => row.code === 'M04-01');
  expect(built).toMatchObject({ planStatus: 'proposed', expected: 30 });
  expect(built?.planReason).toContain('前慢后快');
});

test('a task nobody is named for is 待明确, which is neither a light nor finished', async () => {
  const services = await openLightServices();
  services.raw.prepare('delete from task_reporting_unit where task_id = ?').run(services.taskId(code));
  expect(await services.row(code, june)).toMatchObject({
    light: 'unnamed',
    progressClass: 'other',
    movement: 'none',
    parts: [],
  });
  services.move(code, 'withdraw', 'withdrawn', '2024-06-01');
  expect(await services.row(code, june)).toMatchObject({ light: 'withdrawn', progressClass: null });
});

test('on a day the last ended period’s reports count, and those already there for the one under way', async () => {
  const services = await openLightServices();
  const { save, lights } = services;
  await save({ unit, code, period: '2024-05', values: { percent: 42 } });
  await save({ unit: '区发改局', code: 'Z02-01', period: '2024-05', values: { percent: 10 } });
  await save({ unit, code, period: '2024-06', values: { percent: 50 } });
  const date = '2024-06-20';
  const { basis } = await lights.list({ moment: { date }, filter: {} });
  expect(basis).toMatchObject({
    date,
    period: null,
    reportsOf: '2024-05',
    lastPeriod: '2024-05',
    label: '2024年6月20日',
  });
  expect(await services.part(code, unit, { date })).toMatchObject({ reportedFor: '2024-06', actual: 50 });
  expect(await services.part('Z02-01', '区发改局', { date })).toMatchObject({
    reportedFor: '2024-05',
    actual: 10,
  });
  expect(await services.part(code, unit, { date: '2024-05-31' })).toMatchObject({ reportedFor: '2024-05' });
});

test('a day keeps its lights: what a period under way heard later is not known that day', async () => {
  const services = await openLightServices();
  const { save } = services;
  await save({ unit, code, period: '2024-05', values: { percent: 42 } });
  // On 20 June, by the services' clock.
  await save({ unit, code, period: '2024-06', values: { percent: 100, status: 'completed' } });
  const date = '2024-06-19';
  expect(await services.part(code, unit, { date })).toMatchObject({ reportedFor: '2024-05', actual: 42 });
  expect(await services.part(code, unit, { date: '2024-06-20' })).toMatchObject({ light: 'finished' });
  expect(await services.part(code, unit, june)).toMatchObject({ light: 'finished' });
});

test('an earlier 已完成 stands on a day before the unit’s next word took it back', async () => {
  const services = await openLightServices();
  const { save } = services;
  await save({ unit, code, period: '2024-04', values: { percent: 100, status: 'completed' } });
  await save({ unit: '区发改局', code: 'Z02-01', period: '2024-05', values: { percent: 40 } });
  expect(await services.part(code, unit, { date: '2024-06-10' })).toMatchObject({ light: 'finished' });
  // On 20 June, by the services' clock.
  await save({ unit, code, period: '2024-06', values: { percent: 60, status: 'in_progress' } });
  expect(await services.part(code, unit, { date: '2024-06-10' })).toMatchObject({ light: 'finished' });
  expect(await services.part(code, unit, { date: '2024-06-20' })).toMatchObject({ actual: 60 });
});

test('on a period’s last day 升降 compares as for the period itself, the day after with that period', async () => {
  const services = await openLightServices();
  await services.save({ unit, code, period: '2024-04', values: { percent: 5 } });
  await services.save({ unit, code, period: '2024-05', values: { percent: 42 } });
  const movementOn = async (moment: { period?: string; date?: string }) => {
    const { basis, rows } = await services.lights.list({ moment, filter: { text: code } });
    return [basis.lastPeriod, rows.find((row) => row.code === code)?.movement];
  };
  expect(await movementOn({ period: '2024-05' })).toEqual(['2024-04', 'up']);
  expect(await movementOn({ date: '2024-05-31' })).toEqual(['2024-04', 'up']);
  expect(await movementOn({ date: '2024-06-01' })).toEqual(['2024-05', 'level']);
});

test('without period and day it is today', async () => {
  const services = await openLightServices(() => new Date('2024-09-03T02:00:00.000Z'));
  const { basis } = await services.lights.list({ moment: {}, filter: {} });
  expect(basis.date).toBe('2024-09-03');
});

test('a quarter is compared with the last reported quarter, and January with nothing', async () => {
  const services = await openLightServices();
  await services.save({ unit, code, period: '2024-Q1', values: { percent: 10 } });
  await services.save({ unit, code, period: '2024-05', values: { percent: 40 } });
  await services.save({ unit, code, period: '2024-Q2', values: { percent: 50 } });
  const basisOf = async (period: string) =>
    (await services.lights.list({ moment: { period }, filter: {} })).basis.lastPeriod;
  expect(await basisOf('2024-Q2')).toBe('2024-Q1');
  expect(await basisOf('2024-08')).toBe('2024-05');
  expect(await basisOf('2024-01')).toBeNull();
  expect((await services.row(code, { period: '2024-Q2' })).movement).toBe('up');
  expect((await services.row(code, { period: '2024-05' })).movement).toBe('none');
});

test('a year without a notice says so', async () => {
  const services = await openLightServices();
  await expect(services.rows({ date: '2023-12-31' })).rejects.toThrow('没有2023年12月31日以前的责任分解文件');
});

test('the task’s page has the whole trajectory and what each lead reported', async () => {
  const services = await openLightServices();
  await services.save({ unit, code, period: '2024-03', values: { percent: 20 } });
  await services.save({ unit, code, period: '2024-06', values: { percent: 28 } });
  await services.save({ unit, code, period: '2024-09', values: { percent: 70 } });
  const lights = await services.lights.task({ taskId: services.taskId(code), moment: june });
  expect(lights.row?.light).toBe('yellow');
  expect(lights.expected).toHaveLength(13);
  expect(lights.expected[0]).toEqual({ date: '2023-12-31', percent: 0 });
  expect(lights.expected.at(-1)).toEqual({ date: '2024-12-31', percent: 100 });
  expect(lights.actual).toEqual([
    {
      unitId: services.unitId(unit),
      unit,
      marks: [
        { date: '2024-03-31', percent: 20 },
        { date: '2024-06-30', percent: 28 },
      ],
    },
  ]);
});
