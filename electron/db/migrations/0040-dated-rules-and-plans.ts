import { datedTables } from './0040/dated.ts';
import type { Migration } from './migration.ts';

/** Every rule's settings and every plan hold from a date on, so that earlier periods keep what they had. */
export const datedRulesAndPlans: Migration = { version: 40, name: 'dated rules and plans', sql: datedTables };
