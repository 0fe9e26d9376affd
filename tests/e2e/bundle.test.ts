import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createExcelWorker } from '#electron/excel/excel-worker.ts';
import { inProject } from '../../build/bootstrap/project.mjs';

const output = inProject('out');
const filesIn = (folder: string, extension: string) =>
  readdirSync(join(output, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => readFileSync(join(output, folder, name), 'utf8'));

test('the page loads its files from beside itself, whatever scheme it is served under', () => {
  const [page = ''] = filesIn('renderer', '.html');
  const references = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, reference]) => reference);
  expect(references.length).toBeGreaterThan(0);
  expect(references.filter((reference) => !reference?.startsWith('./'))).toEqual([]);
});

test('no script of the page makes code out of text', () => {
  const makesCode = /[^\w.$]eval\(|new Function\(/;
  expect(filesIn('renderer', '.js').filter((script) => makesCode.test(script))).toEqual([]);
});

test('the preload script is one file that needs nothing but Electron', () => {
  const [script = '', ...others] = filesIn('preload', '.cjs');
  expect(others).toEqual([]);
  const required = [...script.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
  expect([...new Set(required)]).toEqual(['electron']);
});

test('the main process brings everything along but Node, Electron and the native module', () => {
  const scripts = filesIn('main', '.js').join('\n');
  const needed = [...scripts.matchAll(/^import .*?"([^"]+)";$|\b_*require\("([^"]+)"\)/gm)]
    .map(([, imported, required]) => imported ?? required ?? '')
    .filter((name) => !name.startsWith('.') && !isBuiltin(name));
  expect([...new Set(needed)].sort()).toEqual(['better-sqlite3', 'electron']);
});

test('the bundled worker reads a workbook', async () => {
  const worker = createExcelWorker(join(output, 'main', 'excel-worker.js'));
  onTestFinished(() => worker.close());
  const bytes = new TextEncoder().encode('任务编号,本期进展\nZ02-01,已开工\n');
  const workbook = await worker.readWorkbook({ fileName: '回表.csv', bytes });
  expect(workbook.sheets[0]?.rows[1]?.[1]?.text).toBe('已开工');
});
