/**
 * Photographs every screen of the built program with a made-up office's year in it, for a look and for the README:
 * `node tests/screenshots/take.ts DIRECTORY [WIDTH HEIGHT SCALE]` under a display.
 */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { unattendedJob } from '#electron/services/job.ts';
import type { Bridge } from '#shared/contract/bridge.ts';
import { clerk } from '../fixtures/year/office.ts';
import { playYear } from '../fixtures/year/play.ts';
import { percentOf, reportOf } from '../fixtures/year/returns.ts';
import { launchApp } from '../helpers/electron-app.ts';
import { fillForm } from '../helpers/fill-form.ts';

/** The half-year is published, July's returns are coming in. */
const today = '2024-07-25';
const month = 7;
const period = '2024-07';
/** Their July is still to come. */
const sending = ['区住建局', '区教育局', '区民政局', '滨江街道'];

const [directory = 'screenshots', width = '1366', height = '700', scale = '1'] = process.argv.slice(2);
const work = await mkdtemp(join(tmpdir(), 'duban-shots-'));
const dataDirectory = join(work, 'data');
await mkdir(dataDirectory);
const forms = join(work, 'forms');
const office = await playYear(dataDirectory, today);
const unitIds = sending.map(office.unitId);
const shown = {
  task: office.taskId('Z04-06'),
  plan: office.taskId('Z04-08'),
  unit: office.unitId('区住建局'),
};
const issued = await office.forms.exportForms(
  { period, role: 'lead', unitIds, directory: forms },
  unattendedJob,
);
for (const { file, unit } of issued.files) {
  await fillForm(file, (code) => {
    const report = reportOf(code, unit, month);
    // One unit writes a phrase where a number belongs.
    const isFaulty = unit === '区教育局' && code.endsWith('1');
    return { ...report, percent: isFaulty ? '约三分之二' : percentOf(code, unit, month) };
  });
}
await office.close();

const launched = await launchApp({
  dataDirectory,
  windowSize: { width: Number(width) / Number(scale), height: Number(height) / Number(scale) },
  ...(scale === '1' ? {} : { scaleFactor: Number(scale) }),
});
const { page } = launched;
await mkdir(directory, { recursive: true });
await page.getByRole('navigation').waitFor();
// The account that photographs has a name of its own.
await page.evaluate(
  (name) => (window as unknown as { duban: Bridge }).duban.invoke('application.setOperator', { name }),
  clerk,
);
await page.reload();
await page.getByRole('navigation').waitFor();

async function photograph(
  name: string,
  hash: string,
  prepare?: (page: Page) => Promise<void>,
): Promise<void> {
  await page.evaluate((next) => {
    window.location.hash = next;
  }, hash);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await prepare?.(page);
  await page.waitForTimeout(800);
  await page.screenshot({ path: join(directory, `${name}.png`) });
}

try {
  const files = (await readdir(forms)).map((name) => join(forms, name));
  await launched.app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: paths });
  }, files);

  await photograph('tasks', '#/tasks');
  await photograph('task', `#/tasks/${shown.task}?period=2024-06`);
  await photograph('task-plan', `#/tasks/${shown.plan}`);
  await photograph('lights', '#/lights?period=2024-06');
  await photograph('lights-units', '#/lights?period=2024-06&view=unit');
  await photograph('progress-empty', '#/progress');
  await photograph('progress', `#/progress?period=2024-06&unit=${shown.unit}`);
  await photograph('exports', '#/exports');
  await photograph('returns-empty', '#/returns');
  await photograph('returns', '#/returns', async () => {
    await page.getByRole('button', { name: '选择文件…' }).first().click();
    await page.getByText('区教育局').first().waitFor();
  });
  await photograph('standing', '#/standing?period=2024-06');
  await photograph('assess', '#/assess?period=2024-06', async () => {
    await page.getByText('区经信局', { exact: true }).first().click();
  });
  await photograph('assess-rules', '#/assess?period=2024-06&tab=rules', async () => {
    await page.getByRole('button', { name: '修改（另存一版）' }).click();
  });
  await photograph('assess-publications', '#/assess?period=2024-06&tab=publications', async () => {
    await page.getByRole('button', { name: '展开行' }).first().click();
    await page.getByText('发布时的').waitFor();
  });
  await photograph('rules', '#/rules');
  await photograph('rules-action', '#/rules?kind=action', async () => {
    await page.getByRole('button', { name: '修改督办规则' }).click();
  });
  await photograph('rules-curve', '#/rules?kind=curve', async () => {
    await page.getByRole('button', { name: '修改序时曲线' }).click();
  });
  await photograph('plan', '#/plan');
  await photograph('leaders', '#/plan/leaders');
  await photograph('actions', `#/actions?date=${today}`);
  await photograph('actions-list', '#/actions?tab=list');
  await photograph('help', '#/help');
  await photograph('log', '#/log', async () => {
    await page.getByRole('button', { name: '核验记录' }).click();
    await page.getByText('逐条核验').waitFor();
  });
  await photograph('units', '#/units');
  await photograph('unit', `#/units/${shown.unit}`);
  process.stderr.write(`${(await launched.rendererErrors()).join('\n')}\n`);
} finally {
  await launched.close();
  await rm(work, { recursive: true, force: true });
}
