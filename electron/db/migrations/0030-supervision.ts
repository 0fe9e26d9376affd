import { chainEarlierLog } from './0030/chain-log.ts';
import { chainedLog } from './0030/log.ts';
import { planAndLifeTables } from './0030/plan.ts';
import { supervisionTables } from './0030/supervision.ts';
import type { Migration } from './migration.ts';

/** Plans and the life of a task, lights, 督办动作, scores and publications; the log is chained by hash. */
export const supervision: Migration = {
  version: 30,
  name: 'supervision',
  sql: planAndLifeTables + supervisionTables + chainedLog,
  afterwards: chainEarlierLog,
};
