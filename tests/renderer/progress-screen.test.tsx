import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unattendedJob } from '#electron/services/job.ts';
import type { ProgressRow } from '#shared/contract/progress.ts';
import { excelJsBook } from '../fixtures/returns/books.ts';
import { expectText, openWindow, prepareWindow } from '../helpers/render-app.tsx';
import { openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';

let bridge: RendererBridge;
let unitId: number;
prepareWindow();
beforeAll(async () => {
  // jsdom knows the element, not the method.
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.open = true;
  };
  bridge = await openRendererBridge();
  const unit = (await bridge.application.units.list({})).find(({ name }) => name === '区统计局');
  if (unit === undefined) throw new Error('no 区统计局');
  unitId = unit.id;
});
afterAll(async () => {
  expect(bridge.defects.filter(({ error }) => !String(error).includes('磁盘已满'))).toEqual([]);
  await bridge.close();
});

const rowsOf = (period: string, scope: 'lead' | 'all' = 'all') =>
  bridge.application.progress.sheet({ period, unitId, scope });

async function openSheet(period: string): Promise<ProgressRow[]> {
  openWindow(`#/progress?period=${period}&unit=${unitId}&scope=all`);
  const rows = await rowsOf(period);
  await expectText(`共 ${rows.length} 项`);
  await waitFor(() => cell(rows[0], 'narrative'));
  return rows;
}

function cell(row: ProgressRow | undefined, column: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(
    `[row-id="${row?.taskId}:${row?.unitId}"] [col-id="${column}"]`,
  );
  if (found === null) throw new Error(`no cell ${row?.code} ${column}`);
  return found;
}

/** As a click or an arrow key does: the grid gives the cell the focus. */
async function goTo(row: ProgressRow | undefined, column: string): Promise<void> {
  await waitFor(async () => {
    await act(async () => {
      cell(row, column).blur();
      cell(row, column).focus();
    });
    if (cell(row, column).querySelector('.sheet-cell-active') === null) throw new Error('not there yet');
  });
}

async function type(row: ProgressRow | undefined, column: string, text: string): Promise<void> {
  await goTo(row, column);
  fireEvent.input(document.activeElement as Element, { target: { value: text } });
}

async function paste(text: string): Promise<void> {
  fireEvent.paste(document.activeElement as Element, { clipboardData: { getData: () => text } });
}

async function stored(period: string, row: ProgressRow | undefined): Promise<ProgressRow> {
  const found = (await rowsOf(period)).find(({ taskId }) => taskId === row?.taskId);
  if (found === undefined) throw new Error('the row is gone');
  return found;
}

test('没选单位时说清先做什么', async () => {
  openWindow('#/progress');
  await screen.findByText('请选择单位');
});

test('选中的格有文本框候着，一行离开就保存，重新打开还在', async () => {
  const [first, second] = await openSheet('2024-01');
  await goTo(first, 'narrative');
  expect(document.activeElement?.getAttribute('aria-label')).toBe(`${first?.code} 本期进展`);
  await type(first, 'narrative', '我们');
  await type(first, 'percent', '８５％');
  await expectText('未保存 1');
  await goTo(second, 'narrative');
  await waitFor(async () => {
    expect((await stored('2024-01', first)).values).toMatchObject({ narrative: '我们', percent: 85 });
  });
  await expectText(/已填 1/);
  expect(cell(first, 'percent').textContent).toBe('85');
});

test('撤销把原来的内容存成新的一次', async () => {
  const [first] = await openSheet('2024-02');
  await type(first, 'next', '下月开工');
  await goTo(first, 'narrative');
  fireEvent.keyDown(document.activeElement as Element, { key: 's', ctrlKey: true });
  await waitFor(async () => expect((await stored('2024-02', first)).revision).toBe(1));
  fireEvent.keyDown(document.activeElement as Element, { key: 'z', ctrlKey: true });
  await waitFor(async () => {
    expect(await stored('2024-02', first)).toMatchObject({ revision: 2, values: { next: '' } });
  });
  fireEvent.keyDown(document.activeElement as Element, { key: 'y', ctrlKey: true });
  await waitFor(async () => {
    expect(await stored('2024-02', first)).toMatchObject({ revision: 3, values: { next: '下月开工' } });
  });
});

test('成片粘贴：多行的格完整，填得不对的留着原文，只读列跳过', async () => {
  const [first, second] = await openSheet('2024-03');
  await goTo(first, 'previous');
  await paste('上期\t\t"一、已开工。\n二、已""三通""。"\t85%\r\n\t\t第二行\t很多\r\n');
  await expectText('格落在不能填写的列');
  await waitFor(async () => {
    expect((await stored('2024-03', second)).values.narrative).toBe('第二行');
  });
  expect((await stored('2024-03', first)).values).toMatchObject({
    narrative: '一、已开工。\n二、已"三通"。',
    percent: 85,
  });
  expect(cell(second, 'percent').textContent).toContain('很多');
  await expectText('完成比例“很多”不是数字');
});

test('保存失败时文字还在，说明原因，重试成功', async () => {
  const [first, second] = await openSheet('2024-04');
  const { raw } = bridge.application.open;
  raw.exec(`CREATE TRIGGER full BEFORE INSERT ON progress_report BEGIN SELECT RAISE(ABORT, '磁盘已满'); END`);
  await type(first, 'narrative', '写了很久的一段话');
  await goTo(second, 'narrative');
  await expectText('1 行没有存全');
  expect(cell(first, 'narrative').textContent).toContain('写了很久的一段话');
  raw.exec('DROP TRIGGER full');
  fireEvent.click(screen.getByText('重试'));
  await waitFor(async () => {
    expect((await stored('2024-04', first)).values.narrative).toBe('写了很久的一段话');
  });
  await waitFor(() => expect(screen.queryByText(/没有存全/)).toBeNull());
});

async function saveElsewhere(period: string, row: ProgressRow | undefined, narrative: string): Promise<void> {
  const { taskId, reportId, values, targetValues } = await stored(period, row);
  await bridge.application.progress.save({
    taskId,
    unitId,
    period,
    basedOnReport: reportId,
    values: { ...values, narrative },
    targetValues,
  });
}

test('别人先存了：两个版本并排，用我填写的', async () => {
  const [first, second] = await openSheet('2024-05');
  await saveElsewhere('2024-05', first, '别处存的');
  await type(first, 'narrative', '我填的');
  await goTo(second, 'narrative');
  fireEvent.click(await screen.findByText('对照选择'));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('别处存的');
  expect(dialog.textContent).toContain('我填的');
  expect((await stored('2024-05', first)).values.narrative).toBe('别处存的');
  fireEvent.click(screen.getByText('用我填写的'));
  await waitFor(async () => {
    expect(await stored('2024-05', first)).toMatchObject({ revision: 2, values: { narrative: '我填的' } });
  });
});

test('别人先存了：用已保存的，Ctrl+Z 找回我的', async () => {
  const [first, second] = await openSheet('2024-06');
  await saveElsewhere('2024-06', first, '别处存的');
  await type(first, 'narrative', '我填的');
  await goTo(second, 'narrative');
  fireEvent.click(await screen.findByText('对照选择'));
  fireEvent.click(await screen.findByText('用已保存的'));
  await waitFor(() => expect(cell(first, 'narrative').textContent).toContain('别处存的'));
  fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  await waitFor(async () => {
    expect((await stored('2024-06', first)).values.narrative).toBe('我填的');
  });
});

/** A return of the unit with one row, taken in whole. @returns its batch */
async function importReturn(row: ProgressRow | undefined, narrative: string): Promise<number> {
  const { returns } = bridge.application;
  const file = join(bridge.dataDirectory, '回表.xlsx');
  const rows = [['区统计局2024年9月进展情况'], ['任务编号', '进展情况'], [row?.code ?? '', narrative]];
  writeFileSync(file, await excelJsBook({ rows }));
  const { files } = await returns.collect({ paths: [file] }, unattendedJob);
  const fileIds = files.map(({ id }) => id);
  for (const fileId of fileIds) await returns.read({ fileId }, unattendedJob);
  await returns.accept({ fileIds, accepted: true });
  const { batchId } = await returns.apply({ fileIds }, unattendedJob);
  if (batchId === null) throw new Error('nothing was stored');
  return batchId;
}

test('看到的那一次已被撤销、别人又存了第一次：不会盖掉，两个版本并排', async () => {
  const [reported] = await rowsOf('2024-09');
  const batchId = await importReturn(reported, '回表里的');
  const [first, second] = await openSheet('2024-09');
  expect(cell(first, 'narrative').textContent).toContain('回表里的');
  await bridge.application.returns.undo({ batchId });
  await saveElsewhere('2024-09', first, '撤销以后别处存的');
  expect((await stored('2024-09', first)).revision).toBe(first?.revision);
  await type(first, 'narrative', '我填的');
  await goTo(second, 'narrative');
  fireEvent.click(await screen.findByText('对照选择'));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('撤销以后别处存的');
  expect(cell(first, 'narrative').textContent).toContain('我填的');
  expect((await stored('2024-09', first)).values.narrative).toBe('撤销以后别处存的');
});

test('带着没保存的行离开：存得了就存了再走', async () => {
  const [first] = await openSheet('2024-07');
  await type(first, 'problems', '用地指标紧张');
  fireEvent.click(screen.getByRole('link', { name: '单位' }));
  await expectText(/共 \d+ 个/);
  expect((await stored('2024-07', first)).values.problems).toBe('用地指标紧张');
});

test('带着没保存的行离开：存不了就问，留下来文字还在', async () => {
  const [first] = await openSheet('2024-08');
  await type(first, 'percent', '一半');
  fireEvent.click(screen.getByRole('link', { name: '单位' }));
  await screen.findByText('还有 1 行没有保存');
  fireEvent.click(screen.getByText('留在本页'));
  await waitFor(() => expect(screen.queryByText('还有 1 行没有保存')).toBeNull());
  expect(cell(first, 'percent').textContent).toContain('一半');
  fireEvent.click(screen.getByRole('link', { name: '单位' }));
  fireEvent.click(await screen.findByText('放弃这些内容，离开'));
  await expectText(/共 \d+ 个/);
  expect((await stored('2024-08', first)).revision).toBe(0);
});
