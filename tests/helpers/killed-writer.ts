/** Run as a process of its own: commits one leader, then fills a transaction that it never ends. */
import { openDatabase } from '#electron/db/sqlite/open.ts';

const open = await openDatabase({ directory: process.argv[2] ?? '' });
await open.database.insertInto('leader').values({ name: '已提交', title: '' }).execute();
await open.database.transaction().execute(async (writer) => {
  for (let index = 0; index < 20_000; index += 1) {
    await writer
      .insertInto('leader')
      .values({ name: `未提交${index}`, title: '职务'.repeat(50) })
      .execute();
  }
  process.stdout.write('in transaction\n');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
