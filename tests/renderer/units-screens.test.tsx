import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectText, openWindow, prepareWindow } from '../helpers/render-app.tsx';
import { openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';

let bridge: RendererBridge;
prepareWindow();
beforeAll(async () => {
  bridge = await openRendererBridge();
});
afterAll(() => bridge.close());

async function findUnit(name: string) {
  const unit = (await bridge.application.units.list({})).find((entry) => entry.name === name);
  if (unit === undefined) throw new Error(`no unit ${name}`);
  return unit;
}

test('按拼音首字母和类别找单位', async () => {
  openWindow('#/units');
  await expectText(/共 \d+ 个/);
  fireEvent.change(screen.getByLabelText('查找单位'), { target: { value: 'wmjd' } });
  await expectText('符合条件 1 个');
  expect(await screen.findByText('五马街道')).toBeTruthy();
});

test('别名也找得到', async () => {
  openWindow('#/units?text=区人社局');
  expect(await screen.findByText('区人力社保局')).toBeTruthy();
});

test('加上的别名可以撤销，重名会说明是谁的', async () => {
  const unit = await findUnit('区统计局');
  openWindow(`#/units/${unit.id}`);
  await screen.findByText('没有别名');
  const box = screen.getByLabelText('新别名');
  fireEvent.change(box, { target: { value: '统计局' } });
  fireEvent.click(screen.getByText('添加'));
  await expectText('已添加别名“统计局”');
  expect((await findUnit('区统计局')).aliases).toEqual(['统计局']);
  fireEvent.click(screen.getByText('撤销'));
  await screen.findByText('没有别名');
  expect((await findUnit('区统计局')).aliases).toEqual([]);

  fireEvent.change(box, { target: { value: '区人社局' } });
  fireEvent.click(screen.getByText('添加'));
  await expectText('“区人社局”已是区人力社保局的别名');
  expect((box as HTMLInputElement).value).toBe('区人社局');
});

test('街道的任务里有由各街镇而来的，写明', async () => {
  const unit = await findUnit('五马街道');
  openWindow(`#/units/${unit.id}`);
  await screen.findByText('通知写作');
  const tabs = document.querySelectorAll('[role=tab]');
  expect([...tabs].map((tab) => tab.textContent?.replace(/\d+/, 'n'))).toContain('责任（n）');
  fireEvent.click([...tabs].find((tab) => tab.textContent?.startsWith('责任')) as Element);
  await waitFor(() => expect(screen.getAllByText('各街镇').length).toBeGreaterThan(0));
});

test('统称列出成员', async () => {
  const unit = await findUnit('各街镇');
  openWindow(`#/units/${unit.id}`);
  await expectText('成员（14 个）');
  await expectText('山福镇');
});

test('认定过的写法列在单位页上，可以忘记', async () => {
  const unit = await findUnit('区统计局');
  const insert =
    'INSERT INTO learned_heading (unit_id, heading, role, created_at, created_by) VALUES (?, ?, ?, ?, ?)';
  bridge.application.open.raw
    .prepare(insert)
    .run(unit.id, '目前情况', 'narrative', '2024-06-20T01:00:00.000Z', '陈科长');
  openWindow(`#/units/${unit.id}`);
  await expectText('列名“目前情况”→ 本期进展');
  await expectText('陈科长，2024/06/20');
  fireEvent.click(screen.getByRole('button', { name: '忘记“目前情况”的写法' }));
  await expectText('还没有认定过');
  expect(bridge.application.open.raw.prepare('SELECT count(*) AS count FROM learned_heading').get()).toEqual({
    count: 0,
  });
});
