import { existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { redoReason, storeRedo, storeReturn } from '../helpers/overview-rows.ts';
import { expectAddress, expectText, openWindow, prepareWindow } from '../helpers/render-app.tsx';
import { openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';

let bridge: RendererBridge;
let folder: string;
const copied: string[] = [];
const period = '2024-06';
prepareWindow();
beforeAll(async () => {
  // What jsdom lacks: a modal dialog, and the browser's own copying.
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.setAttribute('open', '');
  };
  document.execCommand = () => {
    const event = new Event('copy', { cancelable: true });
    Object.assign(event, { clipboardData: { setData: (_: string, text: string) => copied.push(text) } });
    document.dispatchEvent(event);
    return true;
  };
  bridge = await openRendererBridge();
  folder = mkdtempSync(join(tmpdir(), 'duban-standing-'));
  const { open, units, tasks } = bridge.application;
  const unit = async (name: string) => (await units.list({})).find((entry) => entry.name === name)?.id ?? 0;
  const { rows } = await tasks.list({ filter: {}, offset: 0, limit: 5_000 });
  const taskId = rows.find(({ code }) => code === 'Z02-02')?.id ?? 0;
  const at = '2024-06-30T02:00:00.000Z';
  storeReturn(open.raw, { unitId: await unit('区财政局'), taskId, period, at, receivedOn: '2024-06-30' });
  storeRedo(open.raw, { unitId: await unit('区统计局'), period, at });
});
afterAll(async () => {
  await bridge.close();
  await rm(folder, { recursive: true, force: true });
});

async function openStanding(address = `#/standing?period=${period}`): Promise<void> {
  openWindow(address);
  await expectText(/应报 [1-9]\d*/);
}

function count(label: string): HTMLElement {
  return screen.getByRole('button', { name: new RegExp(`^${label} \\d+$`) });
}

function numberOf(label: string): number {
  return Number(/\d+$/.exec(count(label).textContent ?? '')?.[0]);
}

/** Rows of the table without its head. */
function listed(): number {
  return screen.getAllByRole('row').length - 1;
}

test('各状态的数目加起来就是应报单位，点哪个就只列哪个', async () => {
  await openStanding();
  const labels = ['已报', '迟报', '退回重报', '未报', '逾期未报'];
  expect(labels.map(numberOf).reduce((sum, number) => sum + number)).toBe(numberOf('应报'));
  expect(listed()).toBe(numberOf('应报'));
  for (const label of ['迟报', '退回重报', '逾期未报']) {
    fireEvent.click(count(label));
    await waitFor(() => expect(listed()).toBe(numberOf(label)));
  }
  await expectAddress(/standing=overdue/);
  fireEvent.click(count('未报'));
  await expectText('没有这种状态的单位');
});

test('每个单位写明何时收到、迟几天、报了几项、谁填的、为何退回', async () => {
  await openStanding();
  const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(name) }));
  const late = row('区财政局');
  for (const text of ['迟报', '2024-06-30', '2', /王芳\s8810/]) expect(late.getByText(text)).toBeDefined();
  expect(row('区统计局').getByText('退回重报')).toBeDefined();
  expect(row('区统计局').getByText(redoReason)).toBeDefined();
});

test('催报文字可以是全部的，也可以只要选定的单位', async () => {
  await openStanding();
  fireEvent.click(screen.getByRole('button', { name: '催报文字…' }));
  fireEvent.click(await screen.findByRole('button', { name: '复制' }));
  await expectText('已复制');
  const overdue = numberOf('逾期未报');
  expect(copied.at(-1)).toContain(`应于6月28日前报送，以下${overdue}个单位尚未报送`);
  expect(copied.at(-1)).not.toContain('区财政局');
  fireEvent.click(screen.getByRole('button', { name: '关闭' }));

  fireEvent.click(screen.getByRole('checkbox', { name: '选择 区统计局' }));
  fireEvent.click(screen.getByRole('button', { name: '所选 1 个单位的催报文字…' }));
  fireEvent.click(await screen.findByRole('button', { name: '复制' }));
  await waitFor(() =>
    expect(copied.at(-1)).toContain(
      `区统计局：2024年6月进展填报表已退回（${redoReason}），请修改后尽快重新报送。`,
    ),
  );
  expect(copied.at(-1)).not.toContain('尚未收到');
});

test('截止日期改了，迟报跟着变，还能改回来', async () => {
  await openStanding();
  const lateBefore = numberOf('迟报');
  const field = screen.getByLabelText('报送截止');
  fireEvent.mouseDown(field);
  fireEvent.change(field, { target: { value: '2024-06-30' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await expectText('2024年6月的报送截止已改为2024年6月30日');
  expect([numberOf('迟报'), numberOf('已报')]).toEqual([lateBefore - 1, 1]);
  fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  await waitFor(() => expect(numberOf('迟报')).toBe(lateBefore));
});

test('名单导出到选定的文件', async () => {
  await openStanding();
  bridge.answers.saveFile = join(folder, '报送情况.xlsx');
  fireEvent.click(screen.getByRole('button', { name: '导出名单…' }));
  await expectText(`已导出 ${numberOf('应报')} 个单位`);
  expect(existsSync(join(folder, '报送情况.xlsx'))).toBe(true);
  bridge.answers.saveFile = join(folder, '没有这个文件夹', '报送情况.xlsx');
  fireEvent.click(screen.getByRole('button', { name: '导出名单…' }));
  await expectText('名单没有导出');
});

test('退错了可以撤回，撤回后按未报计算', async () => {
  await openStanding();
  const overdue = numberOf('逾期未报');
  fireEvent.click(screen.getByRole('button', { name: '撤回对区统计局的退回' }));
  fireEvent.click(await screen.findByRole('button', { name: '撤回退回' }));
  await waitFor(() => expect(numberOf('逾期未报')).toBe(overdue + 1));
  expect(numberOf('退回重报')).toBe(0);
});

test('没有通知的年份说明原因', async () => {
  openWindow('#/standing?period=2031-01');
  await expectText('报送情况没有读出来');
  await expectText('程序里没有2031年的责任分解文件');
});

test('没有谁都没有料到的错误', () => {
  expect(bridge.defects).toEqual([]);
});
