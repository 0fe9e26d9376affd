import { returnDeskTables } from './0020/desk.ts';
import type { Migration } from './migration.ts';

/** Files under review, 退回, what was learned of units' tables, and the dates a return was received and filled in. */
export const returnDesk: Migration = { version: 20, name: 'return desk', sql: returnDeskTables };
