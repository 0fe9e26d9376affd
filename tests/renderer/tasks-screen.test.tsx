import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAddress, expectText, openWindow, prepareWindow } from '../helpers/render-app.tsx';
import { openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';

let bridge: RendererBridge;
prepareWindow();
beforeAll(async () => {
  bridge = await openRendererBridge();
});
afterAll(() => bridge.close());

function type(label: string, text: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

function gridHas(heading: string): boolean {
  const grid = within(screen.getByLabelText('任务总表'));
  return grid.queryByText(heading) !== null;
}

test('全部任务和两类的数目写在表上', async () => {
  openWindow('#/tasks');
  await expectText('共 197 项：重点工作 165 项，民生实事 32 项');
  expect(await screen.findByText('Z02-01')).toBeTruthy();
});

test('查找在停顿后生效，写进地址，清除后回到全部', async () => {
  openWindow('#/tasks');
  await expectText('共 197 项');
  type('查找任务', '青少年宫');
  await expectText('符合条件 1 项：重点工作 0 项，民生实事 1 项');
  expect(window.location.hash).toBe(`#/tasks?text=${encodeURIComponent('青少年宫')}`);
  expect(await screen.findByText('M10-03')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '清除筛选' }));
  await expectText('共 197 项');
});

test('输入法组字过程中的字母不拿去查找', async () => {
  openWindow('#/tasks');
  await expectText('共 197 项');
  const box = screen.getByLabelText('查找任务');
  fireEvent.compositionStart(box);
  type('查找任务', 'zz');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(window.location.hash).toBe('#/tasks');
  fireEvent.change(box, { target: { value: '低空经济' } });
  fireEvent.compositionEnd(box, { data: '低空经济' });
  await expectText('符合条件 1 项');
});

test('没有符合条件的任务时说明怎么办', async () => {
  openWindow('#/tasks?text=zzzzqq');
  await expectText('没有符合条件的任务');
  const buttons = screen.getAllByRole('button', { name: '清除筛选' });
  fireEvent.click(buttons.at(-1) as HTMLElement);
  await expectText('共 197 项');
});

test('单位用拼音首字母选，选了单位才能选角色', async () => {
  openWindow('#/tasks');
  await expectText('共 197 项');
  const role = screen.getByRole('combobox', { name: '单位在任务中的角色' }) as HTMLInputElement;
  expect(role.disabled).toBe(true);
  const unit = screen.getByRole('combobox', { name: '单位' });
  fireEvent.mouseDown(unit);
  fireEvent.change(unit, { target: { value: 'qtjj' } });
  fireEvent.click(await screen.findByTitle('区统计局'));
  await expectAddress(/^#\/tasks\?unit=\d+$/);
  expect(role.disabled).toBe(false);
  await expectText('Z02-11');
});

test('在单元格里按回车打开任务，返回时筛选还在', async () => {
  openWindow('#/tasks?kind=livelihood');
  const cell = (await screen.findByText('M01-01')).closest('[role=gridcell]') as HTMLElement;
  fireEvent.click(cell);
  fireEvent.keyDown(cell, { key: 'Enter' });
  await expectAddress(/^#\/tasks\/\d+$/);
  await expectText('通知原文');
  fireEvent.click(screen.getByRole('link', { name: /返回/ }));
  await expectAddress('#/tasks?kind=livelihood');
  await expectText('符合条件 32 项');
});

test('藏起来的列，下次打开还是藏着', async () => {
  openWindow('#/tasks');
  await screen.findByText('Z02-01');
  expect(gridHas('其他角色')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: /列$/ }));
  fireEvent.click(await screen.findByLabelText('其他角色'));
  await waitFor(async () =>
    expect(await bridge.application.application.readPreference('tasks.grid')).toContain('"hide":true'),
  );
  cleanup();
  openWindow('#/tasks');
  await screen.findByText('Z02-01');
  await waitFor(() => expect(gridHas('其他角色')).toBe(false));
});

test('没有出过意外的错误', () => {
  expect(bridge.defects).toEqual([]);
});
