/**
 * Photographs every screen of the built program with a made-up period in it, for a look and for the README:
 * `node tests/screenshots/take.ts DIRECTORY [WIDTH HEIGHT SCALE]` under a display.
 */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Bridge } from '#shared/contract/bridge.ts';
import type { FormsResult } from '#shared/contract/exports.ts';
import type { ProgressRow } from '#shared/contract/progress.ts';
import type { UnitSummary } from '#shared/contract/units.ts';
import { launchApp } from '../helpers/electron-app.ts';
import { fillForm } from '../helpers/fill-form.ts';
import { sampleWords } from './sample-words.ts';

const [directory = 'screenshots', width = '1366', height = '700', scale = '1'] = process.argv.slice(2);
const work = await mkdtemp(join(tmpdir(), 'duban-shots-'));
const launched = await launchApp({
  dataDirectory: join(work, 'data'),
  windowSize: { width: Number(width) / Number(scale), height: Number(height) / Number(scale) },
  ...(scale === '1' ? {} : { scaleFactor: Number(scale) }),
});
const { page } = launched;
await mkdir(directory, { recursive: true });
await page.getByRole('navigation').waitFor();

/** Calls the bridge as the page does. */
async function call<Value>(channel: string, input: object): Promise<Value> {
  const envelope = await page.evaluate(
    ([name, value]) => (window as unknown as { duban: Bridge }).duban.invoke(name, value),
    [channel, input] as const,
  );
  if (!envelope.ok) throw new Error(`${channel}: ${envelope.error.message}`);
  return envelope.value as Value;
}

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

async function reportFor(unit: UnitSummary, period: string, share: number): Promise<void> {
  const rows = await call<ProgressRow[]>('progress.sheet', { period, unitId: unit.id, scope: 'lead' });
  for (const [index, row] of rows.entries()) {
    if ((index * 7 + unit.id) % 10 >= share * 10) continue;
    await call('progress.save', {
      taskId: row.taskId,
      unitId: row.unitId,
      period,
      basedOnReport: row.reportId,
      values: sampleWords(row.content, period, index + unit.id),
      targetValues: [],
    });
  }
}

try {
  const units = await call<UnitSummary[]>('units.list', {});
  const reporting = units.filter((unit) => unit.reportingCount > 0);
  for (const unit of reporting) await reportFor(unit, '2024-05', 0.9);
  for (const unit of reporting.slice(0, reporting.length - 12)) await reportFor(unit, '2024-06', 0.8);

  const chosen = reporting.slice(-12, -8);
  const { files: forms } = await call<FormsResult>('exports.exportForms', {
    period: '2024-06',
    role: 'lead',
    unitIds: chosen.map((unit) => unit.id),
    directory: join(work, 'forms'),
    jobId: crypto.randomUUID(),
  });
  for (const [index, form] of forms.entries()) {
    await fillForm(form.file, (code) =>
      index === 1 && code.endsWith('1')
        ? { ...sampleWords(code, '2024-06', index), percent: '约三分之二' }
        : sampleWords(code, '2024-06', index),
    );
  }
  const files = (await readdir(join(work, 'forms'))).map((name) => join(work, 'forms', name));
  await launched.app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: paths });
  }, files);

  const unit = reporting.slice(0, -12).sort((left, right) => right.reportingCount - left.reportingCount)[0];
  // The data came past the screens: they are to read it anew.
  await page.reload();
  await page.getByRole('navigation').waitFor();
  await photograph('tasks', '#/tasks');
  await photograph('task', '#/tasks/12');
  await photograph('lights', '#/lights?period=2024-06');
  await photograph('lights-units', '#/lights?period=2024-06&view=unit');
  await photograph('progress-empty', '#/progress');
  await photograph('progress', `#/progress?period=2024-06&unit=${unit?.id}`);
  await photograph('exports', '#/exports');
  await photograph('returns-empty', '#/returns');
  await photograph('returns', '#/returns', async () => {
    await page.getByRole('button', { name: '选择文件…' }).first().click();
    await page
      .getByText(chosen[0]?.name ?? '')
      .first()
      .waitFor();
  });
  await photograph('standing', '#/standing?period=2024-06');
  await photograph('assess', '#/assess?period=2024-06', async () => {
    await page.getByText('区发改局', { exact: true }).first().click();
  });
  await photograph('assess-rules', '#/assess?period=2024-06&tab=rules', async () => {
    await page.getByRole('button', { name: '修改（另存一版）' }).click();
  });
  await photograph('assess-publications', '#/assess?period=2024-06&tab=publications');
  await photograph('rules', '#/rules');
  await photograph('rules-action', '#/rules?kind=action', async () => {
    await page.getByRole('button', { name: '修改督办规则' }).click();
  });
  await photograph('rules-curve', '#/rules?kind=curve', async () => {
    await page.getByRole('button', { name: '修改序时曲线' }).click();
  });
  await photograph('plan', '#/plan');
  await photograph('actions', '#/actions');
  await photograph('help', '#/help');
  await photograph('log', '#/log', async () => {
    await page.getByRole('button', { name: '核验记录' }).click();
    await page.getByText('逐条核验').waitFor();
  });
  await photograph('units', '#/units');
  await photograph('unit', `#/units/${unit?.id}`);
  process.stderr.write(`${(await launched.rendererErrors()).join('\n')}\n`);
} finally {
  await launched.close();
  await rm(work, { recursive: true, force: true });
}
