/** New words promise other numbers from their day on; what was promised, expected and printed before stays. */
import { expect, test } from 'vitest';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { openPlanServices, planEdit } from '../helpers/plan-services.ts';

const excel = shareExcelWorker();
const code = 'Z04-08';
const words = '打通断头路 8 条。';
const reason = '常务会议';

/** 打通断头路 5 条: 2 of them reported in May, then 8 are promised from June on. */
async function openReworded() {
  const services = await openPlanServices(excel);
  const { plan, taskId, tasks, report, ledger } = services;
  const id = taskId(code);
  const { reportingUnits } = await tasks.detail({ taskId: id });
  const unit = reportingUnits[0] ?? '';
  const [five] = (await plan.detail({ taskId: id })).targets;
  await report(unit, code, '2024-05', 90, [{ targetId: five?.id ?? 0, value: 2 }]);
  const mayLedger = await ledger('2024-05');
  const targets = await plan.proposeTargets({ taskId: id, content: words });
  await plan.reword({ taskId: id, from: '2024-06-01', content: words, reason, targets });
  return { ...services, id, unit, five, mayLedger };
}

async function sheetTarget({ progress, unitId, id }: Awaited<ReturnType<typeof openReworded>>, unit: string) {
  return async (period: string) => {
    const rows = await progress.sheet({ period, unitId: unitId(unit), scope: 'lead' });
    return rows.find(({ taskId }) => taskId === id)?.targets.map(({ id: target, value }) => [target, value]);
  };
}

test('earlier periods keep the earlier number in lights, ledger and entry; from the day on the new one counts', async () => {
  const services = await openReworded();
  const { rowOf, ledger, report, unit, five, mayLedger, detail } = services;
  expect(await ledger('2024-05')).toEqual(mayLedger);
  expect(await rowOf(code, { period: '2024-05' })).toMatchObject({ actual: 40 });
  const targets = await sheetTarget(services, unit);
  expect(await targets('2024-05')).toEqual([[five?.id, 5]]);
  const [eight] = (await detail(code)).targets;
  expect(await targets('2024-06')).toEqual([[eight?.id, 8]]);
  await report(unit, code, '2024-06', 90, [{ targetId: eight?.id ?? 0, value: 4 }]);
  expect(await rowOf(code, { period: '2024-06' })).toMatchObject({ actual: 50 });
  const june = (await ledger('2024-06')).find((row) => row.some((cell) => cell.includes('打通断头路 8 条')));
  expect(june?.join('|')).toContain('8');
  expect(june?.join('|')).not.toMatch(/5\s*条/);
});

test('the page shows the number in force, and the earlier one with what was reported on it', async () => {
  const { detail, unit, tasks, id } = await openReworded();
  const { targets, earlierTargets } = await detail(code);
  expect(targets).toMatchObject([{ value: 8, measure: '条', readings: [] }]);
  expect(earlierTargets).toMatchObject([
    { value: 5, until: '2024-06-01', readings: [{ period: '2024-05', unit, value: 2 }] },
  ]);
  expect((await tasks.detail({ taskId: id })).targets.map(({ value }) => value)).toEqual([8]);
});

test('until somebody reports anew, what is done of the old number is done of the new one', async () => {
  const { lights } = await openReworded();
  const { rows } = await lights.list({ moment: { date: '2024-06-20' }, filter: { text: code } });
  expect(rows).toMatchObject([{ actual: 25 }]);
});

test('a reading of June on the number that no longer holds is refused', async () => {
  const { report, unit, five } = await openReworded();
  const late = report(unit, code, '2024-06', 90, [{ targetId: five?.id ?? 0, value: 4 }]);
  await expect(late).rejects.toThrow(/与任务的指标对不上/);
});

test('办结 asks for the number in force', async () => {
  const { detail } = await openReworded();
  const request = (await detail(code)).allowed.find(({ move }) => move === 'request_completion');
  const said = request?.conditions.flatMap(({ obstacles }) => obstacles).join('');
  expect(said).toContain('8条');
  expect(said).not.toContain('5条');
});

test('a number that stays is the same one, with its readings', async () => {
  const { plan, detail, id } = await openReworded();
  const [eight] = (await detail(code)).targets;
  const content = '全面打通断头路 8 条。';
  const targets = await plan.proposeTargets({ taskId: id, content });
  await plan.reword({ taskId: id, from: '2024-06-10', content, reason, targets });
  expect((await detail(code)).targets.map((target) => target.id)).toEqual([eight?.id]);
});

test('the log names both numbers; words alone leave the numbers', async () => {
  const { tasks, plan, id, detail } = await openReworded();
  const { changes } = await tasks.detail({ taskId: id });
  const change = changes.find(({ action }) => action === '改写任务');
  expect(JSON.stringify([change?.before, change?.after])).toMatch(/5条.*8条/);
  await plan.reword({ taskId: id, from: '2024-06-12', content: '打通断头路。', reason });
  expect((await detail(code)).targets.map(({ value }) => value)).toEqual([8]);
});

test.each<[{ due?: string; from?: string }, string]>([
  [{ due: '2024-13-01' }, '不是有效日期'],
  [{ from: '2024-05-01' }, '在它之前不能改指标'],
])('%o is refused, and nothing is changed', async ({ due = '2024-12-31', from = '2024-07-01' }, message) => {
  const { plan, id, detail } = await openReworded();
  const before = await detail(code);
  const target = { name: '断头路', comparator: '=', value: 9, measure: '条', due } as const;
  const request = { taskId: id, from, content: '打通断头路 9 条。', reason, targets: [target] };
  await expect(plan.reword(request)).rejects.toThrow(message);
  expect(await detail(code)).toEqual(before);
});

test('the plan the new words suggest holds from their day, in the lights and on the page alike', async () => {
  const { plan, rowOf, taskId, setToday } = await openPlanServices(excel);
  const content = '10月底前创成省级特色鞋艺小镇。';
  const request = { taskId: taskId('Z02-05'), from: '2024-07-01', content, reason };
  setToday('2024-08-20');
  await plan.reword(request);
  const june = { due: '2024-12-31', expected: 50, planStatus: 'proposed' };
  const july = { due: '2024-10-31', expected: 70, planStatus: 'proposed' };
  expect(await rowOf('Z02-05', { period: '2024-06' })).toMatchObject(june);
  expect(await rowOf('Z02-05', { period: '2024-07' })).toMatchObject(july);
  const { plan: shown, usualStart } = await plan.detail({ taskId: request.taskId });
  expect([shown.due, shown.reason, usualStart]).toEqual([
    '2024-10-31',
    '文中写明“10月底前创成省级特色鞋艺小镇”，建议匀速。',
    '2024-07-01',
  ]);
});

test('confirmed as suggested, or with another course: the days of the earlier words keep theirs', async () => {
  const { plan, rowOf, taskId, setToday, detail } = await openPlanServices(excel);
  const ids = [taskId('Z02-05'), taskId('Z02-03')];
  setToday('2024-08-20');
  for (const id of ids)
    await plan.reword({ taskId: id, from: '2024-07-01', content: '10月底前完成。', reason });
  await plan.confirm({ taskIds: ids.slice(0, 1) });
  const edit = planEdit(await detail('Z02-03'));
  const trajectory = { ...edit.trajectory, due: '2024-11-30' };
  await plan.save({ ...edit, trajectory });
  for (const [of, july] of [
    ['Z02-05', 70],
    ['Z02-03', 63.64],
  ] as const) {
    expect(await rowOf(of, { period: '2024-06' })).toMatchObject({ expected: 50, planStatus: 'proposed' });
    expect(await rowOf(of, { period: '2024-07' })).toMatchObject({ expected: july, planStatus: 'confirmed' });
  }
});

test('a row that tells of the old number is still saved after the new words, and keeps it', async () => {
  const { progress, unit, unitId, id, report, detail, plan } = await openReworded();
  const [eight] = (await detail(code)).targets;
  await report(unit, code, '2024-06', 60, [{ targetId: eight?.id ?? 0, value: 4 }]);
  const sheet = async () => {
    const rows = await progress.sheet({ period: '2024-06', unitId: unitId(unit), scope: 'lead' });
    const row = rows.find(({ taskId }) => taskId === id);
    if (row === undefined) throw new Error('the unit does not report on it');
    return row;
  };
  // Words that hold from within June: the number that was reported is not in force at the month's end.
  await plan.reword({ taskId: id, from: '2024-06-15', content: '打通断头路若干条。', reason, targets: [] });
  const { reportId, values, targetValues } = await sheet();
  expect(targetValues).toEqual([{ targetId: eight?.id, value: 4 }]);
  await progress.save({
    ...{ taskId: id, unitId: unitId(unit), period: '2024-06', basedOnReport: reportId },
    ...{ values: { ...values, percent: 95 }, targetValues },
  });
  expect(await sheet()).toMatchObject({ values: { percent: 95 }, targetValues });
});

test('办结 counts what was done of the old number as the light does', async () => {
  const { plan, id, detail } = await openReworded();
  const targetsMet = async () => {
    const { allowed } = await detail(code);
    const asked = allowed.find(({ move }) => move === 'request_completion');
    return asked?.conditions
      .flatMap(({ obstacles }) => obstacles)
      .filter((words) => words.includes('断头路'));
  };
  expect(await targetsMet()).toEqual([expect.stringContaining('打通断头路=8条，现为2条')]);
  const content = '打通断头路 2 条。';
  const targets = await plan.proposeTargets({ taskId: id, content });
  await plan.reword({ taskId: id, from: '2024-06-10', content, reason, targets });
  expect(await targetsMet()).toEqual([]);
});
