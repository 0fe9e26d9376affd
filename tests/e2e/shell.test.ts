/** The program as a whole: first start, second start, one window a data folder. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeSource from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../helpers/electron-app.ts';

const screens = [
  ['#/tasks', '任务总表'],
  ['#/progress', '进展录入'],
  ['#/exports', '台账与填报表'],
  ['#/returns', '导入回表'],
  ['#/units', '单位'],
] as const;

let dataDirectory: string;
let launched: LaunchedApp;

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'duban-壳 '));
  launched = await launchApp({ dataDirectory, windowSize: { width: 1366, height: 700 } });
  await launched.page.getByRole('navigation').waitFor();
});

afterAll(async () => {
  await launched.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

async function openScreen(page: Page, hash: string, name: string): Promise<void> {
  await page.evaluate((next) => {
    window.location.hash = next;
  }, hash);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

test('the first start shows the notice’s tasks', async () => {
  await openScreen(launched.page, '#/tasks', '任务总表');
  await launched.page.getByText('共 197 项').waitFor();
  await launched.page.getByText('地区生产总值增长 6%以上。').first().waitFor();
});

test.each(screens)(
  '%s has a name, no serious accessibility finding and no sideways scrolling',
  async (hash, name) => {
    const { page } = launched;
    await openScreen(page, hash, name);
    const findings = await page.evaluate(async (source) => {
      // The page's policy forbids script elements; the debugger's evaluation is not the page's.
      const load = new Function(`${source}; return window.axe;`) as () => typeof import('axe-core');
      const { violations } = await load().run(document, { resultTypes: ['violations'] });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    }, AxeSource.source);
    expect(findings).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  },
);

test('a second start on the same data folder hands over to the open window', async () => {
  const second = await launchApp({ dataDirectory }).catch(() => null);
  if (second !== null) {
    await second.close();
    throw new Error('a second window opened on the same data folder');
  }
  expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('nothing was complained about', async () => {
  expect(await launched.rendererErrors()).toEqual([]);
});
