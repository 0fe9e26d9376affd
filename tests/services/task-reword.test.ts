/** New words promise other numbers from their day on; what was promised, expected and printed before stays. */
import { expect, test } from 'vitest';
import type { PromisedTarget } from '#shared/contract/task-life.ts';
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

/** 8 条 typed as 80 when the task was re-worded in June. */
async function openMistyped() {
  const services = await openPlanServices(excel);
  const { plan, taskId, tasks } = services;
  const id = taskId(code);
  const unit = (await tasks.detail({ taskId: id })).reportingUnits[0] ?? '';
  const target: PromisedTarget = {
    name: '断头路',
    comparator: '=',
    value: 8,
    measure: '条',
    due: '2024-12-31',
  };
  const eighty = { ...target, value: 80 };
  await plan.reword({ taskId: id, from: '2024-06-01', content: words, reason, targets: [eighty] });
  const correct = (targets: PromisedTarget[], from = '2024-06-01') =>
    plan.reword({ taskId: id, from, content: words, reason: '录入有误', targets });
  const values = async (table: 'targets' | 'earlierTargets') =>
    (await plan.detail({ taskId: id }))[table].map(({ value }) => value);
  return { ...services, id, unit, target, eighty, correct, values };
}

test('a number typed wrongly is put right on the day of its words; unread, it leaves no trace but in the log', async () => {
  const { correct, target, values, detail, tasks, id } = await openMistyped();
  await correct([target]);
  expect([await values('targets'), await values('earlierTargets')]).toEqual([[8], [5]]);
  expect((await detail(code)).wordings.map(({ from }) => from)).toEqual(['2024-01-01', '2024-06-01']);
  const { changes } = await tasks.detail({ taskId: id });
  const change = changes.find(({ action }) => action === '更正指标');
  expect(JSON.stringify(change?.before)).toContain('80条');
  expect(JSON.stringify(change?.after)).toMatch(/=8条/);
});

test('one that was read is kept with its readings, and what is done of it is done of the right one', async () => {
  const { correct, target, values, detail, report, rowOf, unit } = await openMistyped();
  const [wrong] = (await detail(code)).targets;
  await report(unit, code, '2024-06', 90, [{ targetId: wrong?.id ?? 0, value: 4 }]);
  expect(await rowOf(code, { period: '2024-06' })).toMatchObject({ actual: 5 });
  const may = await rowOf(code, { period: '2024-05' });
  await correct([target]);
  expect(await rowOf(code, { period: '2024-06' })).toMatchObject({ actual: 50 });
  expect(await rowOf(code, { period: '2024-05' })).toEqual(may);
  expect(await values('targets')).toEqual([8]);
  const kept = (await detail(code)).earlierTargets.find(({ value }) => value === 80);
  expect(kept).toMatchObject({ id: wrong?.id, readings: [{ period: '2024-06', unit, value: 4 }] });
});

test('a number beside the wrong one stays the same one, with its readings', async () => {
  const { correct, target, eighty, detail, report, unit, values } = await openMistyped();
  const bridges = { ...target, name: '桥梁', measure: '座', value: 2 };
  await correct([eighty, bridges]);
  const bridge = (await detail(code)).targets.find(({ name }) => name === '桥梁');
  await report(unit, code, '2024-06', 90, [{ targetId: bridge?.id ?? 0, value: 1 }]);
  await correct([target, bridges]);
  const { targets } = await detail(code);
  expect(targets.find(({ name }) => name === '桥梁')).toMatchObject({
    id: bridge?.id,
    readings: [{ value: 1 }],
  });
  expect(await values('earlierTargets')).toEqual([5]);
});

test('numbers left over from before numbers had days are put right on the day of the words', async () => {
  const { plan, taskId, raw, detail } = await openPlanServices(excel);
  const id = taskId(code);
  await plan.reword({ taskId: id, from: '2024-06-01', content: words, reason });
  expect(raw.prepare('SELECT count(*) AS n FROM target WHERE until_date IS NOT NULL').get()).toEqual({
    n: 0,
  });
  const targets = await plan.proposeTargets({ taskId: id, content: words });
  await plan.reword({ taskId: id, from: '2024-06-01', content: words, reason, targets });
  const shown = await detail(code);
  expect(shown.targets).toMatchObject([{ value: 8 }]);
  expect(shown.earlierTargets).toMatchObject([{ value: 5, until: '2024-06-01' }]);
});

test('other numbers of the same words hold from a later day on', async () => {
  const { correct, target, detail, setToday } = await openMistyped();
  setToday('2024-08-20');
  await correct([target], '2024-07-01');
  const { targets, earlierTargets, content, wordings } = await detail(code);
  expect([content, targets.map(({ value }) => value)]).toEqual([words, [8]]);
  expect(earlierTargets.map(({ value, until }) => [value, until])).toEqual([
    [5, '2024-06-01'],
    [80, '2024-07-01'],
  ]);
  expect(wordings.at(-1)).toMatchObject({ from: '2024-07-01', content: words, reason: '录入有误' });
});

test('where other words follow with the same number, theirs is put right first; each keeps its days', async () => {
  const { correct, plan, id, target, eighty, detail, setToday } = await openMistyped();
  setToday('2024-08-20');
  const content = '全面打通断头路 8 条。';
  await plan.reword({ taskId: id, from: '2024-07-01', content, reason });
  await expect(correct([target])).rejects.toThrow(/请先以2024年7月1日为起始日/);
  const nine = { ...eighty, value: 9 };
  await plan.reword({ taskId: id, from: '2024-07-01', content, reason, targets: [nine] });
  await correct([target]);
  const { targets, earlierTargets } = await detail(code);
  expect(targets.map(({ value }) => value)).toEqual([9]);
  expect(earlierTargets.map(({ value, until }) => [value, until])).toEqual([
    [5, '2024-06-01'],
    [8, '2024-07-01'],
  ]);
});

test.each([
  ['the same numbers', '2024-06-01', words, 80],
  ['no numbers', '2024-06-01', words, null],
  ['the same numbers on a later day', '2024-07-01', words, 80],
  ['no numbers on a later day', '2024-07-01', words, null],
  ['other words on the day of a wording', '2024-06-01', '打通断头路。', 8],
])('%s: refused, and nothing is changed', async (_, from, content, value) => {
  const { plan, id, target, detail } = await openMistyped();
  const before = await detail(code);
  const targets = value === null ? {} : { targets: [{ ...target, value }] };
  await expect(plan.reword({ taskId: id, from, content, reason, ...targets })).rejects.toThrow(
    /没有什么可以改|已有一次改写/,
  );
  expect(await detail(code)).toEqual(before);
});
