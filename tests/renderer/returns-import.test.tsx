import { mkdtempSync } from 'node:fs';
import { copyFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillForm } from '../helpers/fill-form.ts';
import { expectText, openWindow, prepareWindow } from '../helpers/render-app.tsx';
import { droppedPaths, openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';

let bridge: RendererBridge;
let folder: string;
let form: string;
prepareWindow();
beforeAll(async () => {
  bridge = await openRendererBridge();
  folder = mkdtempSync(join(tmpdir(), 'duban-returns-'));
  form = join(folder, '空白.xlsx');
  await copyFile(await issueForm('区统计局'), form);
  // jsdom has dialogs, but cannot open them.
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.open = true;
  };
});
afterAll(async () => {
  await bridge.close();
  await rm(folder, { recursive: true, force: true });
});

const quiet = { signal: new AbortController().signal, report: () => {} };

async function issueForm(name: string): Promise<string> {
  const unit = (await bridge.application.units.list({})).find((entry) => entry.name === name);
  if (unit === undefined) throw new Error(`no unit ${name}`);
  const request = { period: '2024-06', role: 'lead', directory: folder, unitIds: [unit.id] } as const;
  const [written] = await bridge.application.forms.exportForms({ ...request, unitIds: [unit.id] }, quiet);
  if (written === undefined) throw new Error(`no form for ${name}`);
  return written.file;
}

/**
 * A return of 区统计局 with the same word on each task.
 * @param blank the form it was filled in on; the one issued before anything was reported where not given
 */
async function returned(
  fileName: string,
  narrative: string,
  percent: number | string,
  blank: string = form,
): Promise<string> {
  const file = join(folder, fileName);
  await copyFile(blank, file);
  await fillForm(file, () => ({ narrative, percent }));
  return file;
}

function drop(...paths: string[]): void {
  const files = paths.map((path) => {
    const file = new File([], path);
    droppedPaths.set(file, path);
    return file;
  });
  fireEvent.drop(
    screen.getByRole('heading', { level: 1 }).closest('main')?.querySelector('.drop-area') as Element,
    {
      dataTransfer: { files },
    },
  );
}

async function openReturns(): Promise<void> {
  openWindow('#/returns');
  await screen.findByRole('button', { name: '选择回表文件…' });
}

const progress = () => bridge.application.progress.list({ period: '2024-06' });

async function storeAll(): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: /^入库 \d+ 行$/ }));
  await expectText(/已入库 \d+ 行进展/);
}

test('拖进来的回表先看后存，撤销后回到原样', async () => {
  const file = await returned('统计一.xlsx', '已完成半年快报', 50);
  await openReturns();
  drop(file);
  await expectText(/共 1 份文件：新增 [1-9]/);
  expect(await progress()).toEqual([]);
  await storeAll();
  expect((await progress()).every(({ narrative }) => narrative === '已完成半年快报')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '撤销本次导入' }));
  await expectText(/已撤回 \d+ 行进展。/);
  expect(await progress()).toEqual([]);
});

test('用按钮选的文件也一样；不采纳的行不入库', async () => {
  bridge.answers.returns = [await returned('统计二.xlsx', '只留一行', 30)];
  await openReturns();
  fireEvent.click(screen.getByRole('button', { name: '选择回表文件…' }));
  const boxes = await screen.findAllByRole('checkbox');
  fireEvent.click(screen.getByRole('button', { name: '全部不采纳' }));
  expect(screen.getByRole('button', { name: '入库 0 行' }).hasAttribute('disabled')).toBe(true);
  fireEvent.click(boxes[0] as HTMLElement);
  fireEvent.click(screen.getByRole('button', { name: '入库 1 行' }));
  await expectText('已入库 1 行进展');
  expect(await progress()).toHaveLength(1);
});

test('读不出的文件说明原因，不妨碍好的；改过的字段前后都看得见', async () => {
  const broken = join(folder, '坏的.xlsx');
  await writeFile(broken, '不是工作簿');
  const file = await returned('统计三.xlsx', '只留一行，又有进展', 40, await issueForm('区统计局'));
  await openReturns();
  drop(broken, file);
  await expectText('共 2 份文件（1 份未能导入）');
  fireEvent.click(screen.getByRole('button', { name: /坏的\.xlsx/ }));
  await expectText('「坏的.xlsx」');
  fireEvent.click(screen.getByRole('button', { name: /统计三\.xlsx/ }));
  const rows = within(await screen.findByRole('region', { name: '统计三.xlsx 的各行' }));
  await waitFor(() => expect(rows.getAllByText('本期进展').length).toBeGreaterThan(0));
  await storeAll();
  expect((await progress()).every(({ percent }) => percent === 40)).toBe(true);
});

test('下发后台账里又改过的是冲突，默认保留，选了才采用', async () => {
  const before = await progress();
  const file = await returned('统计四.xlsx', '单位的说法', 60);
  await openReturns();
  drop(file);
  await expectText(/冲突 [1-9]/);
  const keep = screen.getAllByRole('radio', { name: '保留已存的' }) as HTMLInputElement[];
  expect(keep.every(({ checked }) => checked)).toBe(true);
  fireEvent.click(screen.getAllByRole('radio', { name: '采用回表的' })[0] as HTMLElement);
  fireEvent.click(screen.getByRole('button', { name: '入库 1 行' }));
  await expectText('已入库 1 行进展');
  const after = await progress();
  expect(after.filter(({ narrative }) => narrative === '单位的说法')).toHaveLength(1);
  expect(after).toHaveLength(before.length);
});

test('没有写明单位和报告期的表，补上以后就能读', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Sheet1');
  sheet.addRow(['任务编号', '重点工作', '本期进展', '完成比例(%)']);
  sheet.addRow([(await progress())[0]?.code, '', '自制表格里的进展', 70]);
  const file = join(folder, '自制.xlsx');
  await workbook.xlsx.writeFile(file);
  await openReturns();
  drop(file);
  const form = within(await screen.findByRole('region', { name: /没有写清单位或报告期/ }));
  const unit = form.getByRole('combobox', { name: '单位' });
  fireEvent.mouseDown(unit);
  fireEvent.change(unit, { target: { value: 'qtjj' } });
  fireEvent.click(await screen.findByTitle('区统计局'));
  fireEvent.mouseDown(form.getByRole('combobox', { name: '报告期' }));
  fireEvent.click(await screen.findByTitle('2024年6月'));
  fireEvent.click(form.getByRole('button', { name: '按选定的重新读取' }));
  await expectText('自制表格里的进展');
  expect(screen.queryByRole('region', { name: /没有写清单位或报告期/ })).toBeNull();
  await expectText('共 1 份文件：');
});

test('改正后用同样的名字再拖进来，读的是新的内容', async () => {
  const file = await returned('统计五.xlsx', '先写的', '很多');
  await openReturns();
  drop(file);
  await expectText('完成比例');
  await returned('统计五.xlsx', '后写的', 80);
  await waitFor(() => expect(screen.queryByRole('button', { name: '取消' })).toBeNull());
  drop(file);
  await expectText('后写的');
  expect(document.body.textContent).not.toContain('先写的');
});

test('以往的导入可以再撤销，先问一声', async () => {
  await openReturns();
  const buttons = await screen.findAllByRole('button', { name: /^撤销批次/ });
  fireEvent.click(buttons[0] as HTMLElement);
  fireEvent.click(await screen.findByRole('button', { name: '撤销这次导入', hidden: true }));
  await expectText(/已撤回 \d+ 行进展/);
});

test('没有谁都没有料到的错误', () => {
  expect(bridge.defects).toEqual([]);
});
