import { directoryTables } from './0010/directory.ts';
import { formRowTables, returnTables } from './0010/exchange.ts';
import { journalTables } from './0010/journal.ts';
import { noticeTables } from './0010/notice.ts';
import { progressTables } from './0010/progress.ts';
import type { Migration } from './migration.ts';

/** Every table of the first release. A table comes before those that refer to it. */
export const firstTables: Migration = {
  version: 10,
  name: 'first tables',
  sql: directoryTables + noticeTables + returnTables + progressTables + formRowTables + journalTables,
};
