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

const address = '#/assess?period=2024-01';

test('排名按部门、街镇、其他分开，点开一行看到依据', async () => {
  openWindow(address);
  await expectText(/部门（\d+）/);
  const unit = await screen.findByText('区发改局');
  fireEvent.click(unit);
  await expectText('2024年1月没有报送');
  fireEvent.click(screen.getByText(/街镇（\d+）/));
  await screen.findByText('五马街道');
  expect(screen.queryByText('区发改局')).toBeNull();
});

test('记一条表扬，得分变化；撤回后列表空', async () => {
  openWindow(`${address}&tab=marks`);
  await expectText('本年还没有表扬和评分');
  const form = screen.getByLabelText('记录表扬或评分');
  const unitBox = within(form).getByRole('combobox', { name: '单位' });
  fireEvent.mouseDown(unitBox);
  fireEvent.change(unitBox, { target: { value: 'qfgj' } });
  fireEvent.click(await screen.findByTitle('区发改局'));
  fireEvent.change(within(form).getByLabelText('依据'), { target: { value: '张崇波区长批示' } });
  fireEvent.click(within(form).getByRole('button', { name: '记入2024年1月' }));
  await screen.findByRole('button', { name: '撤回区发改局的批示表扬' });
  const { scores } = await bridge.application.assess.scores({ period: '2024-01' });
  expect(scores.find(({ unit }) => unit === '区发改局')?.lines.map(({ rule }) => rule)).toContain('praise');
  fireEvent.click(screen.getByRole('button', { name: '撤回区发改局的批示表扬' }));
  await expectText('本年还没有表扬和评分');
});

test('改规则另存一版先试算，看到变化后启用', async () => {
  openWindow(`${address}&tab=rules`);
  fireEvent.click(await screen.findByRole('button', { name: '修改（另存一版）' }));
  const box = screen.getByLabelText('未报送每次的分值');
  fireEvent.change(box, { target: { value: '20' } });
  await expectText('“未报送”的上限10分小于一次的分值20分');
  fireEvent.change(box, { target: { value: '2' } });
  fireEvent.click(screen.getByRole('button', { name: '另存一版，先试算' }));
  fireEvent.click(await screen.findByRole('button', { name: '试算' }));
  await expectText('99分→98分');
  fireEvent.click(screen.getByRole('button', { name: '从2024年1月起启用' }));
  await expectText('自2024年1月起');
});

test('发布一次后再发布须写原因', async () => {
  openWindow(`${address}&tab=publications`);
  await expectText('还没有发布过');
  fireEvent.click(screen.getByRole('button', { name: '发布' }));
  await expectText('已发布2024年1月第1版');
  await expectText('再发布是更正，须写明原因');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '发布更正版' }).disabled).toBe(true);
  expect(bridge.defects).toEqual([]);
});
