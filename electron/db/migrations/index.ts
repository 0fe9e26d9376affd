/** Listed statically so that the bundle and the tests see the same ones, in ascending order. */
import { firstTables } from './0010-first-tables.ts';
import { returnDesk } from './0020-return-desk.ts';
import { supervision } from './0030-supervision.ts';
import { datedRulesAndPlans } from './0040-dated-rules-and-plans.ts';
import { datedTargetsAndPlanSheets } from './0050-dated-targets-and-plan-sheets.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  firstTables,
  returnDesk,
  supervision,
  datedRulesAndPlans,
  datedTargetsAndPlanSheets,
];
