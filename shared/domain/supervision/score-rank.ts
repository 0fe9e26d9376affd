/** Ranks (domain.md, Conventions): equal scores share a rank and leave a gap, 1 2 2 4. */
import { type ScoreKind, scoreKinds } from './score-kind.ts';

interface Ranked {
  kind: ScoreKind;
  score: number | null;
  rank: number | null;
}

/** One more than the units of its kind that are better; equal units keep the order given. */
export function rankWithinKinds<Score extends Ranked>(scores: readonly Score[]): Score[] {
  return scoreKinds.flatMap((kind) => {
    const own = scores.filter((score) => score.kind === kind);
    const sorted = own.toSorted((one, other) => (other.score ?? -1) - (one.score ?? -1));
    return sorted.map((score) => ({
      ...score,
      rank: score.score === null ? null : 1 + sorted.findIndex((other) => other.score === score.score),
    }));
  });
}
