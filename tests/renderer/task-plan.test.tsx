/** 计划与节点 and 状态与变动 on the task page, over the real services. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyProgress } from '#shared/domain/progress.ts';
import { expectText, openWindow, prepareWindow } from '../helpers/render-app.tsx';
import { droppedPaths, openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';

let bridge: RendererBridge;
prepareWindow();
beforeEach(async () => {
  bridge = await openRendererBridge();
});
afterEach(async () => {
  expect(bridge.defects).toEqual([]);
  await bridge.close();
});

async function idOf(code: string): Promise<number> {
  const { rows } = await bridge.application.tasks.list({ filter: { text: code }, offset: 0, limit: 10 });
  return rows.find((row) => row.code === code)?.id ?? 0;
}

async function openTask(code: string): Promise<number> {
  const id = await idOf(code);
  openWindow(`#/tasks/${id}`);
  await screen.findByRole('heading', { name: '计划与节点' });
  return id;
}

const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const fill = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('建议写明出处，确认后不再是建议', async () => {
  const taskId = await openTask('Z02-18');
  const section = screen.getByRole('region', { name: '计划与节点' });
  expect(section.textContent).toMatch(/建议.*“.*30%.*”/u);
  click('确认建议');
  await waitFor(() => expect(screen.queryByRole('button', { name: '确认建议' })).toBeNull());
  const { plan } = await bridge.application.plan.detail({ taskId });
  expect([plan.status, plan.confirmedBy]).toEqual(['confirmed', '陈科长']);
});

test('改计划：责任人、时限和节点存下来，错的当时就说', async () => {
  const taskId = await openTask('Z02-05');
  click('修改计划');
  fill('责任人', '李明');
  click('加一个节点');
  expect(screen.getByRole('alert').textContent).toContain('没有名称');
  expect((screen.getByRole('button', { name: '确认并保存计划' }) as HTMLButtonElement).disabled).toBe(true);
  fill('第1个节点名称', '完成验收');
  fill('第1个节点时限', '2024-06-30');
  fill('完成时限', '2024-09-30');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(screen.getAllByRole('img').length).toBeGreaterThan(1);
  click('确认并保存计划');
  await expectText('完成验收');
  const { plan } = await bridge.application.plan.detail({ taskId });
  expect(plan).toMatchObject({ responsiblePerson: '李明', due: '2024-09-30', status: 'confirmed' });
  expect(plan.milestones).toMatchObject([{ title: '完成验收', due: '2024-06-30' }]);
});

test('撤销、恢复都要理由，总表里看得见状态', async () => {
  await openTask('Z02-05');
  click('撤销/调出…');
  const form = screen.getByRole('form', { name: '撤销/调出' });
  fireEvent.submit(form);
  await expectText('撤销/调出须写明理由');
  fill('理由', '市里统一调整');
  fireEvent.submit(form);
  await expectText('市里统一调整');
  expect(screen.getByRole('button', { name: '恢复…' })).toBeDefined();
  expect(screen.queryByRole('button', { name: '销号…' })).toBeNull();
  window.location.hash = '#/tasks?state=withdrawn';
  await expectText('已撤销/调出');
  await expectText('Z02-05');
});

test('申请办结：缺什么列什么，材料附上后存着副本', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-material-'));
  const taskId = await openTask('Z02-08');
  click('申请办结…');
  expect(screen.getByRole('list', { name: '办理条件' }).textContent).toMatch(
    /✗ 指标已达到：.*≥50家.*✓ 节点已完成/u,
  );
  fill('申请人', '李经办');
  fireEvent.submit(screen.getByRole('form', { name: '申请办结' }));
  await expectText('没有办结材料，请附上。');
  const path = join(folder, '办结报告.pdf');
  writeFileSync(path, '全部完成');
  const file = new File(['全部完成'], '办结报告.pdf');
  droppedPaths.set(file, path);
  fireEvent.change(screen.getByLabelText('选择办结材料'), { target: { files: [file] } });
  await expectText('办结报告.pdf');
  await rm(folder, { recursive: true });
  click('办结报告.pdf');
  await waitFor(() => expect(bridge.opened.at(-1)).toMatch(/originals.*\.pdf$/u));
  expect((await bridge.application.plan.detail({ taskId })).materials).toHaveLength(1);
});

test('拆分：两项成为新任务，原任务列出它们', async () => {
  await openTask('Z02-05');
  click('拆分…');
  fill('第1项内容', '特色小镇建设。');
  fill('第2项内容', '特色小镇运营。');
  fill('理由', '分两家承担');
  fireEvent.submit(screen.getByRole('form', { name: '拆分任务' }));
  const history = await screen.findByRole('list', { name: '状态变动' });
  expect(within(history).getByRole('link', { name: 'Z02-40' })).toBeDefined();
  fireEvent.click(within(history).getByRole('link', { name: 'Z02-41' }));
  await expectText('特色小镇运营。');
  await expectText(/由 Z02-05 拆分而来/u);
});

test('改写：指标跟着新内容列出，核对后从起始日起用，原来的指标留着', async () => {
  const taskId = await openTask('Z04-08');
  click('改写…');
  const text = screen.getByLabelText(/改写后的内容/u);
  fireEvent.change(text, { target: { value: '打通断头路 8 条。' } });
  fireEvent.blur(text);
  const value = () => screen.getByLabelText<HTMLInputElement>('第1项指标数值').value;
  await waitFor(() => expect(value()).toBe('8'));
  fill('改写理由', '区委调整');
  fireEvent.submit(screen.getByRole('form', { name: '改写任务' }));
  await expectText(/以前）：没有填报过/u);
  const { targets, earlierTargets } = await bridge.application.plan.detail({ taskId });
  expect(targets).toMatchObject([{ value: 8 }]);
  expect(earlierTargets).toMatchObject([{ value: 5 }]);
});

test('改写：人改过的指标不再跟着内容变', async () => {
  await openTask('Z04-08');
  click('改写…');
  fill('第1项指标数值', '6');
  const text = screen.getByLabelText(/改写后的内容/u);
  fireEvent.change(text, { target: { value: '打通断头路 8 条。' } });
  fireEvent.blur(text);
  const value = () => screen.getByLabelText<HTMLInputElement>('第1项指标数值').value;
  expect(value()).toBe('6');
  click('按改写后的内容重新列出');
  await waitFor(() => expect(value()).toBe('8'));
});

/** The answers about targets wait until they are let go; each comes as the real one, or fails. */
function holdProposals() {
  const real = window.duban;
  if (real === undefined) throw new Error('no bridge');
  const held: ((isLost: boolean) => void)[] = [];
  const invoke: typeof real.invoke = async (channel, input) => {
    if (channel === 'plan.proposeTargets' && (await new Promise<boolean>((resolve) => held.push(resolve))))
      throw new Error('lost');
    return real.invoke(channel, input);
  };
  Object.defineProperty(window, 'duban', { value: { ...real, invoke }, configurable: true });
  return {
    held,
    answer: (index: number) => held[index]?.(false),
    lose: (index: number) => held[index]?.(true),
  };
}

async function openRewording() {
  const taskId = await openTask('Z04-08');
  click('改写…');
  fill('改写理由', '区委调整');
  const text = screen.getByLabelText(/改写后的内容/u);
  return {
    taskId,
    type: (value: string) => fireEvent.change(text, { target: { value } }),
    leave: () => fireEvent.blur(text),
    submit: () => fireEvent.submit(screen.getByRole('form', { name: '改写任务' })),
    isBlocked: () => screen.getByRole<HTMLButtonElement>('button', { name: '改写' }).disabled,
    value: () => screen.getByLabelText<HTMLInputElement>('第1项指标数值').value,
  };
}

test('改写：内容改了、指标还没有列出来时不能提交，直接提交也不带着旧指标走', async () => {
  const { answer, held } = holdProposals();
  const { taskId, type, submit, isBlocked, value } = await openRewording();
  expect(isBlocked()).toBe(false);
  type('打通断头路 8 条。');
  expect(isBlocked()).toBe(true);
  await expectText(/内容改过，指标还是原来的/u);
  submit();
  await expectText('正在按改写后的内容列出指标，请稍候。');
  submit();
  expect([held.length, isBlocked()]).toEqual([1, true]);
  expect((await bridge.application.plan.detail({ taskId })).wordings).toEqual([]);
  answer(0);
  await waitFor(() => expect([value(), isBlocked()]).toEqual(['8', false]));
  submit();
  await expectText(/以前）：没有填报过/u);
  expect((await bridge.application.plan.detail({ taskId })).targets).toMatchObject([{ value: 8 }]);
});

test('改写：指标没有列出来，说明白；自己改好了也可以提交', async () => {
  const { held, lose } = holdProposals();
  const { type, leave, isBlocked } = await openRewording();
  type('打通断头路 8 条。');
  leave();
  await waitFor(() => expect(held).toHaveLength(1));
  lose(0);
  await expectText(/指标没有跟着内容列出/u);
  expect(isBlocked()).toBe(true);
  fill('第1项指标数值', '8');
  await waitFor(() => expect(isBlocked()).toBe(false));
});

test('改写：迟到的列出不盖掉人在这期间改的指标', async () => {
  const { held, answer } = holdProposals();
  const { type, leave, isBlocked, value } = await openRewording();
  type('打通断头路 8 条。');
  leave();
  await waitFor(() => expect(held).toHaveLength(1));
  fill('第1项指标数值', '7');
  await waitFor(() => expect(isBlocked()).toBe(false));
  answer(0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([value(), isBlocked()]).toEqual(['7', false]);
});

test('改写：先问的后答，也以最后的内容为准', async () => {
  const { held, answer } = holdProposals();
  const { type, leave, isBlocked, value } = await openRewording();
  for (const count of [7, 8]) {
    type(`打通断头路 ${count} 条。`);
    leave();
  }
  await waitFor(() => expect(held).toHaveLength(2));
  answer(1);
  await waitFor(() => expect([value(), isBlocked()]).toEqual(['8', false]));
  answer(0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([value(), isBlocked()]).toEqual(['8', false]);
});

test('改写时写错又更正的指标，报过的值留着，写明是写错的', async () => {
  const { plan, tasks, units, progress } = bridge.application;
  const taskId = await idOf('Z04-08');
  const content = '打通断头路 8 条。';
  const [eight] = await plan.proposeTargets({ taskId, content });
  if (eight === undefined) throw new Error('the words promise no number');
  const request = { taskId, from: '2024-06-01', content, reason: '常务会议' };
  const { targets } = await plan.reword({ ...request, targets: [{ ...eight, value: 80 }] });
  const unit = (await tasks.detail({ taskId })).reportingUnits[0];
  await progress.save({
    ...{ taskId, unitId: (await units.list({})).find(({ name }) => name === unit)?.id ?? 0 },
    ...{ period: '2024-06', basedOnReport: null, values: { ...emptyProgress, percent: 50 } },
    targetValues: [{ targetId: targets[0]?.id ?? 0, value: 4 }],
  });
  await plan.reword({ ...request, reason: '录入有误', targets: [eight] });
  await openTask('Z04-08');
  fireEvent.click(screen.getByText('指标完成值'));
  await expectText(/80 条（写错，已更正）：2024年6月.*4 条/u);
});
