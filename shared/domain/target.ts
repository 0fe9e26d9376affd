/** 指标 (domain.md, Words): a number the text promises. */

export type Comparator = '>=' | '<=' | '=';

export const comparatorLabels: Record<Comparator, string> = { '>=': '≥', '<=': '≤', '=': '=' };

export type Direction = 'higher' | 'lower';

export interface Target {
  /** What is counted, in the text's own words: 「亿元以上产业项目」. */
  name: string;
  comparator: Comparator;
  /** In `measure`, with 万 and 亿 multiplied out: 百亿元 is 10,000,000,000 元; 85% is 85. */
  value: number;
  /** Unit of measure as printed, without its multiplier: 个, 元, %, 美元, 平方米; empty for a bare number. */
  measure: string;
  /** `YYYY-MM-DD`. */
  due: string;
}

/** A number of words that hold from a day on, or until one: a re-worded task promises other numbers. */
export interface DatedTarget extends Target {
  /** The first day on which it holds; null: since the task is listed. */
  from: string | null;
  /** The first day on which it no longer holds; null while it does. */
  until: string | null;
}

/** @param date `YYYY-MM-DD` */
export function isTargetOn({ from, until }: Pick<DatedTarget, 'from' | 'until'>, date: string): boolean {
  return (from === null || from <= date) && (until === null || date < until);
}

/**
 * The days of a number that was written down wrongly and then put right: the one before its year begins, on which
 * nothing is counted. The file wants a first day before the last one, so that "on no day" cannot be written there.
 */
export function daysOfCorrected(year: number): { from: string; until: string } {
  return { from: `${year - 1}-12-31`, until: `${year}-01-01` };
}

/** Whether a number was only ever wrong. What words have overtaken held longer: the first are those of the year. */
export function isCorrected({ until }: { until: string | null }, year: number): boolean {
  return until === daysOfCorrected(year).until;
}

/** Whether both promise the same: then one goes on as the other. */
export function isSameTarget(one: Target, other: Target): boolean {
  return (
    one.name === other.name &&
    one.comparator === other.comparator &&
    one.value === other.value &&
    one.measure === other.measure &&
    one.due === other.due
  );
}

/** Lower is better when the promise is a ceiling (「控制在5%以内」). */
export function targetDirection(comparator: Comparator): Direction {
  return comparator === '<=' ? 'lower' : 'higher';
}
