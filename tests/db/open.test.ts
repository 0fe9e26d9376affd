import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { schemaVersion } from '#electron/db/migrate.ts';
import { listBackups } from '#electron/db/sqlite/backup-verify.ts';
import { databaseFileName, openDatabase } from '#electron/db/sqlite/open.ts';
import { openTestDatabase, temporaryDirectory } from '../helpers/database.ts';
import { insertSampleRows } from '../helpers/sample-rows.ts';

test('a folder that is not there yet is made, Chinese names and spaces included', async () => {
  const directory = join(temporaryDirectory(), '督办 数据', '2024年');
  const open = await openTestDatabase(directory);
  expect(existsSync(join(directory, databaseFileName))).toBe(true);
  expect(open.inspect()).toEqual({ schemaVersion, damages: [], orphans: [], pragmas: {} });
});

test('a relative folder is told as the whole path', async () => {
  const directory = temporaryDirectory();
  const open = await openTestDatabase(relative(process.cwd(), directory));
  expect(open.directory).toBe(directory);
});

test('a committed save is on the disk and not in a cache: WAL with synchronous FULL', async () => {
  const { raw } = await openTestDatabase();
  expect(raw.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(raw.pragma('synchronous', { simple: true })).toBe(2);
  expect(raw.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(raw.pragma('trusted_schema', { simple: true })).toBe(0);
  expect(raw.pragma('cell_size_check', { simple: true })).toBe(1);
  expect(raw.pragma('ignore_check_constraints', { simple: true })).toBe(0);
});

test('a transaction that fails leaves nothing of it', async () => {
  const { database } = await openTestDatabase();
  const failing = database.transaction().execute(async (writer) => {
    await writer.insertInto('leader').values({ name: '王五', title: '' }).execute();
    throw new Error('stop');
  });
  await expect(failing).rejects.toThrow('stop');
  expect(await database.selectFrom('leader').selectAll().execute()).toEqual([]);
});

test('a transaction that reads before it writes does not fail because another program is open too', async () => {
  const directory = temporaryDirectory();
  const window = await openTestDatabase(directory);
  const commandLine = await openTestDatabase(directory);
  await window.database.transaction().execute(async (writer) => {
    await writer.selectFrom('leader').selectAll().execute();
    commandLine.raw.pragma('busy_timeout = 0');
    expect(() => commandLine.raw.exec('BEGIN IMMEDIATE')).toThrow(/locked/);
    await writer.insertInto('leader').values({ name: '王五', title: '' }).execute();
  });
  expect(await commandLine.database.selectFrom('leader').select('name').execute()).toEqual([
    { name: '王五' },
  ]);
});

test('closing twice, or before the first query, is no mistake', async () => {
  const open = await openDatabase({ directory: temporaryDirectory() });
  await open.close();
  await open.close();
  expect(open.raw.open).toBe(false);
});

test('a file of a newer program is refused in one sentence and not touched', async () => {
  const directory = temporaryDirectory();
  const open = await openDatabase({ directory });
  insertSampleRows(open.raw);
  open.raw.pragma(`user_version = ${schemaVersion + 10}`);
  await open.close();
  await expect(openDatabase({ directory })).rejects.toMatchObject({
    code: 'database_newer',
    message: expect.stringContaining('请安装最新版程序'),
  });
  const raw = new SqliteDatabase(join(directory, databaseFileName));
  onTestFinished(() => void raw.close());
  expect(raw.pragma('user_version', { simple: true })).toBe(schemaVersion + 10);
  expect(raw.prepare('SELECT count(*) FROM task').pluck().get()).toBe(1);
});

test('a database with rows is backed up before its format moves on; a new one is not', async () => {
  const directory = temporaryDirectory();
  const first = await openDatabase({ directory });
  await first.close();
  expect(await listBackups(directory)).toEqual([]);

  const older = new SqliteDatabase(join(directory, databaseFileName));
  for (const table of ['form_issue_row', 'change_log']) older.exec(`DROP TABLE ${table}`);
  older.pragma('user_version = 5');
  older.close();
  // The tables of version 10 are there already, so the way up from this made-up version fails.
  await expect(openDatabase({ directory })).rejects.toThrow(/already exists/);
  const [backup = ''] = await listBackups(directory);
  expect(backup).toMatch(/-migration\.sqlite$/);
  const copy = new SqliteDatabase(backup, { readonly: true });
  onTestFinished(() => void copy.close());
  expect(copy.pragma('user_version', { simple: true })).toBe(5);
});

test('while another program holds the file, opening says so', { timeout: 20_000 }, async () => {
  const directory = temporaryDirectory();
  const open = await openTestDatabase(directory);
  open.raw.exec('BEGIN IMMEDIATE');
  await expect(openDatabase({ directory })).rejects.toMatchObject({
    code: 'file_unwritable',
    message: expect.stringContaining('正被另一个程序占用'),
  });
  open.raw.exec('ROLLBACK');
});

test('a folder in the place of the file is told as not to be opened', async () => {
  const directory = temporaryDirectory();
  await mkdir(join(directory, databaseFileName));
  await expect(openDatabase({ directory })).rejects.toMatchObject({ code: 'file_unwritable' });
});

test('a file in the place of the folder is refused with the reason', async () => {
  const file = join(temporaryDirectory(), 'data');
  await writeFile(file, '');
  await expect(openDatabase({ directory: join(file, 'duban') })).rejects.toMatchObject({
    code: 'location_refused',
    message: expect.stringContaining(file),
  });
});

test('text that begins like a formula is stored as it is', async () => {
  const { database } = await openTestDatabase();
  await database.insertInto('preference').values({ key: 'a', value: '=1+1' }).execute();
  expect((await sql<{ value: string }>`select value from preference`.execute(database)).rows).toEqual([
    { value: '=1+1' },
  ]);
});
