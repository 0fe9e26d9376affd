/**
 * A number of a task's words holds as long as they do: a re-worded task has other ones from a day on. One that ends on
 * its first day was wrong and holds on none.
 */
import { isDate } from '../0010/checks.ts';

export const targetTerms = `
ALTER TABLE target ADD COLUMN from_date TEXT CHECK (from_date IS NULL OR ${isDate('from_date')});
ALTER TABLE target ADD COLUMN until_date TEXT
  CHECK (until_date IS NULL OR (${isDate('until_date')} AND until_date >= coalesce(from_date, '')));
`;
