import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyProgress } from '#shared/domain/progress.ts';
import { expectText, openWindow, prepareWindow } from '../helpers/render-app.tsx';
import { openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';

let bridge: RendererBridge;
let folder: string;
prepareWindow();
beforeAll(async () => {
  bridge = await openRendererBridge();
  folder = mkdtempSync(join(tmpdir(), 'duban-exports-'));
});
beforeEach(() => {
  bridge.answers.saveFile = null;
  bridge.answers.directory = null;
  bridge.opened.length = 0;
});
afterAll(async () => {
  await bridge.close();
  await rm(folder, { recursive: true, force: true });
});

async function openExports(period = '2024年6月'): Promise<void> {
  openWindow('#/exports');
  await expectText(/全部单位（[1-9]\d* 个）/);
  fireEvent.mouseDown(screen.getByRole('combobox', { name: '报告期' }));
  // The title of what is chosen already stands before those of the choices.
  fireEvent.click((await screen.findAllByTitle(period)).at(-1) as Element);
}

function button(name: RegExp | string): HTMLElement {
  return screen.getByRole('button', { name });
}

test('台账导出到选定的文件，然后可以打开它和它的文件夹', async () => {
  const file = join(folder, '台账.xlsx');
  bridge.answers.saveFile = file;
  await openExports();
  fireEvent.click(button('导出台账…'));
  await expectText('台账已导出：197 项任务，其中 0 项本期已报');
  expect(existsSync(file)).toBe(true);
  fireEvent.click(button('打开文件'));
  fireEvent.click(button('打开所在文件夹'));
  await waitFor(() => expect(bridge.opened).toEqual([file, file]));
});

test('在保存对话框里取消，什么也不发生', async () => {
  await openExports();
  fireEvent.click(button('导出台账…'));
  await waitFor(() => expect(button('导出台账…').hasAttribute('disabled')).toBe(false));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.queryByText(/台账已导出/)).toBeNull();
});

test('没有选好单位时不能导出单位台账，选好后只有它的任务', async () => {
  bridge.answers.saveFile = join(folder, '单位台账.xlsx');
  await openExports();
  fireEvent.click(screen.getByRole('radio', { name: '一个单位' }));
  expect(button('导出台账…').hasAttribute('disabled')).toBe(true);
  const unit = screen.getByRole('combobox', { name: '单位' });
  fireEvent.mouseDown(unit);
  fireEvent.change(unit, { target: { value: 'qtjj' } });
  fireEvent.click(await screen.findByTitle('区统计局'));
  fireEvent.click(button('导出台账…'));
  await expectText(/台账已导出：\d{1,2} 项任务/);
});

test('写不进去时说明原因，可以换个地方再来', async () => {
  bridge.answers.saveFile = join(folder, '没有这个文件夹', '台账.xlsx');
  await openExports();
  fireEvent.click(button('导出台账…'));
  expect((await screen.findByRole('alert')).textContent).toContain('台账没有导出');
  bridge.answers.saveFile = join(folder, '换个地方.xlsx');
  fireEvent.click(button('导出台账…'));
  await expectText('台账已导出');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('填报表只给选定的单位，列出文件并能逐个打开', async () => {
  const directory = join(folder, '填报表');
  bridge.answers.directory = directory;
  await openExports();
  fireEvent.click(screen.getByRole('radio', { name: '只要选定的单位' }));
  const exportButton = button('选择文件夹并导出…');
  expect(exportButton.hasAttribute('disabled')).toBe(true);
  const units = screen.getByRole('combobox', { name: '选定的单位' });
  fireEvent.mouseDown(units);
  fireEvent.change(units, { target: { value: 'qtjj' } });
  fireEvent.click(await screen.findByTitle('区统计局'));
  fireEvent.click(exportButton);
  await expectText('已生成 1 份填报表');
  expect(readdirSync(directory)).toEqual(['区统计局-2024年6月进展填报表.xlsx']);
  fireEvent.click(button('打开 区统计局 的填报表'));
  await waitFor(() => expect(bridge.opened).toEqual([join(directory, '区统计局-2024年6月进展填报表.xlsx')]));
});

test('全部单位的填报表可以中途取消，已写好的说明在哪里', async () => {
  const directory = join(folder, '取消');
  bridge.answers.directory = directory;
  await openExports();
  fireEvent.click(button('选择文件夹并导出…'));
  const finished = () =>
    (existsSync(directory) ? readdirSync(directory) : []).filter((name) => /填报表\.xlsx$/.test(name));
  await waitFor(() => expect(finished().length).toBeGreaterThan(1), { timeout: 20_000, interval: 5 });
  fireEvent.click(button('取消'));
  await expectText(/已写好的\d+份填报表保留在/);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('全部角色比只算填报单位的多，各街镇的成员算在内', async () => {
  await openExports();
  const count = () => Number(/全部单位（(\d+) 个）/.exec(document.body.textContent ?? '')?.[1]);
  const lead = count();
  fireEvent.click(screen.getByRole('radio', { name: '全部角色（连同配合的任务）' }));
  expect(count()).toBeGreaterThan(lead);
});

test('已发的表里有过期的，可以只补发它们，连同压缩包', async () => {
  const directory = join(folder, '补发');
  bridge.answers.directory = directory;
  const { units, forms, tasks, progress } = bridge.application;
  const unit = (await units.list({})).find(({ name }) => name === '区统计局');
  const unitId = unit?.id ?? 0;
  const quiet = { signal: new AbortController().signal, report: () => {} };
  const period = '2024-03';
  await forms.exportForms(
    { period, role: 'lead', unitIds: [unitId], directory: join(folder, '首发') },
    quiet,
  );
  const [row] = await progress.sheet({ period, unitId, scope: 'lead' });
  const taskId = row?.taskId ?? 0;
  expect((await tasks.detail({ taskId })).reportingUnits).toContain('区统计局');
  const values = { ...emptyProgress, narrative: '电话报来' };
  await progress.save({ taskId, unitId, period, basedOnReport: null, values, targetValues: [] });

  await openExports('2024年3月');
  await expectText('这一期已发 1 份，其中 1 份已过期');
  fireEvent.click(button('查看'));
  await expectText('1 项任务的进展在发出后有更新');
  fireEvent.click(button('只补发过期的'));
  fireEvent.click(screen.getByRole('checkbox', { name: /压缩包/ }));
  fireEvent.click(button('选择文件夹并导出…'));
  await expectText('已生成 1 份填报表');
  expect(readdirSync(directory).sort()).toEqual(
    ['区统计局-2024年3月进展填报表.xlsx', '填报表-2024年3月（1份）.zip'].sort(),
  );
  await expectText('这一期已发 1 份，都没有过期');
});

test('没有谁都没有料到的错误', () => {
  expect(bridge.defects).toEqual([]);
});
