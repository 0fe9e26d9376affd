import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyProgress } from '#shared/domain/progress.ts';
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

test('改规则另存一版，先看到试算的变化才有启用的按钮', async () => {
  openWindow(`${address}&tab=rules`);
  fireEvent.click(await screen.findByRole('button', { name: '修改（另存一版）' }));
  const box = screen.getByLabelText('未报送每次的分值');
  fireEvent.change(box, { target: { value: '20' } });
  await expectText('“未报送”的上限10分小于一次的分值20分');
  fireEvent.change(box, { target: { value: '2' } });
  fireEvent.click(screen.getByRole('button', { name: '另存一版，先试算' }));
  await expectText('99分→98分');
  await expectText('未启用，须先试算');
  fireEvent.click(screen.getByRole('button', { name: '暂不启用' }));
  expect(screen.queryByRole('button', { name: /起启用/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '试算并启用…' }));
  await expectText('99分→98分');
  fireEvent.click(screen.getByRole('button', { name: '变化已看过，从2024年1月起启用' }));
  await expectText('自2024年1月起');
});

test('成绩单选一个单位、两种格式导出', async () => {
  const directory = join(bridge.dataDirectory, 'cards');
  bridge.answers.directory = directory;
  openWindow(address);
  fireEvent.click(await screen.findByRole('button', { name: '导出成绩单…' }));
  const form = screen.getByLabelText('导出成绩单');
  const write = within(form).getByRole<HTMLButtonElement>('button', { name: '选择文件夹并导出…' });
  fireEvent.click(within(form).getByRole('radio', { name: '一个单位' }));
  expect(write.disabled).toBe(true);
  const unitBox = within(form).getByRole('combobox', { name: '单位' });
  fireEvent.mouseDown(unitBox);
  fireEvent.change(unitBox, { target: { value: 'qfgj' } });
  fireEvent.click(await screen.findByTitle('区发改局'));
  fireEvent.click(write);
  await expectText('已导出 2 份成绩单');
  expect(readdirSync(directory).sort()).toEqual(
    ['docx', 'xlsx'].map((ending) => `区发改局-2024年1月考核成绩单.${ending}`),
  );
});

test('每一种依据都点得开：报送情况只看这个单位', async () => {
  openWindow(address);
  fireEvent.click(await screen.findByText('区发改局'));
  fireEvent.click(await screen.findByText('2024年1月没有报送'));
  await expectText('只看区发改局。');
  expect(screen.queryByText('五马街道')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '看全部单位' }));
  await screen.findByText('五马街道');
});

test('从一次红灯到那一期的灯，从一条表扬到那一行', async () => {
  const [unit] = (await bridge.application.units.list({})).filter(({ name }) => name === '区统计局');
  const entry = { unitId: unit?.id ?? 0, period: '2024-06', kind: 'praise', points: 1 } as const;
  await bridge.application.assess.addMark({ ...entry, reason: '区长批示肯定' });
  const [task] = await bridge.application.progress.sheet({
    period: '2024-06',
    unitId: entry.unitId,
    scope: 'lead',
  });
  if (task === undefined) throw new Error('区统计局 leads a task');
  await bridge.application.progress.save({
    taskId: task.taskId,
    unitId: entry.unitId,
    period: '2024-06',
    basedOnReport: task.reportId,
    values: { ...emptyProgress, narrative: '推进中', percent: 5 },
    targetValues: [],
  });
  openWindow('#/assess?period=2024-06');
  fireEvent.click(await screen.findByText('区统计局'));
  fireEvent.click(await screen.findByText(/2024年6月：序时应达50%，实际5%/));
  await expectText('截至2024年6月');
  // Two windows would both follow the address, and show everything twice.
  cleanup();
  openWindow('#/assess?period=2024-06');
  fireEvent.click(await screen.findByText('区统计局'));
  fireEvent.click(await screen.findByText('表扬1分：区长批示肯定'));
  const row = (await screen.findByText('区长批示肯定')).closest('tr');
  expect(row?.className).toContain('mark-row-asked');
});

test('发布一次后再发布须写原因', async () => {
  openWindow(`${address}&tab=publications`);
  await expectText('还没有发布过');
  fireEvent.click(screen.getByRole('button', { name: '发布' }));
  await expectText('已发布2024年1月第1版');
  await expectText('再发布是更正，须写明原因');
  const edition = screen.getByText('2024年1月第1版').closest('tr');
  fireEvent.click(within(edition as HTMLElement).getByRole('button', { name: /展开|Expand/ }));
  await expectText('发布时的 197 项任务');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '发布更正版' }).disabled).toBe(true);
  expect(bridge.defects).toEqual([]);
});
