/** 进展录入 in the real window: what an input method, the clipboard and the keyboard really do there. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { databaseFileName } from '#electron/db/sqlite/open.ts';
import type { Envelope } from '#shared/contract/envelope.ts';
import { unwrapEnvelope } from '#shared/contract/envelope.ts';
import type { ProgressRow } from '#shared/contract/progress.ts';
import type { UnitSummary } from '#shared/contract/units.ts';
import { type LaunchedApp, launchApp } from '../helpers/electron-app.ts';
import { seriousFindings } from '../helpers/serious-findings.ts';

let dataDirectory: string;
let launched: LaunchedApp;
let page: Page;
let devTools: CDPSession;
let unitId: number;
/** Each test writes into a month of its own. */
let month = 0;

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'duban-录入 '));
  launched = await launchApp({ dataDirectory, windowSize: { width: 1366, height: 768 } });
  page = launched.page;
  await page.getByRole('navigation').waitFor();
  devTools = await page.context().newCDPSession(page);
  const units = await invoke<UnitSummary[]>('units.list', {});
  unitId = units.find(({ name }) => name === '区发改局')?.id ?? 0;
});

afterAll(async () => {
  await launched.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

beforeEach(async () => {
  month += 1;
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/progress?period=${period()}&unit=${unitId}`);
  await page.getByText(/共 \d+ 项/).waitFor();
  await cell(0, 'narrative').waitFor();
});

const period = () => `2024-${String(month).padStart(2, '0')}`;

async function invoke<Value>(channel: string, input: unknown): Promise<Value> {
  const answer = await page.evaluate(([name, argument]) => window.duban?.invoke(name as string, argument), [
    channel,
    input,
  ] as const);
  return unwrapEnvelope(answer as Envelope<Value>);
}

const storedRows = () => invoke<ProgressRow[]>('progress.sheet', { period: period(), unitId, scope: 'lead' });

async function stored(index: number): Promise<ProgressRow> {
  const row = (await storedRows())[index];
  if (row === undefined) throw new Error(`no row ${index}`);
  return row;
}

function cell(row: number, column: string): Locator {
  return page.locator(`.ag-row[row-index="${row}"] [col-id="${column}"]`);
}

const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const focusedText = () =>
  page.evaluate(() => (document.activeElement as HTMLTextAreaElement | null)?.value ?? '');

/** The keys w, o, m, e, n as an input method turns them into 我们: each arrives as 「Process」. */
async function compose(...stages: string[]): Promise<void> {
  for (const text of stages) {
    await devTools.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      windowsVirtualKeyCode: 229,
      key: 'Process',
    });
    await devTools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
}

const commit = (text: string) => devTools.send('Input.insertText', { text });

/** A second program at the same file. */
function withDatabase(work: (database: SqliteDatabase.Database) => void): void {
  const database = new SqliteDatabase(join(dataDirectory, databaseFileName));
  try {
    work(database);
  } finally {
    database.close();
  }
}

const putOnClipboard = (text: string) =>
  launched.app.evaluate(({ clipboard }, value) => clipboard.writeText(value), text);
const clipboardText = () => launched.app.evaluate(({ clipboard }) => clipboard.readText());

test('typing Chinese into a selected cell loses no letter', async () => {
  await cell(0, 'narrative').click();
  await compose('w', 'wo', 'wom', "wo'm", '我们');
  await commit('我们');
  expect(await focusedText()).toBe('我们');
  await compose('z', '在');
  await commit('在推进');
  await page.keyboard.press('Tab');
  expect(await cell(0, 'narrative').innerText()).toBe('我们在推进');
  await compose('8', '８');
  await commit('８５％');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await stored(0)).values)
    .toMatchObject({ narrative: '我们在推进', percent: 85 });
});

test('every cell reached by key is ready for the input method, and a filled one is replaced', async () => {
  await cell(0, 'narrative').click();
  await page.keyboard.type('旧的');
  await page.keyboard.press('Enter');
  await compose('x', '新');
  await commit('第二行');
  await page.keyboard.press('ArrowUp');
  await compose('x', '新');
  await commit('新的');
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await stored(0)).values.narrative).toBe('新的');
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await stored(1)).values.narrative).toBe('第二行');
});

test('Enter that confirms a word stays in the cell', async () => {
  const [row] = await storedRows();
  await cell(0, 'narrative').click();
  await compose('w', 'wo');
  await devTools.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    windowsVirtualKeyCode: 229,
    key: 'Enter',
    code: 'Enter',
  });
  await commit('wo');
  expect(await focused()).toBe(`${row?.code} 本期进展`);
  expect(await focusedText()).toBe('wo');
});

test('a word given up leaves the cell as it was', async () => {
  await cell(0, 'narrative').click();
  await page.keyboard.type('原来的');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await compose('w', 'wo');
  await devTools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await stored(0)).values.narrative).toBe('原来的');
});

test('a block copied in Excel lands cell by cell, lines inside cells included', async () => {
  await cell(1, 'narrative').click();
  await putOnClipboard(
    '"一、已开工。\r\n二、""三通""完成。"\t85%\t推进中\t用地紧张\t"加快\n审批"\t张三\t0577-1\r\n第二项\tabc\t\t\t\t\t\r\n',
  );
  await page.keyboard.press('Control+v');
  await page.getByText('已粘贴 14 格。1 格填得不对，原文留在格里，请改正。').waitFor();
  await expect
    .poll(async () => (await stored(1)).values)
    .toEqual({
      narrative: '一、已开工。\n二、"三通"完成。',
      percent: 85,
      status: 'in_progress',
      problems: '用地紧张',
      next: '加快\n审批',
      reporter: '张三',
      phone: '0577-1',
    });
  expect((await stored(2)).values).toMatchObject({ narrative: '第二项', percent: null });
  expect(await cell(2, 'percent').innerText()).toContain('abc');
  await page.getByRole('alert').getByText('完成比例“abc”不是数字').waitFor();

  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await stored(1)).values.narrative).toBe('');
  await page.keyboard.press('Control+y');
  await expect.poll(async () => (await stored(1)).revision).toBe(3);
  await cell(2, 'percent').click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+Home');
});

test('a block is copied as Excel writes it, read-only cells too, and pasted there it is left out', async () => {
  await cell(0, 'narrative').click();
  await page.keyboard.type('第一行');
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.type('第二行');
  await page.keyboard.press('Tab');
  await page.keyboard.type('30');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  expect((await clipboardText()).replaceAll('\r', '')).toBe('"第一行\n第二行"\t30\n');

  await cell(1, 'content').click();
  await page.keyboard.press('Control+c');
  expect((await clipboardText()).trim()).toBe((await stored(1)).content);
  await putOnClipboard('改掉的任务\t改掉的目标');
  await page.keyboard.press('Control+v');
  await page.getByText('已粘贴 0 格。2 格落在不能填写的列，没有粘贴。').waitFor();
});

test('Enter, Tab and arrows go as in a spreadsheet', async () => {
  const rows = await storedRows();
  const label = (index: number, column: string) => `${rows[index]?.code} ${column}`;
  await cell(0, 'narrative').click();
  await page.keyboard.type('一');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe(label(0, '状态'));
  await page.keyboard.press('Enter');
  expect(await focused()).toBe(label(1, '本期进展'));
  await page.keyboard.press('Shift+Enter');
  expect(await focused()).toBe(label(0, '本期进展'));
  await page.keyboard.press('F2');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('第');
  expect(await focusedText()).toBe('第一');
  await page.keyboard.press('Escape');
  expect(await cell(0, 'narrative').innerText()).toBe('一');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe(label(0, '完成比例(%)'));
});

test('a status is chosen from its list by key and by pointer', async () => {
  await cell(0, 'status').click();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('option', { name: '受阻' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await stored(0)).values.status).toBe('in_progress');
  await cell(1, 'status').dblclick();
  await page.getByRole('option', { name: '已完成' }).click();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await stored(1)).values.status).toBe('completed');
});

test('assistive technology finds nothing serious, with a list open and a text refused', async () => {
  await cell(0, 'percent').click();
  await page.keyboard.type('很多');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('option', { name: '受阻' }).waitFor();
  await page.getByRole('alert').getByText('不是数字').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await cell(0, 'percent').click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+Home');
});

test('a failed save keeps the text and says why, and can be tried again', async () => {
  withDatabase((database) =>
    database.exec(
      `CREATE TRIGGER full BEFORE INSERT ON progress_report BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
    ),
  );
  await cell(0, 'narrative').click();
  await page.keyboard.type('写了很久的话');
  await page.keyboard.press('Enter');
  await page.getByText('1 行没有存全，填写的内容都还在表里').waitFor();
  await page.getByText('操作没有完成，数据没有改动').waitFor();
  expect(await cell(0, 'narrative').innerText()).toBe('写了很久的话');
  withDatabase((database) => database.exec('DROP TRIGGER full'));
  await page.getByRole('button', { name: '重试' }).click();
  await expect.poll(async () => (await stored(0)).values.narrative).toBe('写了很久的话');
});

test('what was typed last is saved when the window is closed, and is there at the next start', async () => {
  await cell(0, 'narrative').click();
  await page.keyboard.type('关窗之前的一句');
  const closed = launched.app.waitForEvent('close');
  await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await closed;
  launched = await launchApp({ dataDirectory, windowSize: { width: 1366, height: 768 } });
  page = launched.page;
  await page.getByRole('navigation').waitFor();
  expect((await stored(0)).values.narrative).toBe('关窗之前的一句');
});
