import { fireEvent, screen, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectText, openWindow, prepareWindow } from '../helpers/render-app.tsx';
import { openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';

let bridge: RendererBridge;
prepareWindow();
beforeAll(async () => {
  bridge = await openRendererBridge();
});
afterAll(() => bridge.close());

test('改操作人，以后的记录署新的姓名，改名本身也记下', async () => {
  openWindow('#/log');
  const box = await screen.findByLabelText<HTMLInputElement>('操作人', { selector: 'input:not([role])' });
  fireEvent.change(box, { target: { value: '王督查' } });
  const tools = box.closest('.log-operator') as HTMLElement;
  fireEvent.click(within(tools).getByRole('button'));
  await expectText('操作人：王督查');
  await expectText('更改操作人');
  expect((await bridge.application.application.summary()).operator).toBe('王督查');
});

test('按文字筛选，没有时说明；核验说出逐条核过的条数', async () => {
  openWindow('#/log');
  await expectText(/共 \d+ 条，只增不改/);
  const search = screen.getByLabelText('查找');
  fireEvent.change(search, { target: { value: '没有这样的文字' } });
  fireEvent.keyDown(search, { key: 'Enter', code: 'Enter', keyCode: 13 });
  await expectText('没有符合条件的记录');
  fireEvent.click(screen.getByRole('button', { name: '核验记录' }));
  await expectText(/\d+ 条逐条核验，前后相接/);
  expect(bridge.defects).toEqual([]);
});
