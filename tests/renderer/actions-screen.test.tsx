import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyProgress } from '#shared/domain/progress.ts';
import { expectAddress, expectText, openWindow, prepareWindow } from '../helpers/render-app.tsx';
import { droppedPaths, openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';

let bridge: RendererBridge;
prepareWindow();

/** jsdom draws dialogs but cannot put one before the rest of the page. */
function allowDialogs(): void {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.setAttribute('open', '');
  };
}

const unit = '区财政局';

/** Far behind in the last month of its year: whatever the day is, there is something to chase. */
async function fallBehind(code: string): Promise<void> {
  const { tasks, units, progress } = bridge.application;
  const { rows } = await tasks.list({ filter: { text: code }, offset: 0, limit: 10 });
  const taskId = rows.find((row) => row.code === code)?.id ?? 0;
  const unitId = (await units.list({})).find(({ name }) => name === unit)?.id ?? 0;
  const values = { ...emptyProgress, percent: 20 };
  await progress.save({ taskId, unitId, period: '2024-12', basedOnReport: null, values, targetValues: [] });
}

beforeAll(async () => {
  allowDialogs();
  bridge = await openRendererBridge();
  await fallBehind('Z02-02');
});
afterAll(() => bridge.close());

/** By its element: computing every role of a long worklist takes jsdom seconds. */
function dialog(title: string | RegExp): Promise<HTMLElement> {
  return waitFor(() => {
    const open = document.querySelector<HTMLElement>('dialog[open]');
    const heading = open?.querySelector('h2')?.textContent ?? '';
    const isWanted = typeof title === 'string' ? heading === title : title.test(heading);
    if (open === null || !isWanted) throw new Error(`the dialog is “${heading}”, not ${title}`);
    return open;
  });
}

test('从今日待办选中一个单位的任务，起草督办单，改过再登记，得到编号', async () => {
  openWindow('#/actions');
  const section = await screen.findByLabelText(unit);
  fireEvent.click(within(section).getByRole('checkbox', { name: '选中Z02-02' }));
  fireEvent.click(within(section).getByRole('button', { name: '起草督办单（1 项）' }));
  const drafting = within(await dialog('起草督办单'));
  const red = await drafting.findByRole<HTMLInputElement>('radio', { name: '红色' });
  expect(red.checked).toBe(true);
  expect(drafting.getByLabelText<HTMLTextAreaElement>('事由').value).toContain('已超过完成时限');
  fireEvent.change(drafting.getByLabelText('标题'), { target: { value: '收入督办' } });
  fireEvent.click(drafting.getByRole('button', { name: /登\s?记/ }));
  await dialog(/红色督办单〔\d{4}〕1号/);
  await expectAddress(/action=\d+/);
  const [recorded] = await bridge.application.actions.list({});
  expect(recorded).toMatchObject({ title: '收入督办', unit, state: 'open' });
});

test('一次点击：一个单位该发督办单的任务写在一张上，颜色取最重的，逐项写明缘由', async () => {
  openWindow('#/actions?date=2025-01-10');
  const section = await screen.findByLabelText(unit);
  const draft = within(section).getByRole<HTMLButtonElement>('button', { name: /^起草督办单（\d+ 项）$/ });
  const count = Number(/\d+/.exec(draft.textContent ?? '')?.[0]);
  expect(count).toBeGreaterThan(1);
  fireEvent.click(draft);
  const drafting = within(await dialog('起草督办单'));
  const reason = (await drafting.findByLabelText<HTMLTextAreaElement>('事由')).value;
  expect(reason.split('\n')).toHaveLength(count);
  expect(drafting.getByLabelText<HTMLInputElement>('答复期限').value).toBe('2025-01-13');
  fireEvent.click(drafting.getByRole('button', { name: /取\s?消/ }));
});

test('落款单位和机关代字设一次，文书都用它', async () => {
  openWindow('#/actions?tab=list');
  const opened = async () => {
    await waitFor(() =>
      expect(screen.getByRole<HTMLButtonElement>('button', { name: '落款…' }).disabled).toBe(false),
    );
    fireEvent.click(screen.getByRole('button', { name: '落款…' }));
    return within(await dialog('文书落款'));
  };
  const form = await opened();
  expect(form.getByLabelText<HTMLInputElement>('落款单位').value).toBe('温州市鹿城区人民政府办公室');
  fireEvent.change(form.getByLabelText('落款单位'), { target: { value: '鹿城区督查室' } });
  fireEvent.change(form.getByLabelText('机关代字'), { target: { value: '鹿督' } });
  fireEvent.click(form.getByRole('button', { name: /保\s?存/ }));
  await waitFor(() => expect(document.querySelector('dialog[open]')).toBeNull());
  expect(await bridge.application.application.office()).toEqual({ name: '鹿城区督查室', prefix: '鹿督' });
});

test('可以看另一天的待办；按缘由看，数字就是列出的项数，起草的文书是那一天的', async () => {
  openWindow('#/actions?date=2025-01-10');
  const filter = await screen.findByLabelText('筛选待办');
  await expectText('2025年1月10日：');
  fireEvent.mouseDown(within(filter).getByRole('combobox', { name: '缘由' }));
  const option = await screen.findByTitle(/^任务逾期 \d+ 项$/);
  const count = Number(option.title.match(/\d+/)?.[0]);
  fireEvent.click(option);
  await expectText(new RegExp(`2025年1月10日：\\d+ 个单位，${count} 项`));
  const section = await screen.findByLabelText(unit);
  fireEvent.click(within(section).getByRole('checkbox', { name: '选中Z02-02' }));
  fireEvent.click(within(section).getByRole('button', { name: '起草催办（1 项）' }));
  const drafting = within(await dialog('起草催办'));
  expect((await drafting.findByLabelText<HTMLInputElement>('日期')).value).toBe('2025-01-10');
  fireEvent.click(drafting.getByRole('button', { name: /取\s?消/ }));
});

test('地址打开一件督办，登记答复后办结，按键只有当前能办的', async () => {
  const [order] = await bridge.application.actions.list({});
  openWindow(`#/actions?action=${order?.id}`);
  const opened = within(await dialog(/红色督办单/));
  fireEvent.click(await opened.findByRole('button', { name: '登记答复' }));
  const form = within(opened.getByRole('form', { name: '登记答复' }));
  fireEvent.click(form.getByRole('button', { name: '登记答复' }));
  await expectText('登记答复没有内容，请填写');
  fireEvent.change(form.getByLabelText('内容'), { target: { value: '已制定追赶措施。' } });
  fireEvent.click(form.getByRole('button', { name: '登记答复' }));
  await opened.findByText('已制定追赶措施。');
  await opened.findByRole('button', { name: '退回重答' });
  expect(opened.queryByRole('button', { name: '登记答复' })).toBeNull();
  fireEvent.click(opened.getByRole('button', { name: /办\s?结/ }));
  const closing = within(opened.getByRole('form', { name: '办结' }));
  fireEvent.click(closing.getByRole('button', { name: /办\s?结/ }));
  await opened.findByText('已办结');
  await opened.findByText('办理经过（3）');
});

test('附上的照片列出来，点开的是副本', async () => {
  const [order] = await bridge.application.actions.list({});
  const path = join(bridge.dataDirectory, '现场.jpg');
  writeFileSync(path, 'picture');
  const file = new File(['picture'], '现场.jpg');
  droppedPaths.set(file, path);
  openWindow(`#/actions?action=${order?.id}`);
  const opened = within(await dialog(/红色督办单/));
  fireEvent.change(await opened.findByLabelText('附件'), { target: { files: [file] } });
  fireEvent.click(await opened.findByRole('button', { name: '现场.jpg' }));
  await waitFor(() => expect(bridge.opened.at(-1)).toMatch(/viewing.*现场\.jpg$/));
});

test('督办动作列表选中后生成文书', async () => {
  openWindow('#/actions?tab=list');
  fireEvent.click(await screen.findByTitle(/^选中红色督办单/));
  bridge.answers.directory = join(bridge.dataDirectory, '文书');
  fireEvent.click(screen.getByRole('button', { name: '生成文书…' }));
  await expectText('已写出 1 份文书');
});

test('任务页列出它的督办，点进去就是那一件', async () => {
  const [order] = await bridge.application.actions.list({});
  openWindow(`#/tasks/${order?.tasks[0]?.id}`);
  fireEvent.click(await screen.findByRole('link', { name: /红色督办单/ }));
  await expectAddress(`#/actions?action=${order?.id}`);
  expect(bridge.defects).toEqual([]);
});

test('待核实的答复从今日待办一点就是那一件', async () => {
  const { actions } = bridge.application;
  const [first] = await actions.list({});
  const taskIds = first?.tasks.map(({ id }) => id) ?? [];
  const { values } = await actions.draft({ kind: 'supervision_order', unitId: first?.unitId ?? 0, taskIds });
  const { id, version, actedOn } = await actions.create(values);
  await actions.move({
    ...{ actionId: id, version, move: 'answer', date: actedOn, answer: '已制定追赶措施。' },
    ...{ reason: '', answerDue: '', newDue: '', decider: '', returnFileId: null },
  });
  openWindow('#/actions');
  const section = await screen.findByLabelText(unit);
  fireEvent.click(within(section).getByRole('link', { name: '核实答复' }));
  await expectAddress(`#/actions?tab=list&action=${id}`);
  await dialog(/督办单/);
});
