/** Leaders change during the year: a successor takes over from a date, history keeps who headed when. */

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
