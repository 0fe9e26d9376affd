import { closeSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openDatabase } from '#electron/db/sqlite/open.ts';
import { openSeededDatabase } from '../helpers/database.ts';
import { flipBit } from '../helpers/flip-bit.ts';

/** A closed, whole database with an older and a newer backup beside it. */
async function closedDatabase() {
  const open = await openSeededDatabase();
  const older = await open.backup('manual');
  const newer = await open.backup('import');
  await open.close();
  return { file: open.file, directory: open.directory, older: older.file, newer: newer.file };
}

function overwrite(file: string, position: number, length: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(length, 0xa5), 0, length, position);
  closeSync(handle);
}

test.each([
  ['a page in the middle is garbage', (file: string) => overwrite(file, 8 * 4096, 3 * 4096)],
  ['its header is not that of a database', (file: string) => overwrite(file, 0, 100)],
  ['its second half is missing', (file: string) => truncateSync(file, readFileSync(file).length / 2)],
  ['nothing of it is left', (file: string) => truncateSync(file, 0)],
  ['it is a text file', (file: string) => writeFileSync(file, '这不是数据库。'.repeat(100))],
])('a file is refused and the newest backup named when %s', async (_, damage) => {
  const { file, directory, newer } = await closedDatabase();
  damage(file);
  await expect(openDatabase({ directory })).rejects.toMatchObject({
    code: 'database_damaged',
    message: expect.stringContaining(newer),
    details: { file, backup: newer },
  });
});

test('a backup that has gone bad is passed over for the one before it', async () => {
  const { file, directory, older, newer } = await closedDatabase();
  overwrite(file, 0, 100);
  flipBit(newer, 5_000);
  await expect(openDatabase({ directory })).rejects.toMatchObject({ details: { backup: older } });
});

test('without a good backup the message says so and asks to leave the folder alone', async () => {
  const { file, directory, older, newer } = await closedDatabase();
  for (const broken of [file, older, newer]) overwrite(broken, 0, 100);
  await expect(openDatabase({ directory })).rejects.toMatchObject({
    code: 'database_damaged',
    message: expect.stringContaining('没有找到完好的备份'),
    details: { backup: null },
  });
});

test('the advice works: the backup put in the place of the file opens with every row', async () => {
  const { file, directory, newer } = await closedDatabase();
  overwrite(file, 8 * 4096, 3 * 4096);
  writeFileSync(file, readFileSync(newer));
  const open = await openDatabase({ directory });
  const tasks = await open.database.selectFrom('task').select('id').execute();
  await open.close();
  expect(tasks.length).toBe(197);
});
