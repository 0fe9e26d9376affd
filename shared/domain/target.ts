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

/** Whether both count the same thing: 2支 of 3支 are 2支 of 5支. */
export function countsTheSame(one: Target, other: Target): boolean {
  return one.name === other.name && one.measure === other.measure;
}

/** Whether a number was written down wrongly and put right: it holds on no day, and keeps what was reported on it. */
export function isTakenBack({ from, until }: Pick<DatedTarget, 'from' | 'until'>): boolean {
  return until !== null && until === from;
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
