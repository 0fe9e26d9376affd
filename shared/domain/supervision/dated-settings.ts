/** Settings that hold from a date on, so that an old period keeps the settings, and the colours, it had. */
import { isDate } from './dates.ts';

export interface Dated {
  /** `YYYY-MM-DD`, the first day these settings hold. */
  effectiveFrom: string;
}

/**
 * The settings in force on a date: those that began last. Before the first of them the first holds, because a
 * period must not be without rules.
 * @throws RangeError when the list is empty
 */
export function settingsAt<Settings extends Dated>(list: readonly Settings[], date: string): Settings {
  const byStart = [...list].sort((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1));
  const found = byStart.findLast(({ effectiveFrom }) => effectiveFrom <= date) ?? byStart[0];
  if (found === undefined) throw new RangeError('no settings');
  return found;
}

/** What is wrong with a list's dates, a sentence each. @param subject what is set, 「亮灯规则」 */
export function checkStartDates(list: readonly Dated[], subject: string): string[] {
  if (list.length === 0) return [`${subject}一条也没有，请至少保留一条。`];
  const dates = list.map(({ effectiveFrom }) => effectiveFrom);
  const malformed = dates.filter((date) => !isDate(date));
  const repeated = new Set(dates.filter((date, index) => dates.indexOf(date) !== index));
  return [
    ...malformed.map((date) => `${subject}的生效日期“${date}”不是有效日期，请按“2024-01-01”的格式填写。`),
    ...[...repeated].map((date) => `${subject}有两条都从${date}起生效，请删去一条或改日期。`),
  ];
}
