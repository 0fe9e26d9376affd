/** 计划 in the window: typing into the grid, confirming, naming, the sheet out and in, leaders; and 帮助. */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import ExcelJS from 'exceljs';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { taskMoves, taskStateLabels, taskStates } from '#shared/domain/supervision/task-state.ts';
import { expectText, openWindow, prepareWindow } from '../helpers/render-app.tsx';
import { droppedPaths, openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';

let bridge: RendererBridge;
let folder: string;
prepareWindow();
beforeAll(() => {
  // jsdom has no modal dialog.
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.setAttribute('open', '');
  };
});
beforeEach(async () => {
  bridge = await openRendererBridge();
  folder = mkdtempSync(join(tmpdir(), 'duban-plan-'));
});
afterEach(async () => {
  expect(bridge.defects).toEqual([]);
  await bridge.close();
  await rm(folder, { recursive: true, force: true });
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string) => screen.findByLabelText(name);

async function planOf(code: string) {
  const { rows } = await bridge.application.plan.grid({});
  return rows.find((row) => row.code === code);
}

test('在格子里改，保存前数得出几项，保存后就是计划', async () => {
  openWindow('#/plan?text=Z02-05');
  fireEvent.change(await field('Z02-05 责任人'), { target: { value: '李明' } });
  fireEvent.change(await field('Z02-05 二季度%'), { target: { value: '30' } });
  expect(button('保存 1 项')).toBeDefined();
  fireEvent.click(button('保存 1 项'));
  await waitFor(() => expect(button('保存 0 项')).toBeDefined());
  await expectText('已确认');
  const row = await planOf('Z02-05');
  expect(row?.cells).toMatchObject({ responsiblePerson: '李明', q2: '30', shape: '按季度' });
});

test('改错了说哪项哪格，改动还在格子里', async () => {
  openWindow('#/plan?text=Z02-05');
  fireEvent.change(await field('Z02-05 完成时限'), { target: { value: '年底' } });
  fireEvent.click(button('保存 1 项'));
  await expectText(/Z02-05 没有保存：“年底”不是有效日期/u);
  expect(((await field('Z02-05 完成时限')) as HTMLInputElement).value).toBe('年底');
  fireEvent.click(button('放弃改动'));
  await waitFor(async () =>
    expect(((await field('Z02-05 完成时限')) as HTMLInputElement).value).toBe('2024-12-31'),
  );
});

test('待明确的数目就是列出的任务；明确单位后少一项', async () => {
  openWindow('#/plan?view=unspecified');
  await expectText('待明确 21');
  const [first] = await screen.findAllByRole('button', { name: '待明确' });
  if (first === undefined) throw new Error('nothing to name');
  fireEvent.click(first);
  const dialog = await screen.findByRole('dialog');
  const [town] = await within(dialog).findAllByRole('checkbox');
  if (town === undefined) throw new Error('nobody to choose');
  fireEvent.click(town);
  fireEvent.click(within(dialog).getByRole('button', { name: /^保存相关街/u }));
  await expectText('已保存。');
  await expectText('待明确 20');
});

test('没有符合条件的，说明并可清除筛选；查找框跟着地址', async () => {
  openWindow('#/plan?text=没有这样的任务');
  await expectText('没有符合条件的任务');
  const box = screen.getByLabelText<HTMLInputElement>('查找');
  expect(box.value).toBe('没有这样的任务');
  fireEvent.click(button('清除筛选'));
  await expectText('全部 197');
  expect(box.value).toBe('');
});

test('计划表导出、改过、导入：先看新旧，再入库', async () => {
  const file = join(folder, '计划表.xlsx');
  bridge.answers.saveFile = file;
  openWindow('#/plan?text=Z02-05');
  await field('Z02-05 责任人');
  fireEvent.click(button('导出计划表…'));
  await expectText('已导出 1 项。');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.getWorksheet('计划');
  if (sheet === undefined) throw new Error('no sheet 计划');
  const column = (sheet.getRow(3).values as string[]).indexOf('责任人');
  sheet.getRow(4).getCell(column).value = '王芳';
  await workbook.xlsx.writeFile(file);
  const chosen = new File([''], '计划表.xlsx');
  droppedPaths.set(chosen, file);
  fireEvent.change(screen.getByLabelText('选择计划表'), { target: { files: [chosen] } });
  const review = await screen.findByRole('region', { name: '计划表预览' });
  expect(review.textContent).toMatch(/1 项有改动.*责任人（空）王芳/u);
  expect((await planOf('Z02-05'))?.cells.responsiblePerson).toBe('');
  fireEvent.click(within(review).getByRole('button', { name: '入库 1 项' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: '计划表预览' })).toBeNull());
  expect((await planOf('Z02-05'))?.cells.responsiblePerson).toBe('王芳');
});

test('领导分工：从某天起由他人接任，页面写明移交了几项', async () => {
  openWindow('#/plan/leaders');
  fireEvent.click(await screen.findByRole('button', { name: '由他人接任林杰…' }));
  const form = screen.getByRole('form', { name: '接任林杰' });
  const type = (label: string, value: string) =>
    fireEvent.change(within(form).getByLabelText(label), { target: { value } });
  type('接任领导', '赵明');
  type('职务', '副区长');
  type('接任日期', '2024-07-01');
  type('原因或依据', '区政府领导分工调整');
  fireEvent.submit(form);
  await expectText(/自2024年7月1日由赵明接任 46 项/u);
});

test('帮助里的状态图和表就是规则里的那一张', async () => {
  openWindow('#/help');
  const table = await screen.findByRole('table', { name: '可以办理的变动' });
  expect(within(table).getAllByRole('row')).toHaveLength(taskMoves.length + 1);
  const picture = screen.getByRole('img', { name: /任务的状态/u });
  for (const state of taskStates) expect(picture.textContent).toContain(taskStateLabels[state]);
  for (const { label } of taskMoves) expect(picture.textContent).toContain(label);
});
