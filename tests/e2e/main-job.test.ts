/** The whole main job in the real window: forms out → a unit's return, saved again as .xls → 入库 → the ledger. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../helpers/electron-app.ts';
import { fillForm } from '../helpers/fill-form.ts';
import { hasLibreOffice, saveAs } from '../helpers/libreoffice.ts';

const unit = '区文旅传媒集团';
const narrative = '九山书会南戏文化园主体完工，推出系列活动 3 场。\n下一步布展。';

let folder: string;
let launched: LaunchedApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-主线 '));
  launched = await launchApp({ windowSize: { width: 1366, height: 700 } });
  await launched.page.getByText('共 197 项').waitFor();
});

afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

async function goTo(name: string): Promise<void> {
  await launched.page.getByRole('navigation').getByRole('link', { name }).click();
  await launched.page.getByRole('heading', { level: 1, name }).waitFor();
}

/** By keyboard, as the list shows only some of its options at a time. */
async function choosePeriod(label: string): Promise<void> {
  const { page } = launched;
  await page.getByRole('combobox', { name: '报告期' }).click();
  const active = page.locator('.ant-select-item-option-active');
  await active.waitFor();
  for (let step = 0; step < 40 && !(await active.textContent())?.startsWith(label); step += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

/** The next dialogs answer with these paths, as a person would. */
async function answerDialogs(open: string[], save: string): Promise<void> {
  await launched.app.evaluate(
    ({ dialog }, [openPaths, savePath]) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: openPaths });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: savePath });
    },
    [open, save] as const,
  );
}

async function textsOf(file: string): Promise<string[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const texts: string[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => texts.push(cell.text));
    });
  }
  return texts;
}

test('forms go out for every reporting unit', async () => {
  await goTo('台账与填报表');
  await choosePeriod('2024年6月');
  await answerDialogs([folder], join(folder, '台账.xlsx'));
  await launched.page.getByRole('button', { name: '选择文件夹并导出…' }).click();
  await launched.page.getByText('已生成 65 份填报表').waitFor({ timeout: 90_000 });
  expect((await readdir(folder)).filter((name) => name.endsWith('.xlsx'))).toHaveLength(65);
});

test('a filled-in form comes back, is looked at and stored', async () => {
  const form = join(folder, `${unit}-2024年6月进展填报表.xlsx`);
  await fillForm(form, () => ({ narrative, percent: 45, problems: '=工期偏紧', next: '加快布展' }));
  const returned = hasLibreOffice ? await saveAs(form, 'xls', folder) : form;
  await answerDialogs([returned], join(folder, '台账.xlsx'));
  await goTo('导入回表');
  await launched.page.getByRole('button', { name: '选择文件…' }).click();
  await launched.page.getByText('=工期偏紧').waitFor({ timeout: 60_000 });
  await launched.page.getByRole('button', { name: '入库 1 份，共 1 行' }).click();
  await launched.page.getByText('撤销').first().waitFor();
});

test('it shows in the task table, on the task’s page with its cell, and in the ledger', async () => {
  const { page } = launched;
  await goTo('任务总表');
  await page.getByPlaceholder('编号、内容、单位、备注或拼音首字母').fill('Z03-06');
  await page.getByText('符合条件 1 项').waitFor();
  await page.getByText('45%').waitFor();
  await page.getByRole('link', { name: 'Z03-06' }).click();
  await page.getByText(`${unit}-2024年6月进展填报表`).first().waitFor();

  await goTo('台账与填报表');
  await choosePeriod('2024年6月');
  await page.getByRole('button', { name: '导出台账…' }).click();
  await page.getByRole('button', { name: '打开文件' }).first().waitFor({ timeout: 60_000 });
  const texts = await textsOf(join(folder, '台账.xlsx'));
  expect(texts).toContain(narrative);
  expect(texts).toContain('=工期偏紧');
});
