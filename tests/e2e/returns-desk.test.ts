/** The return desk in the real window: a folder of twelve returns, reviewed by keyboard alone, stored and undone. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bridge } from '#shared/contract/bridge.ts';
import type { ProgressLine } from '#shared/contract/progress.ts';
import { folderPeriod, makeReturnFolder, type ReturnFolder, senders } from '../fixtures/returns/folder.ts';
import { dropFiles } from '../helpers/drop-files.ts';
import { type LaunchedApp, launchApp } from '../helpers/electron-app.ts';
import { seriousFindings } from '../helpers/serious-findings.ts';

let work: string;
let launched: LaunchedApp;
let folder: ReturnFolder;

async function call<Answer>(channel: string, input: object): Promise<Answer> {
  const envelope = await launched.page.evaluate(
    ([name, value]) => (window as unknown as { duban: Bridge }).duban.invoke(name, value),
    [channel, input] as const,
  );
  if (!envelope.ok) throw new Error(`${channel}: ${envelope.error.message}`);
  return envelope.value as Answer;
}

const stored = () => call<ProgressLine[]>('progress.list', { period: folderPeriod });

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'duban-回表台 '));
  launched = await launchApp({ windowSize: { width: 1366, height: 700 } });
  await launched.page.getByText('共 197 项').waitFor();
  folder = await makeReturnFolder(call, join(work, '回表'));
  await call('application.writePreference', { key: 'returns.period', value: folderPeriod });
  await launched.app.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    },
    join(work, '退回'),
  );
  // The data came past the screens: they are to read it anew.
  await launched.page.reload();
  await launched.page.getByText('共 197 项').waitFor();
});

afterAll(async () => {
  await launched.close();
  await rm(work, { recursive: true, force: true });
});

/** Goes on with Tab until the focus is where it is wanted. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${selector}`);
}

/** The name of the file whose rows are shown. */
async function expectShown(page: Page, fileName: string): Promise<void> {
  await page.getByRole('region', { name: fileName, exact: true }).waitFor();
}

/** Waits until the focus stands in the rows. */
async function expectFocusInRows(page: Page): Promise<void> {
  await page.locator('[data-stop]:focus').waitFor();
}

async function statesOnDesk(page: Page): Promise<Record<string, string>> {
  const entries = await page
    .getByRole('option')
    .evaluateAll((options) =>
      options.map((option) => [
        option.querySelector('.middle-text')?.getAttribute('title') ?? '',
        option.querySelector('.desk-state')?.textContent ?? '',
      ]),
    );
  return Object.fromEntries(entries);
}

test('a folder of twelve returns of six kinds, dropped on the window, is read, each with its state', async () => {
  const { page } = launched;
  await page.getByRole('navigation').getByRole('link', { name: '导入回表' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: '导入回表' }).waitFor();
  await dropFiles(page, '.drop-area', [folder.directory]);
  await page.getByRole('button', { name: '入库 4 份' }).waitFor({ timeout: 60_000 });
  await page.getByText('勾选文件后可成批处理').waitFor({ timeout: 60_000 });
  expect(await statesOnDesk(page)).toEqual({
    '区林业局.xls': '有错',
    '区商务局6月.xlsx': '有错',
    '区人力社保局5月.xlsx': '期次不符',
    '进展情况（最终版）.xlsx': '需确认',
    '区教育局2024年6月重点工作推进情况.csv': '需确认',
    '区住建局关于2024年6月政府工作报告重点工作进展情况的报送表（定稿）.xlsx': '需确认',
    '区财政局更正后的6月进展.xlsx': '更正',
    '区统计局6月进展（再发一次）.xlsx': '重复',
    '区民政局进展情况.ods': '可直接入库',
    '区司法局-2024年6月进展填报表.xlsx': '可直接入库',
    '区统计局6月进展.xlsx': '可直接入库',
    '区文旅传媒集团.xls': '可直接入库',
  });
});

test('the desk has no serious accessibility finding and does not scroll sideways', async () => {
  const { page } = launched;
  expect(await seriousFindings(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test('the clerk reviews it by keyboard alone', async () => {
  const { page } = launched;
  const { keyboard } = page;
  await tabTo(page, '[role=option]');

  // Rows that are wrong stay out, the others of the file are taken.
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  await expectShown(page, '区商务局6月.xlsx');
  await page.getByText('约三分之二').first().waitFor();
  await keyboard.press('ArrowRight');
  await expectFocusInRows(page);
  await keyboard.press('Enter');

  // Not the period that was asked for: passed over.
  await expectShown(page, '区人力社保局5月.xlsx');
  await expectFocusInRows(page);
  await keyboard.press('Escape');
  await page.locator('[role=option]:focus').waitFor();
  await keyboard.press('ArrowDown');

  // Does not say whose it is.
  await expectShown(page, '进展情况（最终版）.xlsx');
  await keyboard.press('ArrowRight');
  await page.getByRole('region', { name: '单位和报告期' }).locator('input:focus').waitFor();
  await keyboard.type('qkjj');
  await page.locator('.ant-select-item-option-active', { hasText: senders.unnamed }).waitFor();
  await keyboard.press('Enter');
  await tabTo(page, '.facts-form button');
  await keyboard.press('Enter');
  await expectFocusInRows(page);
  await keyboard.press('Enter');

  // A row whose task is not certain: the first of the nearest ones.
  await expectShown(page, '区教育局2024年6月重点工作推进情况.csv');
  await expectFocusInRows(page);
  await keyboard.press('1');
  await page.getByText(/^已指定为 /).waitFor();
  await expectFocusInRows(page);
  await keyboard.press('Enter');

  // Both sides differ: the unit's word for the text, the stored one for the percent.
  await expectShown(page, '区住建局关于2024年6月政府工作报告重点工作进展情况的报送表（定稿）.xlsx');
  await expectFocusInRows(page);
  await keyboard.press('ArrowRight');
  const narrative = page.getByRole('radiogroup', { name: `${folder.conflict.code} 本期进展的冲突` });
  await narrative.getByRole('radio', { name: '采用回表的', checked: true }).waitFor();
  await keyboard.press('Enter');

  await expectShown(page, '区财政局更正后的6月进展.xlsx');
  await expectFocusInRows(page);
  await keyboard.press('Space');
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await page.getByText('看到最后一份了，还有 2 份没有标记入库。').waitFor();
});

test('入库 stores what was accepted; the rest stays on the desk', async () => {
  const { page } = launched;
  await page.locator('.desk-bar .ant-btn-primary:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(/已入库 9 份，共 \d+ 行进展/).waitFor({ timeout: 60_000 });
  // What was left is read again, as it bears on what is stored now.
  await expect
    .poll(() => statesOnDesk(page), { timeout: 20_000 })
    .toEqual({
      '区林业局.xls': '有错',
      '区人力社保局5月.xlsx': '期次不符',
      '区统计局6月进展（再发一次）.xlsx': '重复',
    });
  const line = (await stored()).find(({ code }) => code === folder.conflict.code);
  expect(line?.narrative).toBe(folder.conflict.returned);
  expect(line?.percent).toBe(40);
});

test('the task’s page shows it with the file it came from', async () => {
  const { page } = launched;
  await page.getByRole('navigation').getByRole('link', { name: '任务总表' }).press('Enter');
  await page.getByPlaceholder('编号、内容、单位、备注或拼音首字母').fill(folder.conflict.code);
  await page.getByText('符合条件 1 项').waitFor();
  await page.getByRole('link', { name: folder.conflict.code }).press('Enter');
  await page.getByText(folder.conflict.returned).first().waitFor();
  await page.getByText('区住建局关于2024年6月').first().waitFor();
});

test('the ledger prints what was taken', async () => {
  const file = join(work, '台账.xlsx');
  const ledger = { period: folderPeriod, scope: { type: 'all' }, file, jobId: crypto.randomUUID() };
  await call('exports.exportLedger', ledger);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const cells = workbook.worksheets.flatMap((sheet) => sheet.getSheetValues().flat().map(String));
  expect(cells.filter((text) => text.includes(folder.conflict.returned))).toHaveLength(1);
});

test('the import is taken back as a whole', async () => {
  const { page } = launched;
  await page.getByRole('navigation').getByRole('link', { name: '导入回表' }).press('Enter');
  await page.getByRole('link', { name: '以往的导入' }).press('Enter');
  await page
    .getByRole('button', { name: /^撤销批次/ })
    .first()
    .press('Enter');
  await page.getByRole('button', { name: '撤销这次导入' }).press('Enter');
  await page.getByText(/已撤回 \d+ 行进展。/).waitFor();
  const lines = await stored();
  expect(lines.find(({ code }) => code === folder.conflict.code)?.narrative).toBe(folder.conflict.stored);
  expect(lines.some(({ unit }) => unit === senders.clean)).toBe(false);
});

test('a faulty return goes back: its copy marked, explained in a note, and in the 报送情况', async () => {
  const { page } = launched;
  const name = '区商务局6月.xlsx';
  await page.getByRole('link', { name: '回表台' }).press('Enter');
  await dropFiles(page, '.drop-area', [join(folder.directory, name)]);
  const entry = page.getByRole('option').filter({ has: page.locator(`[title="${name}"]`) });
  await entry.getByText('有错').waitFor();
  await entry.click();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: '退回所选…' }).press('Enter');
  await page.getByLabel('补充说明（写进退回说明，可不填）').fill('请于本周内重报。');
  await page.getByRole('button', { name: '选择文件夹并退回 1 份…' }).press('Enter');
  await page.getByText('已生成 1 份退回材料：').waitFor();
  expect((await readdir(join(work, '退回'))).sort()).toEqual([
    '退回-区商务局6月.xlsx',
    '退回说明-区商务局-2024年6月.docx',
  ]);
  await page.getByRole('button', { name: '关闭' }).press('Enter');
  await page.getByRole('navigation').getByRole('link', { name: '报送情况' }).press('Enter');
  const row = page.getByRole('row', { name: /区商务局/ });
  await row.getByText('退回重报').waitFor();
  await row.getByText('请于本周内重报。').waitFor();
});

test('nothing was complained about', async () => {
  expect(await launched.rendererErrors()).toEqual([]);
});
