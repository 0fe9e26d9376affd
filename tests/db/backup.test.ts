import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { backupDirectory, createBackup } from '#electron/db/sqlite/backup.ts';
import { listBackups, newestGoodBackup, verifyBackup } from '#electron/db/sqlite/backup-verify.ts';
import { openSeededDatabase } from '../helpers/database.ts';
import { flipBit } from '../helpers/flip-bit.ts';
import { dumpRows, dumpSchema } from '../helpers/schema-dump.ts';

function openCopy(file: string): SqliteDatabase.Database {
  const copy = new SqliteDatabase(file, { readonly: true });
  onTestFinished(() => void copy.close());
  return copy;
}

test('a backup holds every row, stands alone, and has its checksum beside it as sha256sum writes it', async () => {
  const open = await openSeededDatabase();
  const backup = await open.backup('import');
  const copy = openCopy(backup.file);
  expect(dumpSchema(copy) + dumpRows(copy)).toBe(dumpSchema(open.raw) + dumpRows(open.raw));
  expect(backup.counts.task).toBe(197);

  const digest = createHash('sha256')
    .update(await readFile(backup.file))
    .digest('hex');
  expect(await readFile(`${backup.file}.sha256`, 'utf8')).toBe(`${digest}  ${basename(backup.file)}\n`);
  expect(backup.sha256).toBe(digest);
  expect((await readdir(backupDirectory(open.directory))).sort()).toEqual([
    basename(backup.file),
    `${basename(backup.file)}.sha256`,
  ]);
});

test('what is still in an open transaction is not in the backup', async () => {
  const { database, backup } = await openSeededDatabase();
  const made = await database.transaction().execute(async (writer) => {
    await writer.insertInto('preference').values({ key: 'half', value: 'done' }).execute();
    return backup('manual');
  });
  expect(openCopy(made.file).prepare('SELECT count(*) FROM preference').pluck().get()).toBe(0);
});

test('what another program saves during a backup does not spoil it', async () => {
  const open = await openSeededDatabase();
  const pending = open.backup('manual');
  for (let index = 0; index < 200; index += 1) {
    await open.database
      .insertInto('preference')
      .values({ key: `k${index}`, value: 'x'.repeat(2_000) })
      .execute();
  }
  const backup = await pending;
  expect((await verifyBackup(backup.file)).problem).toBeNull();
});

test('two backups of one second are two files', async () => {
  const open = await openSeededDatabase();
  const now = () => new Date(2024, 5, 28, 9);
  const first = await createBackup(open.file, open.directory, 'import', now);
  const second = await createBackup(open.file, open.directory, 'import', now);
  expect(await listBackups(open.directory)).toEqual([second.file, first.file]);
});

test('one flipped bit in a cell’s text, which SQLite does not notice, is noticed', async () => {
  const open = await openSeededDatabase();
  const { file } = await open.backup('manual');
  const position = (await readFile(file)).indexOf(Buffer.from('落地亿元以上产业项目'));
  expect(position).toBeGreaterThan(0);
  flipBit(file, position + 2);
  expect(openCopy(file).pragma('integrity_check', { simple: true })).toBe('ok');
  expect((await verifyBackup(file)).problem).toContain('与校验值不符');
});

test('a backup without its checksum, or that is gone, counts as not verified', async () => {
  const open = await openSeededDatabase();
  const { file } = await open.backup('manual');
  await rm(`${file}.sha256`);
  expect((await verifyBackup(file)).problem).toContain('没有校验文件');
  await writeFile(`${file}.sha256`, `${'0'.repeat(64)}  ${basename(file)}\n`);
  await rm(file);
  expect((await verifyBackup(file)).problem).toContain('读不出来');
});

test('a file whose checksum is right but that is no database is not good', async () => {
  const open = await openSeededDatabase();
  const { file } = await open.backup('manual');
  const garbage = Buffer.alloc(8192, 7);
  await writeFile(file, garbage);
  await writeFile(`${file}.sha256`, `${createHash('sha256').update(garbage).digest('hex')}  x\n`);
  expect((await verifyBackup(file)).problem).toContain('数据页已损坏');
  expect(await newestGoodBackup(open.directory)).toBeNull();
});

test('where nothing can be written, the backup fails in one sentence and leaves nothing behind', async () => {
  const open = await openSeededDatabase();
  await writeFile(backupDirectory(open.directory), 'a file, not a folder');
  await expect(open.backup('import')).rejects.toMatchObject({
    code: 'file_unwritable',
    message: expect.stringContaining('没有做成备份'),
  });
  expect((await readdir(open.directory)).filter((name) => name.includes('partial'))).toEqual([]);
});

test('old backups go by the keep rule, other people’s files stay', async () => {
  const open = await openSeededDatabase();
  const folder = backupDirectory(open.directory);
  await mkdir(folder);
  const old = Array.from(
    { length: 31 },
    (_, day) => `duban-202301${String(day + 1).padStart(2, '0')}-090000-import.sqlite`,
  );
  for (const name of [...old, '重要备份.sqlite']) {
    await writeFile(join(folder, name), '');
    await writeFile(join(folder, `${name}.sha256`), '');
  }
  await open.backup('manual');
  const left = await readdir(folder);
  expect(left).not.toContain('duban-20230101-090000-import.sqlite');
  expect(left).not.toContain('duban-20230101-090000-import.sqlite.sha256');
  expect(left).toContain('duban-20230103-090000-import.sqlite');
  expect(left).toContain('重要备份.sqlite');
  expect(left).toContain('重要备份.sqlite.sha256');
});

test('a copy that a killed program left yesterday goes, one that is being made stays', async () => {
  const open = await openSeededDatabase();
  const folder = backupDirectory(open.directory);
  await mkdir(folder);
  const [abandoned, current] = [1, 2].map((pid) => `partial-${pid}-${crypto.randomUUID()}.tmp`);
  for (const name of [abandoned, current]) await writeFile(join(folder, name ?? ''), '');
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
  await utimes(join(folder, abandoned ?? ''), twoDaysAgo, twoDaysAgo);
  await open.backup('manual');
  const left = await readdir(folder);
  expect(left).not.toContain(abandoned);
  expect(left).toContain(current);
});
