import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { runPageWork } from '#electron/db/sqlite/off-thread.ts';
import { openSeededDatabase } from '../helpers/database.ts';
import { dumpRows } from '../helpers/schema-dump.ts';

/** Every file counts as large. */
const inThread = 0;

test('a whole file, which the program has open, is found whole in a thread of its own', async () => {
  const { file } = await openSeededDatabase();
  expect(await runPageWork('checkPages', { file }, inThread)).toBeNull();
});

test('damage comes back with the code by which it is known', async () => {
  const open = await openSeededDatabase();
  const { file } = await open.backup('manual');
  truncateSync(file, 8 * 4096);
  await expect(runPageWork('checkPages', { file }, inThread)).rejects.toMatchObject({
    code: expect.stringMatching(/^SQLITE_CORRUPT/),
  });
});

test('a copy made in a thread has every committed row, and counts them', async () => {
  const open = await openSeededDatabase();
  const target = join(open.directory, 'copy.sqlite');
  const counts = await runPageWork('copyDatabase', { file: open.file, target }, inThread);
  const copy = new SqliteDatabase(target, { readonly: true });
  onTestFinished(() => void copy.close());
  expect(counts.task).toBe(197);
  expect(dumpRows(copy)).toBe(dumpRows(open.raw));
});

test('a file that is not there fails as SQLite says it', async () => {
  const { directory } = await openSeededDatabase();
  const request = { file: join(directory, 'gone.sqlite') };
  await expect(runPageWork('checkPages', request, inThread)).rejects.toMatchObject({
    code: 'SQLITE_CANTOPEN',
  });
});

test('the thread gives the same answers as no thread', async () => {
  const { file } = await openSeededDatabase();
  expect(await runPageWork('checkPages', { file })).toBe(await runPageWork('checkPages', { file }, inThread));
});
