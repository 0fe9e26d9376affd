import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupDirectory } from '#electron/db/sqlite/backup.ts';
import { checkDatabase } from '#electron/services/check.service.ts';
import { openSeededDatabase } from '../helpers/database.ts';
import { flipBit } from '../helpers/flip-bit.ts';
import { keepSampleOriginal } from '../helpers/originals.ts';

test('originals that are all there, here and with the backups, are in order and counted', async () => {
  const open = await openSeededDatabase();
  await keepSampleOriginal(open, '甲');
  await keepSampleOriginal(open, '乙');
  await open.backup('import');
  expect(await checkDatabase(open)).toMatchObject({ ok: true, problems: [], counts: { originals: 2 } });
});

test('an original that is gone is named by the file the unit sent', async () => {
  const open = await openSeededDatabase();
  const { file, sha256 } = await keepSampleOriginal(open, '甲');
  await keepSampleOriginal(open, '乙');
  await open.backup('import');
  await rm(file);
  const { ok, problems } = await checkDatabase(open);
  expect(ok).toBe(false);
  expect(problems).toEqual([expect.stringMatching(new RegExp(`^回表“甲.xlsx”的原件不在“.*”里.*${sha256}`))]);
});

test('one flipped bit in an original is noticed', async () => {
  const open = await openSeededDatabase();
  const { file } = await keepSampleOriginal(open, '甲');
  flipBit(file, 1);
  const { problems } = await checkDatabase(open);
  expect(problems).toEqual([expect.stringContaining(`“甲.xlsx”的原件“${file}”已被改动或损坏`)]);
});

test('a backup without the returns it needs is told, and the next backup mends it', async () => {
  const open = await openSeededDatabase();
  const { sha256 } = await keepSampleOriginal(open, '甲');
  await open.backup('import');
  const kept = join(backupDirectory(open.directory), 'originals', `${sha256}.xlsx`);
  await rm(kept);
  expect((await checkDatabase(open)).problems).toEqual([
    expect.stringMatching(new RegExp(`^备份“duban-.*”要用的 1 份回表原件不在.*如 ${sha256}`)),
  ]);
  await open.backup('manual');
  expect((await checkDatabase(open)).problems).toEqual([]);
  await rm(kept);
  await writeFile(kept, '别的内容');
  expect((await checkDatabase(open)).problems).toHaveLength(2);
});
