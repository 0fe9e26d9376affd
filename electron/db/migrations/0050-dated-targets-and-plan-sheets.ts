import { planSheets } from './0050/plan-sheets.ts';
import { targetTerms } from './0050/terms.ts';
import type { Migration } from './migration.ts';

/** The targets of a re-worded task, from which day and until when; the plan sheets that were taken in. */
export const datedTargetsAndPlanSheets: Migration = {
  version: 50,
  name: 'dated targets and plan sheets',
  sql: targetTerms + planSheets,
};
