import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { type Job, unattendedJob } from '#electron/services/job.ts';
import type { LedgerEntry } from '#shared/domain/ledger.ts';
import { temporaryDirectory } from '../helpers/database.ts';
import { openExcelWorker } from '../helpers/excel-worker.ts';
import { sampleSheet, sampleTask, taskEntry } from '../helpers/ledger-sample.ts';

const stubborn = new URL('../fixtures/stubborn-worker.mjs', import.meta.url);
const nothing = { kind: 'xlsx', notices: [], sheets: [] };

function file(fileName: string) {
  return { bytes: new Uint8Array(), fileName };
}

test('a file that is never done being read fails alone, and the next one is read', async () => {
  const worker = openExcelWorker(stubborn, { readMilliseconds: 300 });
  const hanging = worker.readWorkbook(file('死循环.xlsx'));
  const next = worker.readWorkbook(file('正常.xlsx'));
  await expect(hanging).rejects.toMatchObject({
    code: 'file_unreadable',
    message: expect.stringMatching(/^“死循环\.xlsx”读了0\.3秒还没有读完/),
  });
  await expect(next).resolves.toEqual(nothing);
});

test('a file that takes all memory fails alone', async () => {
  const worker = openExcelWorker(stubborn, { memoryMebibytes: 64 });
  await expect(worker.readWorkbook(file('吃内存.xlsx'))).rejects.toMatchObject({
    code: 'file_unreadable',
    message: expect.stringContaining('内存不足'),
  });
  await expect(worker.readWorkbook(file('正常.xlsx'))).resolves.toEqual(nothing);
});

test('a file at which the worker breaks down fails alone', async () => {
  const worker = openExcelWorker(stubborn);
  await expect(worker.readWorkbook(file('崩溃.xlsx'))).rejects.toMatchObject({
    code: 'file_unreadable',
    message: expect.stringContaining('读到一半出错'),
  });
  await expect(worker.readWorkbook(file('正常.xlsx'))).resolves.toEqual(nothing);
});

test('cancelling ends a read at once, and only that one', async () => {
  const worker = openExcelWorker(stubborn);
  const cancel = new AbortController();
  const hanging = worker.readWorkbook(file('死循环.xlsx'), { signal: cancel.signal });
  const next = worker.readWorkbook(file('正常.xlsx'));
  setTimeout(() => cancel.abort(), 200);
  await expect(hanging).rejects.toMatchObject({ code: 'cancelled' });
  await expect(next).resolves.toEqual(nothing);
});

test('after closing nothing is started any more', async () => {
  const worker = openExcelWorker(stubborn);
  await worker.close();
  await expect(worker.readWorkbook(file('正常.xlsx'))).rejects.toMatchObject({ code: 'cancelled' });
});

test('a file that is gone is said by name', async () => {
  const worker = openExcelWorker();
  await expect(worker.readWorkbook(join(temporaryDirectory(), '回表.xlsx'))).rejects.toMatchObject({
    code: 'file_unreadable',
    message: '“回表.xlsx”已不在原处，可能被移动或删除。请重新选择。',
  });
});

test('a workbook of many cells comes over whole', async () => {
  const path = join(temporaryDirectory(), '大表.xlsx');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('甲');
  for (let row = 1; row <= 3_000; row += 1) sheet.addRow([`第${row}行`, row, '进展', '', '末']);
  workbook.addWorksheet('乙').addRow(['只有一行']);
  await workbook.xlsx.writeFile(path);
  const [first, second] = (await openExcelWorker().readWorkbook(path)).sheets;
  expect(first?.rows).toHaveLength(3_000);
  expect(first?.rows.map((row) => row[0]?.text)).toEqual(
    Array.from({ length: 3_000 }, (_, index) => `第${index + 1}行`),
  );
  expect(second?.rows[0]?.[0]?.text).toBe('只有一行');
});

const chunk = Array.from({ length: 200 }, () => taskEntry(sampleTask('已开工')));

function* chunks(count: number): Generator<LedgerEntry[]> {
  for (let index = 0; index < count; index += 1) yield chunk;
}

test('a ledger tells how far it is', async () => {
  const progress: number[] = [];
  const job: Job = { ...unattendedJob, report: (done, total) => progress.push(done / total) };
  const sheet = { ...sampleSheet([]), tasks: 1_000, entries: chunks(5) };
  await openExcelWorker().writeLedger({ sheets: [sheet] }, join(temporaryDirectory(), '台账.xlsx'), job);
  expect(progress).toEqual([...progress].sort((left, right) => left - right));
  expect(progress.at(-1)).toBe(1);
  expect(progress.length).toBeGreaterThan(4);
});

test('a cancelled ledger leaves nothing in the folder', async () => {
  const directory = temporaryDirectory();
  const cancel = new AbortController();
  const job: Job = {
    signal: cancel.signal,
    report: (done) => {
      if (done >= 400) cancel.abort();
    },
  };
  const sheet = { ...sampleSheet([]), tasks: 10_000, entries: chunks(50) };
  const writing = openExcelWorker().writeLedger({ sheets: [sheet] }, join(directory, '台账.xlsx'), job);
  await expect(writing).rejects.toMatchObject({ code: 'cancelled', message: '已取消。' });
  expect(readdirSync(directory)).toEqual([]);
});

test('a failed ledger does not spoil the next one', async () => {
  const directory = temporaryDirectory();
  const worker = openExcelWorker();
  const tooLong = { ...sampleSheet([], { title: '长'.repeat(40_000) }) };
  const failing = worker.writeLedger({ sheets: [tooLong] }, join(directory, '一.xlsx'), unattendedJob);
  await expect(failing).rejects.toMatchObject({
    code: 'bad_input',
    message: expect.stringContaining('32767'),
  });
  await worker.writeLedger({ sheets: [sampleSheet(chunk)] }, join(directory, '二.xlsx'), unattendedJob);
  expect(readdirSync(directory)).toEqual(['二.xlsx']);
});

test('an existing ledger is replaced', async () => {
  const path = join(temporaryDirectory(), '台账.xlsx');
  writeFileSync(path, '旧');
  const worker = openExcelWorker();
  await worker.writeLedger({ sheets: [sampleSheet(chunk)] }, path, unattendedJob);
  expect((await worker.readWorkbook(path)).sheets[0]?.rows).toHaveLength(203);
});
