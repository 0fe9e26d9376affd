import { fireEvent, screen } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { areas } from '#renderer/shell/navigation.ts';
import { expectAddress, expectText, openWindow, prepareWindow } from '../helpers/render-app.tsx';
import { openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';

let bridge: RendererBridge;
prepareWindow();
beforeAll(async () => {
  bridge = await openRendererBridge('王主任');
});
afterAll(() => bridge.close());

test('打开就是任务总表，下面写着数据在哪里、谁在用', async () => {
  openWindow('');
  await expectAddress('#/tasks');
  await expectText(bridge.dataDirectory);
  await expectText('操作人：王主任');
});

test('各个去处按办事的次序排，当前的标出来', async () => {
  openWindow('#/units');
  await expectText(/共 \d+ 个/);
  const links = [...document.querySelectorAll('nav a')];
  expect(links.map((link) => link.textContent)).toEqual(areas.map(({ label }) => label));
  expect(document.querySelector('nav a[aria-current=page]')?.textContent).toBe('单位');
});

test('去了别处再回来，筛选还在', async () => {
  openWindow('#/tasks?kind=livelihood');
  await expectText('符合条件 32 项');
  fireEvent.click(screen.getByText('单位', { selector: 'nav a' }));
  await expectAddress('#/units');
  fireEvent.click(screen.getByText('任务总表', { selector: 'nav a' }));
  await expectAddress('#/tasks?kind=livelihood');
});

test('没有的地址回到任务总表', async () => {
  openWindow('#/nowhere');
  await expectAddress('#/tasks');
});
