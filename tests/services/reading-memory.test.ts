import { expect, test } from 'vitest';
import { readChangeStamp } from '#electron/db/sqlite/change-stamp.ts';
import { openDatabase } from '#electron/db/sqlite/open.ts';
import { createReadingMemory } from '#electron/services/reading-memory.ts';
import { openSeededDatabase, temporaryDirectory } from '../helpers/database.ts';

function setDeadline(database: Awaited<ReturnType<typeof openSeededDatabase>>['database'], period: string) {
  return database.insertInto('period').values({ period, deadline: '2024-06-28' }).execute();
}

test('what was read is read again only after something was written', async () => {
  const { database } = await openSeededDatabase();
  const memory = createReadingMemory(() => readChangeStamp(database), 2);
  const read = () => memory.recall('periods', () => database.selectFrom('period').selectAll().execute());
  const first = await read();
  expect(await read()).toBe(first);
  await setDeadline(database, '2031-06');
  expect(await read()).toHaveLength(first.length + 1);
});

test('another program’s write is noticed too', async () => {
  const directory = temporaryDirectory();
  const one = await openDatabase({ directory });
  const other = await openDatabase({ directory });
  try {
    const memory = createReadingMemory(() => readChangeStamp(one.database), 2);
    const read = () =>
      memory.recall('periods', () => one.database.selectFrom('period').selectAll().execute());
    expect(await read()).toEqual([]);
    await setDeadline(other.database, '2031-06');
    expect(await read()).toHaveLength(1);
  } finally {
    await other.close();
    await one.close();
  }
});

test('what a write overtook while it was read is not kept', async () => {
  const { database } = await openSeededDatabase();
  const memory = createReadingMemory(() => readChangeStamp(database), 2);
  await memory.recall('periods', async () => {
    await setDeadline(database, '2031-06');
    return 'overtaken';
  });
  expect(await memory.recall('periods', async () => 'anew')).toBe('anew');
});

test('a reading that failed is tried again, and only the latest are kept', async () => {
  const { database } = await openSeededDatabase();
  const memory = createReadingMemory(() => readChangeStamp(database), 2);
  await expect(memory.recall('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await memory.recall('a', async () => 1)).toBe(1);
  await memory.recall('b', async () => 2);
  await memory.recall('c', async () => 3);
  expect(await memory.recall('b', async () => 20)).toBe(2);
  expect(await memory.recall('a', async () => 10)).toBe(10);
});
