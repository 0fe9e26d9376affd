import { mkdtempSync } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { excelJsBook, type Value } from '../fixtures/returns/books.ts';
import { fillForm } from '../helpers/fill-form.ts';
import { expectText, prepareWindow } from '../helpers/render-app.tsx';
import { openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';
import { drop, entry, expectState, openReturns, press, show } from '../helpers/return-window.ts';
import { typePlanSheet } from '../helpers/type-plan-sheet.ts';

const unit = '区统计局';
let bridge: RendererBridge;
let folder: string;
prepareWindow();
beforeAll(async () => {
  bridge = await openRendererBridge();
  folder = mkdtempSync(join(tmpdir(), 'duban-returns-'));
  // jsdom has dialogs, but cannot open them.
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.open = true;
  };
});
afterAll(async () => {
  await bridge.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
  const { files } = await bridge.application.returns.desk({});
  if (files.length > 0) await bridge.application.returns.remove({ fileIds: files.map(({ id }) => id) });
});

const quiet = { signal: new AbortController().signal, report: () => {} };
const stored = () => bridge.application.progress.list({ period: '2024-06' });

async function unitId(): Promise<number> {
  const found = (await bridge.application.units.list({})).find(({ name }) => name === unit);
  if (found === undefined) throw new Error(`no unit ${unit}`);
  return found.id;
}

/** A form filled from what is stored now, with the same word on each task. */
async function returned(fileName: string, narrative: string, percent: number | string): Promise<string> {
  const directory = join(folder, '空白');
  await mkdir(directory, { recursive: true });
  const request = { period: '2024-06', role: 'lead', zip: false, directory } as const;
  const issued = await bridge.application.forms.exportForms({ ...request, unitIds: [await unitId()] }, quiet);
  const file = join(folder, fileName);
  await copyFile(issued.files[0]?.file ?? '', file);
  await fillForm(file, () => ({ narrative, percent }));
  return file;
}

async function ownTable(fileName: string, rows: readonly (readonly Value[])[]): Promise<string> {
  const file = join(folder, fileName);
  await writeFile(file, await excelJsBook({ rows }));
  return file;
}

/** The unit's first task, as the notice words it. */
async function firstTask() {
  const rows = await bridge.application.progress.sheet({
    ...{ period: '2024-06', unitId: await unitId(), scope: 'lead' },
  });
  const [row] = rows;
  if (row === undefined) throw new Error(`${unit} reports on nothing`);
  return row;
}

async function apply(): Promise<void> {
  const button = await screen.findByRole('button', { name: /^入库 [1-9]\d* 份，共 [1-9]\d* 行$/ });
  await waitFor(() => expect(button.hasAttribute('disabled')).toBe(false));
  fireEvent.click(button);
  await expectText(/已入库 \d+ 份，共 \d+ 行进展/);
}

test('空的回表台说明怎么放文件', async () => {
  await openReturns();
  await expectText('把单位报回的文件、文件夹或 .zip 拖到这里');
  expect(screen.queryByRole('button', { name: /^入库/ })).toBeNull();
});

test('拖进来的先看后存；都入库了给出去处，撤销后回到原样', async () => {
  const file = await returned('统计一.xlsx', '已完成半年快报', 50);
  await openReturns();
  drop(file);
  await expectState('统计一.xlsx', '可直接入库');
  expect(await stored()).toEqual([]);
  await apply();
  await expectText('回表台上的文件都已入库。');
  expect((await stored()).every(({ narrative }) => narrative === '已完成半年快报')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '撤销本次导入' }));
  await expectText(/已撤回 \d+ 行进展。/);
  expect(await stored()).toEqual([]);
});

test('整个文件夹也行；不采纳的行不入库', async () => {
  const inside = join(folder, '报来的');
  await mkdir(inside);
  await copyFile(await returned('统计二.xlsx', '只留一行', 30), join(inside, '统计二.xlsx'));
  bridge.answers.directory = inside;
  await openReturns();
  fireEvent.click(screen.getByRole('button', { name: '选择文件夹…' }));
  await expectState('统计二.xlsx', '可直接入库');
  const grid = await show('统计二.xlsx');
  fireEvent.click(screen.getByRole('button', { name: '全部不采纳' }));
  await waitFor(() =>
    expect(within(grid).getAllByRole('checkbox', { checked: false }).length).toBeGreaterThan(1),
  );
  fireEvent.click(within(grid).getAllByRole('checkbox')[0] as HTMLElement);
  fireEvent.click(await screen.findByRole('button', { name: '入库 1 份，共 1 行' }));
  await expectText(/已入库 1 份，共 1 行进展.*另有 \d+ 行没有采纳/);
  expect(await stored()).toHaveLength(1);
});

test('坏的文件说明原因，不妨碍好的；改过的字段前后都看得见', async () => {
  const broken = join(folder, '坏的.xlsx');
  await writeFile(broken, '不是工作簿');
  const file = await returned('统计三.xlsx', '只留一行，又有进展', 40);
  await openReturns();
  drop(broken, file);
  await expectState('统计三.xlsx', '更正');
  const bad = await entry('坏的.xlsx');
  await waitFor(() => expect(bad.textContent).toMatch(/不是填报表|有错/));
  const grid = await show('统计三.xlsx');
  expect(grid.querySelector('ins')?.textContent).toContain('又有进展');
  fireEvent.click(screen.getByRole('button', { name: '标记入库', pressed: false }));
  await apply();
  expect(await entry('坏的.xlsx')).toBeDefined();
  expect((await stored()).every(({ percent }) => percent === 40)).toBe(true);
});

test('下发后又改过的是冲突，默认保留；用键盘选回表的一边，Enter 后入库', async () => {
  const file = await returned('统计四.xlsx', '单位的说法', 60);
  const task = await firstTask();
  await bridge.application.progress.save({
    ...{ taskId: task.taskId, unitId: task.unitId, period: '2024-06', targetValues: [] },
    basedOnReport: task.reportId,
    values: { ...task.values, narrative: '电话里补报的说法' },
  });
  await openReturns();
  drop(file);
  const found = await expectState('统计四.xlsx', '需确认');
  await show('统计四.xlsx');
  found.focus();
  press('ArrowRight');
  const conflict = await screen.findByRole('radiogroup', { name: `${task.code} 本期进展的冲突` });
  expect(document.activeElement).toBe(conflict);
  const side = (name: RegExp) => within(conflict).getByRole('radio', { name });
  expect(side(/保留已存的/).getAttribute('aria-checked')).toBe('true');
  press('ArrowRight');
  await waitFor(() => expect(side(/采用回表的/).getAttribute('aria-checked')).toBe('true'));
  expect(side(/采用回表的/).textContent).toContain('单位的说法');
  press('Enter');
  await expectText('看到最后一份了。');
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^入库 1 份/));
  await apply();
  const after = (await stored()).find(({ code }) => code === task.code);
  expect(after?.narrative).toBe('单位的说法');
});

test('没有写明单位和报告期的，问一次就读；空格不采纳，Esc 回到列表', async () => {
  const { code, content } = await firstTask();
  const heading = ['任务编号', '重点工作', '本期进展', '完成比例(%)'];
  const file = await ownTable('自制.xlsx', [heading, [code, content, '自制表格里的进展', 70]]);
  await openReturns();
  drop(file);
  await expectState('自制.xlsx', '需确认');
  const form = within(await screen.findByRole('region', { name: '单位和报告期' }));
  fireEvent.mouseDown(form.getByRole('combobox', { name: '单位' }));
  fireEvent.change(form.getByRole('combobox', { name: '单位' }), { target: { value: 'qtjj' } });
  fireEvent.click(await screen.findByTitle(unit));
  fireEvent.mouseDown(form.getByRole('combobox', { name: '报告期' }));
  fireEvent.click(await screen.findByTitle('2024年6月'));
  fireEvent.click(form.getByRole('button', { name: '按选定的读取' }));
  await expectText('自制表格里的进展');
  expect(screen.queryByRole('region', { name: '单位和报告期' })).toBeNull();
  (await entry('自制.xlsx')).focus();
  press('Enter');
  const box = await screen.findByRole('checkbox', { name: `采纳 ${code}` });
  const before = (box as HTMLInputElement).checked;
  press(' ');
  await waitFor(() => expect((box as HTMLInputElement).checked).toBe(!before));
  press('Escape');
  expect(document.activeElement).toBe(await entry('自制.xlsx'));
});

test('对不上的行给出相近的任务，按 1 选定并记住；没有认出的列可以教', async () => {
  const { content } = await firstTask();
  const file = await ownTable('区统计局2024年6月进展.xlsx', [
    ['重点工作', '本期进展', '完成比例(%)', '奇怪的列'],
    [`${content.slice(0, 6)}相关补充事项`, '一行对不上的进展', 66, '下一步要做的'],
  ]);
  await openReturns();
  drop(file);
  await expectState('区统计局2024年6月进展.xlsx', '需确认');
  const grid = await show('区统计局2024年6月进展.xlsx');
  await expectText('“奇怪的列”');
  const [nearest] = within(grid).getAllByRole('button', { name: /[ZM]\d{2}-\d{2}/ });
  const code = nearest?.textContent?.match(/[ZM]\d{2}-\d{2}/)?.[0] ?? '';
  (await entry('区统计局2024年6月进展.xlsx')).focus();
  press('ArrowRight');
  press('1');
  await expectText(`已指定为 ${code}`);
  const learned = await bridge.application.returns.learned({ unitId: await unitId() });
  expect(learned).toEqual([expect.objectContaining({ kind: 'task', meaning: code })]);

  fireEvent.mouseDown(screen.getByRole('combobox', { name: '“奇怪的列”读作' }));
  fireEvent.click(await screen.findByTitle('下一步措施'));
  await expectText('按这个单位以前的说法');
  await waitFor(() => expect(screen.getByRole('grid').textContent).toContain('下一步要做的'));
});

test('读到一半取消，读过的留着；再继续把其余的读完', async () => {
  const inside = join(folder, '很多份');
  await mkdir(inside);
  const names = Array.from({ length: 24 }, (_, index) => `第${index + 1}份.csv`);
  for (const name of names) await writeFile(join(inside, name), `甲,乙\n${name},2`);
  await openReturns();
  drop(inside);
  await expectText(/正在读取 \d+\/24：/);
  fireEvent.click(screen.getByRole('button', { name: '取消' }));
  const goOn = await screen.findByRole('button', { name: /^继续读取 \d+ 份$/ });
  expect(screen.getAllByRole('option')).toHaveLength(24);
  fireEvent.click(goOn);
  await waitFor(() => expect(screen.queryByText('待读取')).toBeNull());
  expect(screen.getByRole('button', { name: '不是填报表 24' })).toBeDefined();
});

test('勾选后移出要先确认；筛选只看一种状态', async () => {
  const good = await returned('统计五.xlsx', '第五次', 90);
  const broken = join(folder, '又坏的.xlsx');
  await writeFile(broken, '不是工作簿');
  await openReturns();
  drop(good, broken);
  await expectState('统计五.xlsx', '更正');
  await waitFor(() => expect(screen.queryByText('待读取')).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: '更正 1' }));
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  fireEvent.click(screen.getByRole('button', { name: '全部 2' }));
  (await entry('又坏的.xlsx')).focus();
  fireEvent.click(await entry('又坏的.xlsx'));
  press(' ');
  fireEvent.click(await screen.findByRole('button', { name: '移出…' }));
  fireEvent.click(await screen.findByRole('button', { name: '移出回表台', hidden: true }));
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  expect(await entry('统计五.xlsx')).toBeDefined();
});

test('原件可以打开；要的报告期和文件不一致的是期次不符', async () => {
  const file = await returned('统计六.xlsx', '第六次', 91);
  await openReturns();
  fireEvent.mouseDown(screen.getByRole('combobox', { name: '报告期' }));
  fireEvent.click(await screen.findByTitle('2024年7月'));
  await waitFor(() =>
    expect(document.querySelector('.ant-select-content[title="2024年7月"]')).not.toBeNull(),
  );
  drop(file);
  await expectState('统计六.xlsx', '期次不符');
  fireEvent.click(screen.getByRole('button', { name: '打开原件' }));
  await waitFor(() => expect(bridge.opened.at(-1)).toMatch(/统计六.*\.xlsx$/));
  fireEvent.click(await screen.findByRole('button', { name: '按选定的读取' }));
  await expectState('统计六.xlsx', '更正');
});

test('以往的导入可以再撤销，先问一声', async () => {
  await openReturns();
  fireEvent.click(screen.getByRole('link', { name: '以往的导入' }));
  const buttons = await screen.findAllByRole('button', { name: /^撤销批次/ });
  fireEvent.click(buttons[0] as HTMLElement);
  fireEvent.click(await screen.findByRole('button', { name: '撤销这次导入', hidden: true }));
  await expectText(/已撤回 \d+ 行进展/);
});

test('没有谁都没有料到的错误', () => {
  expect(bridge.defects).toEqual([]);
});

test('一份计划表和回表一起拖进来：自己认出，逐格核对，存入计划后离开回表台', async () => {
  const { plan, tasks } = bridge.application;
  const { rows } = await tasks.list({ filter: { text: 'Z02-02' }, offset: 0, limit: 1 });
  const taskId = rows[0]?.id ?? 0;
  const file = join(folder, '计划表.xlsx');
  await plan.exportSheet({ taskIds: [taskId], file });
  await typePlanSheet(file, { 'Z02-02': { 责任人: '李明' } });
  await openReturns();
  drop(file);
  fireEvent.click(await expectState('计划表.xlsx', '计划表'));
  await expectText('1 项有改动');
  fireEvent.click(await screen.findByRole('button', { name: '入库 1 项' }));
  await waitFor(async () => expect((await plan.detail({ taskId })).plan.responsiblePerson).toBe('李明'));
  await waitFor(() => expect(screen.queryByTitle('计划表.xlsx')).toBeNull());
});

test('随回表来的答复在入库后说明，督办那一件等人核实', async () => {
  const { taskId, unitId: reporter } = await firstTask();
  const { id } = await bridge.application.actions.create({
    ...{ kind: 'reminder', colour: null, unitId: reporter, taskIds: [taskId], title: '催报进展' },
    ...{
      reason: '六月进展未报。',
      actedOn: '2024-06-03',
      answerDue: '2024-06-06',
      oldDue: null,
      newDue: null,
    },
  });
  const file = await returned('统计答复.xlsx', '已补报，数据已核对', 55);
  await openReturns();
  drop(file);
  await show('统计答复.xlsx');
  // The period was reported on before: as a correction the file waits for a person.
  const mark = document.querySelector('.file-head-title button[aria-pressed="false"]');
  if (mark !== null) fireEvent.click(mark);
  await apply();
  await expectText(/区统计局随回表答复了催办〔2024〕1号/);
  expect(await bridge.application.actions.detail({ actionId: id })).toMatchObject({
    state: 'answered',
    answeredWith: { fileName: '统计答复.xlsx' },
  });
});
