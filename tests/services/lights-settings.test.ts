/** Thresholds with a start date: the day they begin to hold, and the periods they must not touch. */
import { expect, test } from 'vitest';
import { defaultLightSettings } from '#shared/domain/supervision/light-settings.ts';
import { openLightServices } from '../helpers/light-services.ts';

const code = 'Z02-02';
const unit = '区财政局';
const stricter = { ...defaultLightSettings, effectiveFrom: '2024-06-30', yellowAbove: 5, behindAbove: 5 };

test('new thresholds hold from their day on, and an older period keeps its colour', async () => {
  const services = await openLightServices();
  await services.save({ unit, code, period: '2024-05', values: { percent: 35 } });
  await services.save({ unit, code, period: '2024-06', values: { percent: 43 } });
  await services.lights.saveSettings(stricter);
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
  await services.lights.saveSettings(stricter);
  const entries = await services.lights.saveSettings({
    ...stricter,
    effectiveFrom: '2024-09-01',
    redAbove: 25,
  });
  expect(entries.map(({ settings, createdBy }) => [settings.effectiveFrom, createdBy])).toEqual([
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
  await services.lights.saveSettings(stricter);
  await services.lights.saveSettings({ ...stricter, yellowAbove: 8 });
  const entries = await services.lights.settings({});
  expect(entries.map(({ settings }) => settings.yellowAbove)).toEqual([8, 10]);
  const logged = services.raw
    .prepare("select before from change_log where entity = 'rule_setting'")
    .pluck()
    .all();
  expect(logged.at(-1)).toContain('"yellowAbove":5');
});

test('the day after a published period is the first on which thresholds may begin', async () => {
  const services = await openLightServices();
  services.publish('2024-06');
  await expect(services.lights.saveSettings(stricter)).rejects.toThrow('2024年6月已经公布');
  await expect(
    services.lights.saveSettings({ ...stricter, effectiveFrom: '2024-07-01' }),
  ).resolves.toHaveLength(2);
});

test.each([
  [{ redAbove: 4 }, '红灯起点不能小于黄灯起点'],
  [{ yellowAbove: 5.001 }, '最多两位小数'],
  [{ effectiveFrom: '2000-01-01' }, '生效日期须晚于2000年1月1日'],
])('%o is refused and nothing is stored', async (change, message) => {
  const services = await openLightServices();
  await expect(services.lights.saveSettings({ ...stricter, ...change })).rejects.toThrow(message);
  expect(await services.lights.settings({})).toHaveLength(1);
});
