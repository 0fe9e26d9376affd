import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupDirectory } from '#electron/db/sqlite/backup.ts';
import { listBackupDigests } from '#electron/db/sqlite/backup-originals.ts';
import { openSeededDatabase } from '../helpers/database.ts';
import { keepSampleOriginal } from '../helpers/originals.ts';

test('a backup brings the returns its rows refer to, each once however many backups there are', async () => {
  const open = await openSeededDatabase();
  const first = await keepSampleOriginal(open, '甲');
  const { file } = await open.backup('import');
  const second = await keepSampleOriginal(open, '乙');
  const later = await open.backup('import');
  const folder = join(backupDirectory(open.directory), 'originals');
  expect((await readdir(folder)).sort()).toEqual(
    [first, second].map(({ sha256 }) => `${sha256}.xlsx`).sort(),
  );
  expect(await readFile(join(folder, `${second.sha256}.xlsx`), 'utf8')).toBe('乙');
  expect(listBackupDigests(file)).toEqual([first.sha256]);
  expect(listBackupDigests(later.file)).toEqual([first.sha256, second.sha256].sort());
});

test('an original that is deleted later stays with the backups', async () => {
  const open = await openSeededDatabase();
  const { file, sha256 } = await keepSampleOriginal(open, '甲');
  await open.backup('import');
  await rm(file);
  await open.backup('import');
  const kept = join(backupDirectory(open.directory), 'originals', `${sha256}.xlsx`);
  expect(await readFile(kept, 'utf8')).toBe('甲');
});

test('what is still being written is left alone', async () => {
  const open = await openSeededDatabase();
  const { sha256 } = await keepSampleOriginal(open, '甲');
  await writeFile(join(open.directory, 'originals', '.duban-1.tmp'), '半');
  await open.backup('import');
  expect(await readdir(join(backupDirectory(open.directory), 'originals'))).toEqual([`${sha256}.xlsx`]);
});

test('a backup whose returns cannot be kept is none, and says so', async () => {
  const open = await openSeededDatabase();
  await keepSampleOriginal(open, '甲');
  const folder = backupDirectory(open.directory);
  await mkdir(folder);
  await writeFile(join(folder, 'originals'), 'a file, not a folder');
  await expect(open.backup('import')).rejects.toMatchObject({
    code: 'file_unwritable',
    message: expect.stringContaining('没有做成备份'),
  });
  expect(await readdir(folder)).toEqual(['originals']);
});
