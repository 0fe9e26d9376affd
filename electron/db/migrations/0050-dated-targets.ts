import { targetTerms } from './0050/terms.ts';
import type { Migration } from './migration.ts';

/** The targets of a re-worded task, from which day and until when. */
export const datedTargets: Migration = { version: 50, name: 'dated targets', sql: targetTerms };
