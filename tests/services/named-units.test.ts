import { expect, test } from 'vitest';
import { checkDatabase } from '#electron/services/check.service.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { openPlanServices } from '../helpers/plan-services.ts';

const excel = shareExcelWorker();
const code = 'Z02-08';

async function openNaming() {
  const services = await openPlanServices(excel);
  const { plan, taskId, detail, unitId } = services;
  const [group] = (await detail(code)).groups;
  if (group === undefined) throw new Error('no group to name');
  return {
    ...services,
    group,
    name: (names: string[]) =>
      plan.nameUnits({ taskId: taskId(code), groupId: group.groupId, unitIds: names.map(unitId) }),
  };
}

test('the named units replace 待明确, and their tasks are found', async () => {
  const { group, name, tasks, taskId, unitId, plan } = await openNaming();
  const names = group.candidates.slice(0, 2).map((unit) => unit.name);
  const [town = ''] = names;
  const count = async () =>
    (await tasks.list({ filter: { unitId: unitId(town) }, offset: 0, limit: 5_000 })).total;
  const before = await count();
  expect((await plan.grid({})).unspecified).toBe(21);
  await name(names);
  const { units } = await tasks.detail({ taskId: taskId(code) });
  expect(units.some(({ unspecified }) => unspecified)).toBe(false);
  expect((await plan.grid({})).unspecified).toBe(20);
  expect(await count()).toBe(before + 1);
  await name([]);
  expect((await plan.grid({})).unspecified).toBe(21);
  expect(await count()).toBe(before);
});

test('where the group reports, forms and lights follow the named units, and the check derives the same', async () => {
  const { group, name, raw, taskId, tasks, progress, unitId, rowOf, open } = await openNaming();
  raw.prepare('delete from task_unit where task_id = ? and unit_id <> ?').run(taskId(code), group.groupId);
  raw.prepare('delete from task_reporting_unit where task_id = ?').run(taskId(code));
  expect((await rowOf(code, { period: '2024-06' }))?.light).toBe('unnamed');
  const names = group.candidates.slice(1, 3).map((unit) => unit.name);
  await name(names);
  expect((await tasks.detail({ taskId: taskId(code) })).reportingUnits).toEqual(names);
  expect((await rowOf(code, { period: '2024-06' }))?.parts.map(({ unit }) => unit)).toEqual(names);
  const sheet = await progress.sheet({ period: '2024-06', unitId: unitId(names[0] ?? ''), scope: 'lead' });
  expect(sheet.map((row) => row.code)).toContain(code);
  expect((await checkDatabase(open)).problems).toEqual([]);
});

test('a named unit with leads beside it has a row in the full form only', async () => {
  const { group, name, progress, unitId } = await openNaming();
  const [town] = group.candidates.map((unit) => unit.name);
  await name([town ?? '']);
  const codes = async (scope: 'lead' | 'all') =>
    (await progress.sheet({ period: '2024-06', unitId: unitId(town ?? ''), scope })).map((row) => row.code);
  expect(await codes('lead')).not.toContain(code);
  expect(await codes('all')).toContain(code);
});

test('a unit outside the group and a group outside the task are refused', async () => {
  const { name, plan, taskId, group } = await openNaming();
  await expect(name(['区发改局'])).rejects.toThrow(/不属于“相关街镇”/u);
  const stranger = { taskId: taskId('Z02-01'), groupId: group.groupId, unitIds: [] };
  await expect(plan.nameUnits(stranger)).rejects.toThrow(/Z02-01 没有这个需要明确的统称/u);
});
