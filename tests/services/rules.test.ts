/** Rules with a start date: the day they begin to hold, and the periods they must not touch. */
import { expect, test } from 'vitest';
import { readPlanRows } from '#electron/services/plan-grid.service.ts';
import { defaultCurves } from '#shared/domain/supervision/curves.ts';
import { defaultLightSettings } from '#shared/domain/supervision/light-settings.ts';
import { defaultRules, type RuleDraft } from '#shared/domain/supervision/rule-settings.ts';
import type { Trajectory } from '#shared/domain/supervision/trajectory.ts';
import { openLightServices } from '../helpers/light-services.ts';

const code = 'Z02-02';
const unit = '区财政局';
const stricter = { ...defaultLightSettings, effectiveFrom: '2024-06-30', yellowAbove: 5, behindAbove: 5 };

function light(change: Partial<typeof stricter> = {}): RuleDraft {
  return { kind: 'light', settings: { ...stricter, ...change } };
}

test('new thresholds hold from their day on, and an older period keeps its colour', async () => {
  const services = await openLightServices();
  await services.save({ unit, code, period: '2024-05', values: { percent: 35 } });
  await services.save({ unit, code, period: '2024-06', values: { percent: 43 } });
  await services.rules.save(light());
  expect(await services.row(code, { period: '2024-05' })).toMatchObject({ gap: 6.67, light: 'green' });
  expect(await services.row(code, { date: '2024-06-29' })).toMatchObject({ light: 'green' });
  expect(await services.row(code, { period: '2024-06' })).toMatchObject({
    gap: 7,
    light: 'yellow',
    progressClass: 'behind',
  });
});

test('they are listed newest first above the program’s own, and logged', async () => {
  const services = await openLightServices();
  await services.rules.save(light());
  const { history } = await services.rules.save(light({ effectiveFrom: '2024-09-01', redAbove: 25 }));
  expect(history.light.map(({ settings, createdBy }) => [settings.effectiveFrom, createdBy])).toEqual([
    ['2024-09-01', '测试员'],
    ['2024-06-30', '测试员'],
    ['2000-01-01', null],
  ]);
  const logged = services.raw
    .prepare("select action, before, after from change_log where entity = 'rule_setting' order by id")
    .all();
  expect(logged).toMatchObject([
    { action: '修改亮灯规则', before: null },
    { after: expect.stringContaining('"redAbove":25') },
  ]);
});

test('the same start date replaces, and the log keeps what it replaced', async () => {
  const services = await openLightServices();
  await services.rules.save(light());
  const { history } = await services.rules.save(light({ yellowAbove: 8 }));
  expect(history.light.map(({ settings }) => settings.yellowAbove)).toEqual([8, 10]);
  const logged = services.raw
    .prepare("select before from change_log where entity = 'rule_setting'")
    .pluck()
    .all();
  expect(logged.at(-1)).toContain('"yellowAbove":5');
});

test('rules of one kind leave those of another alone, though they begin on the same day', async () => {
  const services = await openLightServices();
  const answerDays = { ...defaultRules.action.answerDays, red: 2 };
  await services.rules.save(light());
  await services.rules.save({
    kind: 'action',
    settings: { ...defaultRules.action, effectiveFrom: '2024-06-30', answerDays },
  });
  const { history } = await services.rules.save({
    kind: 'curve',
    settings: { ...defaultCurves, effectiveFrom: '2024-06-30', backLoaded: [{ time: 50, work: 20 }] },
  });
  expect(history.light.map(({ settings }) => settings)).toEqual([stricter, defaultRules.light]);
  expect(history.action.map(({ settings }) => settings.answerDays.red)).toEqual([2, 3]);
  expect(history.curve[0]?.settings.backLoaded).toEqual([{ time: 50, work: 20 }]);
});

test.each(['light', 'action', 'curve'] as const)(
  'the day after the last published period is the first on which %s rules may begin, and is named',
  async (kind) => {
    const services = await openLightServices();
    services.publish('2024-06');
    services.publish('2024-Q1');
    const draft = (effectiveFrom: string) =>
      ({ kind, settings: { ...defaultRules[kind], effectiveFrom } }) as RuleDraft;
    await expect(services.rules.save(draft('2024-03-15'))).rejects.toThrow(
      /2024年6月已经发布.*从2024年7月1日或以后/,
    );
    await expect(services.rules.save(draft('2024-06-30'))).rejects.toThrow('2024年6月已经发布');
    expect(await services.rules.read({})).toMatchObject({
      openFrom: '2024-07-01',
      publishedUntil: '2024年6月',
    });
    const { history } = await services.rules.save(draft('2024-07-01'));
    expect(history[kind]).toHaveLength(2);
  },
);

const falling = [
  { time: 50, work: 60 },
  { time: 75, work: 40 },
];

test.each<[RuleDraft, string]>([
  [light({ redAbove: 4 }), '红灯起点不能小于黄灯起点'],
  [light({ yellowAbove: 5.001 }), '最多两位小数'],
  [light({ effectiveFrom: '2000-01-01' }), '生效日期须晚于2000年1月1日'],
  [
    { kind: 'action', settings: { ...defaultRules.action, effectiveFrom: '2024-07-01', nearDueDays: 400 } },
    '临期天数须是0到366之间的整数',
  ],
  [
    { kind: 'curve', settings: { ...defaultCurves, effectiveFrom: '2024-07-01', frontLoaded: falling } },
    '“前快后慢”曲线的各点须按时间先后排列',
  ],
])('%o is refused and nothing is stored', async (draft, message) => {
  const services = await openLightServices();
  await expect(services.rules.save(draft)).rejects.toThrow(message);
  const { history } = await services.rules.read({});
  expect(history[draft.kind]).toHaveLength(1);
});

const backLoaded = (start: string): Trajectory => ({ shape: 'back_loaded', start, due: '2024-12-31' });

test('a curve moves only the tasks that start on its day or later, in lights, drawing and plan alike', async () => {
  const services = await openLightServices();
  services.confirmPlan('Z02-02', backLoaded('2024-01-01'));
  services.confirmPlan('Z02-05', backLoaded('2024-07-01'));
  const period = { period: '2024-09' };
  const expected = async (of: string) => (await services.row(of, period)).expected;
  const before = await expected('Z02-02');
  expect(await expected('Z02-05')).toBe(30);
  await services.rules.save({
    kind: 'curve',
    settings: { ...defaultCurves, effectiveFrom: '2024-07-01', backLoaded: [{ time: 50, work: 5 }] },
  });
  expect(await expected('Z02-02')).toBe(before);
  expect(await expected('Z02-05')).toBe(5);
  const task = await services.lights.task({ taskId: services.taskId('Z02-05'), moment: period });
  expect(task.expected).toContainEqual({ date: '2024-09-30', percent: 5 });
  const rows = await readPlanRows(services.database, '2024-06-20');
  const third = (of: string) => rows.find(({ code: listed }) => listed === of)?.cells.q3;
  expect([third('Z02-02'), third('Z02-05')]).toEqual([String(before), '5']);
});
