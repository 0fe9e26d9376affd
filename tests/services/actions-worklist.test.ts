/** 今日待办 and the drafts made from it. */
import { expect, test } from 'vitest';
import { defaultActionSettings } from '#shared/domain/supervision/action-settings.ts';
import { code, openActionServices, unit } from '../helpers/action-services.ts';
import { wholeYear } from '../helpers/light-services.ts';

const date = '2024-06-20';
type Services = Awaited<ReturnType<typeof openActionServices>>;

async function lineOf({ actions }: Services, on = date, of = code) {
  const { lines } = await actions.worklist({ date: on });
  const found = lines.filter((line) => line.code === of);
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0] ?? null;
}

/** Behind since April. */
async function fallBehind({ save, confirmPlan }: Services): Promise<void> {
  confirmPlan(code, wholeYear);
  await save({ unit, code, period: '2024-03', values: { percent: 25 } });
  await save({ unit, code, period: '2024-04', values: { percent: 20 } });
  await save({ unit, code, period: '2024-05', values: { percent: 22 } });
}

test('a yellow light is listed since the end of the first period in which it was yellow', async () => {
  const services = await openActionServices();
  await fallBehind(services);
  expect(await lineOf(services)).toMatchObject({
    unit,
    unitId: services.unitId(unit),
    taskId: services.taskId(code),
    reasons: [{ kind: 'yellow_light', since: '2024-04-30' }],
    since: '2024-04-30',
    lastAction: null,
    advice: { action: 'supervision_order', colour: 'yellow' },
  });
});

test('a light set by hand is listed with what the rules say and what moved', async () => {
  const services = await openActionServices();
  await fallBehind(services);
  const dates = { from: '2024-06-10', until: '2024-07-31' };
  const reason = '约谈后仍无进展';
  await services.lights.override({
    ...{ taskId: services.taskId(code), unitId: null, light: 'red', reason },
    ...dates,
  });
  const line = await lineOf(services);
  expect(line?.reasons.map(({ kind }) => kind)).toEqual(['red_light']);
  expect(line?.reasons[0]?.words).toBe(
    '序时应达47.22%，实际22%，落后25.22个百分点，黄灯；改为红灯（测试员，至2024-07-31）：约谈后仍无进展；较上期降',
  );
});

test('one entry for a task and a unit: a missed 节点, an ignored order and the light together', async () => {
  const services = await openActionServices();
  await fallBehind(services);
  services.addMilestone(code, '完成招标', '2024-05-15', null);
  await services.create();
  const line = await lineOf(services);
  expect(line?.reasons.map(({ kind }) => kind)).toEqual([
    'order_unanswered',
    'missed_milestone',
    'yellow_light',
  ]);
  expect(line).toMatchObject({
    lastAction: { on: '2024-06-03', words: '黄色督办单〔2024〕1号' },
    advice: { action: 'supervision_order', colour: 'red' },
  });
});

test('silence is a reason from the day after the deadline, and only since the last word', async () => {
  const services = await openActionServices();
  const words = async (on: string, of = code) =>
    (await lineOf(services, on, of))?.reasons
      .filter(({ kind }) => kind === 'unreported')
      .map((reason) => [reason.words.slice(0, 9), reason.since]) ?? [];
  // Somebody reports for May, so May is a period that was asked for.
  await services.save({ unit: '区发改局', code: 'Z02-05', period: '2024-05', values: { percent: 90 } });
  expect(await words('2024-05-28')).toEqual([]);
  expect(await words('2024-05-29')).toEqual([['2024年5月进展', '2024-05-29']]);
  expect(await words('2024-05-29', 'Z02-05')).toEqual([]);
  await services.save({ unit, code, period: '2024-06', values: { percent: 90 } });
  expect(await words('2024-06-29')).toEqual([]);
});

test('while an order can be answered the task waits at the end of the list, and a finished one is not in it', async () => {
  const services = await openActionServices();
  await fallBehind(services);
  const order = await services.create({ answerDue: '2024-06-20' });
  expect(await lineOf(services)).toMatchObject({ advice: { action: 'wait' } });
  await services.move(order, { move: 'answer', answer: '已整改', date: '2024-06-18' });
  expect(await lineOf(services)).toMatchObject({ advice: { action: 'review_answer' } });
  await services.save({ unit, code, period: '2024-06', values: { percent: 100, status: 'completed' } });
  expect(await lineOf(services, '2024-06-30')).toBeNull();
});

/** Due on 31 May, and by an approved 延期 on 25 June. */
async function openExtended() {
  const services = await openActionServices();
  services.confirmPlan(code, { ...wholeYear, due: '2024-05-31' });
  const asked = await services.extension({
    actedOn: '2024-05-20',
    oldDue: '2024-05-31',
    newDue: '2024-06-25',
  });
  await services.move(asked, { move: 'approve', newDue: '2024-06-25', decider: '区长', date: '2024-05-28' });
  await services.save({ unit, code, period: '2024-05', values: { percent: 96 } });
  return services;
}

test('an approved 延期 about to end is said', async () => {
  const services = await openExtended();
  const line = await lineOf(services);
  expect(line?.reasons.map(({ kind }) => kind)).toContain('extension_ending');
  expect(line?.lastAction?.words).toContain('延期至2024年6月25日');
});

test('a draft has the gravest colour of its tasks, every reason, and its answer date', async () => {
  const services = await openActionServices();
  await fallBehind(services);
  services.confirmPlan('Z02-03', { ...wholeYear, due: '2024-05-31' });
  const lead = await services.leadOf('Z02-03');
  await services.save({ unit: lead, code: 'Z02-03', period: '2024-05', values: { percent: 50 } });
  const taskIds = [services.taskId(code)];
  const request = { kind: 'supervision_order', unitId: services.unitId(unit), taskIds, date } as const;
  const one = await services.actions.draft(request);
  expect(one.values).toMatchObject({ colour: 'yellow', actedOn: date, answerDue: '2024-06-25', taskIds });
  expect(one.values.reason).toMatch(/^序时应达.*落后.*黄灯；与上期持平。$/);
  const overdue = await services.actions.draft({
    ...request,
    unitId: services.unitId(lead),
    taskIds: [services.taskId('Z02-03')],
  });
  expect(overdue.values).toMatchObject({ colour: 'red', answerDue: '2024-06-23' });
  const recorded = await services.actions.create(one.values);
  expect(recorded.words).toBe('黄色督办单〔2024〕1号');
});

test('a draft of a 延期 knows the due date in force', async () => {
  const services = await openActionServices();
  const { values } = await services.actions.draft({
    kind: 'extension',
    unitId: services.unitId(unit),
    taskIds: [services.taskId(code)],
    date,
  });
  expect(values).toMatchObject({ oldDue: '2024-12-31', newDue: null, colour: null, answerDue: null });
});

test('new answer days count from their day on, and not before it', async () => {
  const services = await openActionServices();
  services.confirmPlan(code, { ...wholeYear, due: '2024-06-30' });
  await services.save({ unit, code, period: '2024-05', values: { percent: 90 } });
  await services.rules.save({
    kind: 'action',
    settings: {
      effectiveFrom: '2024-06-20',
      nearDueDays: 7,
      answerDays: { ...defaultActionSettings.answerDays, reminder: 1, blue: 2 },
    },
  });
  const draft = async (kind: 'reminder' | 'supervision_order', on: string) => {
    const request = { kind, unitId: services.unitId(unit), taskIds: [services.taskId(code)], date: on };
    return (await services.actions.draft(request)).values.answerDue;
  };
  expect(await draft('reminder', '2024-06-19')).toBe('2024-06-22');
  expect(await draft('reminder', '2024-06-20')).toBe('2024-06-21');
  expect(await draft('supervision_order', '2024-06-19')).toBe('2024-06-26');
  expect(await draft('supervision_order', '2024-06-20')).toBe('2024-06-22');
});

test('a shorter 临期天数 counts from its day on', async () => {
  const services = await openExtended();
  await services.rules.save({
    kind: 'action',
    settings: { ...defaultActionSettings, effectiveFrom: '2024-06-20', nearDueDays: 3 },
  });
  const isEnding = async (on: string) =>
    (await lineOf(services, on))?.reasons.some(({ kind }) => kind === 'extension_ending') ?? false;
  expect([await isEnding('2024-06-19'), await isEnding('2024-06-20'), await isEnding('2024-06-22')]).toEqual([
    true,
    false,
    true,
  ]);
});
