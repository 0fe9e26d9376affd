/** Leaders change during the year: a successor takes over from a date, history keeps who headed when. */
import { isDate } from './dates.ts';

export interface LeaderTerm {
  leader: string;
  /** `YYYY-MM-DD`, the first day; the term ends when the next one begins. */
  from: string;
}

/** Who headed on a date; null before the first term. */
export function leaderAt(history: readonly LeaderTerm[], date: string): string | null {
  const begun = history.filter(({ from }) => from <= date);
  const last = begun.reduce<LeaderTerm | null>(
    (latest, term) => (latest === null || term.from > latest.from ? term : latest),
    null,
  );
  return last?.leader ?? null;
}

/** What is wrong with a history, a sentence each; empty when nothing is. */
export function checkLeaderHistory(history: readonly LeaderTerm[]): string[] {
  const dates = history.map(({ from }) => from);
  const repeated = new Set(dates.filter((date, index) => dates.indexOf(date) !== index));
  return [
    ...history
      .filter(({ leader }) => leader.trim() === '')
      .map(({ from }) => `自${from}起的领导没有姓名，请填写。`),
    ...dates
      .filter((date) => !isDate(date))
      .map((date) => `接任日期“${date}”不是有效日期，请按“2024-06-30”的格式填写。`),
    ...[...repeated].map((date) => `有两位领导都从${date}起牵头，请改正其中一个日期。`),
  ];
}
