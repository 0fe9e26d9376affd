/** The made-up office's year in the real window: what a clerk looks up, issues, prints and proves in January. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerk } from '../fixtures/year/office.ts';
import { playYear } from '../fixtures/year/play.ts';
import { type LaunchedApp, launchApp } from '../helpers/electron-app.ts';
import { seriousFindings } from '../helpers/serious-findings.ts';
import { documentText } from '../helpers/word-text.ts';

let folder: string;
let papers: string;
let launched: LaunchedApp;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-全年 '));
  papers = join(folder, '文书');
  const dataDirectory = join(folder, '数据');
  const office = await playYear(dataDirectory);
  await office.close();
  launched = await launchApp({ dataDirectory, windowSize: { width: 1366, height: 768 } });
  page = launched.page;
  await page.getByText('共 203 项').waitFor();
  await launched.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, papers);
}, 300_000);

afterAll(async () => {
  expect(await launched.rendererErrors()).toEqual([]);
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(hash: string, heading: string): Promise<void> {
  await page.evaluate((next) => {
    window.location.hash = next;
  }, hash);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** Presses every tile of a row in turn. @returns each tile's number with the number its list says */
async function countsOf(tiles: Locator): Promise<[number, number][]> {
  const counts: [number, number][] = [];
  for (const tile of await tiles.all()) {
    const said = Number(await tile.locator('b').textContent());
    await tile.click();
    await page.getByText(`共 ${said} 项`, { exact: true }).waitFor();
    const listed = await page.getByText(/^共 \d+ 项$/).textContent();
    counts.push([said, Number(listed?.replaceAll(/\D/g, ''))]);
    await tile.click();
  }
  return counts;
}

test('every number on the lights’ tiles opens the list it counts', async () => {
  await open('#/lights?period=2024-06', '亮灯');
  await page.getByText('共 201 项').waitFor();
  const lights = await countsOf(page.getByRole('list', { name: '亮灯统计' }).getByRole('button'));
  const classes = await countsOf(page.getByRole('list', { name: '进度分类统计' }).getByRole('button'));
  for (const [said, listed] of [...lights, ...classes]) expect(listed).toBe(said);
  expect(lights.reduce((sum, [said]) => sum + said, 0)).toBe(201);
  expect(classes.reduce((sum, [said]) => sum + said, 0)).toBe(199);
  expect(await seriousFindings(page)).toEqual([]);
});

test('a red light a person has turned yellow says both, with the sentence why', async () => {
  await page.getByRole('textbox', { name: '查找' }).fill('Z04-06');
  await page.getByText('共 1 项').waitFor();
  await page.getByText('序时应达50%，实际19%，落后31个百分点，红灯').first().waitFor();
  await page.getByText('二季度集中出让的 3 宗地已成交，七月签约').first().waitFor();
  await page.getByRole('link', { name: 'Z04-06' }).click();
  await page.getByRole('heading', { level: 1, name: 'Z04-06' }).waitFor();
  await page.getByText('红色督办单〔2024〕2号').first().waitFor();
});

test('the worklist of the last day drafts the right order, which gets the next number and its letter', async () => {
  await open('#/actions?date=2024-12-31', '督办');
  await page.getByRole('button', { name: 'Z06-06起草黄色督办单' }).click();
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('dialog').getByText('黄色督办单〔2024〕5号').first().waitFor();
  await page.keyboard.press('Escape');
  await open('#/actions?tab=list', '督办');
  const row = page.getByRole('row').filter({ hasText: '黄色督办单〔2024〕5号' });
  await row.getByRole('checkbox').click();
  await page.getByRole('button', { name: /^生成文书/ }).click();
  await page
    .getByText(/已写出 1 份文书/)
    .first()
    .waitFor();
  const [letter = ''] = await readdir(papers);
  const text = documentText(await readFile(join(papers, letter)));
  expect(text).toContain('〔2024〕5号');
  expect(text).toContain('区水利建设管理中心');
  expect(text).toContain('打通断头河 5 条');
});

test('a deduction leads to the month’s light behind it', async () => {
  await open('#/assess?period=2024-12', '考核');
  await page.getByText('区水利建设管理中心', { exact: true }).first().click();
  await page.getByRole('link', { name: '2024年9月回表，2024-10-08收到，迟10天' }).waitFor();
  await page.getByRole('link', { name: /^Z06-06 2024年10月/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Z06-06' }).waitFor();
  await page.getByText('截至2024年10月').first().waitFor();
});

test('what was published is printed again, the correction with its reason', async () => {
  await open('#/assess?period=2024-06&tab=publications', '考核');
  await page.getByText('2024年6月第2版（更正：区残联复核后更正关爱服务进展）').waitFor();
  const before = (await readdir(papers)).length;
  await page.getByRole('button', { name: /^重印/ }).first().click();
  await expect.poll(async () => (await readdir(papers)).length).toBe(before + 4);
});

test('the log proves itself and knows who worked', async () => {
  await open('#/log', '变更记录');
  await page.getByRole('button', { name: '核验记录' }).click();
  await page.getByText('没有被改动、删除或插入').waitFor();
  await page.getByRole('cell', { name: clerk }).first().waitFor();
});

test('the rules, the plans and the table of moves are there to be read', async () => {
  await open('#/rules', '规则');
  await page.getByText('离完成时限10天以内还没有完成，亮黄灯').waitFor();
  await open('#/plan', '计划');
  await page.getByText('待明确 2', { exact: true }).click();
  await page.getByRole('link', { name: 'Z06-15' }).waitFor();
  await page.getByRole('link', { name: 'Z09-03' }).waitFor();
  await open('#/help', '帮助');
  await page.getByText('审核通过待销号').first().waitFor();
});
