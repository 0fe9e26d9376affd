/** What changed between two runs: of two periods, of two editions, or of rules in force and rules proposed. */
import { signedPoints } from './points.ts';
import type { ScoreLine, UnitScore } from './score.ts';

/** Aliases, not interfaces: they are published as plain JSON. */
export type LineChange = {
  rule: string;
  label: string;
  /** 0 where the line was not there. */
  before: number;
  after: number;
};

export type ScoreChange = {
  unit: string;
  /** Null for a unit that is in one run only, or had no score in it. */
  before: { score: number; rank: number } | null;
  after: { score: number; rank: number } | null;
  lines: LineChange[];
  /** 「98.5分→97分，第1名→第3名；逾期报送：−0.5→−2」 */
  words: string;
};

function standingOf(score: UnitScore | undefined): ScoreChange['before'] {
  if (score === undefined || score.score === null || score.rank === null) return null;
  return { score: score.score, rank: score.rank };
}

function countedLines(score: UnitScore | undefined): Map<string, ScoreLine> {
  const lines = score?.lines.filter(({ isCounted }) => isCounted) ?? [];
  return new Map(lines.map((line) => [line.rule, line]));
}

function changedLines(previous: UnitScore | undefined, current: UnitScore | undefined): LineChange[] {
  const [before, after] = [countedLines(previous), countedLines(current)];
  return [...new Map([...before, ...after]).values()]
    .map(({ rule, label }) => ({
      rule,
      label,
      before: before.get(rule)?.points ?? 0,
      after: after.get(rule)?.points ?? 0,
    }))
    .filter((line) => line.before !== line.after);
}

function standingWords(before: ScoreChange['before'], after: ScoreChange['after']): string[] {
  if (before === null) return after === null ? [] : [`新计分${after.score}分，第${after.rank}名`];
  if (after === null) return [`不再计分（原${before.score}分，第${before.rank}名）`];
  const score = before.score === after.score ? [] : [`${before.score}分→${after.score}分`];
  const rank = before.rank === after.rank ? [] : [`第${before.rank}名→第${after.rank}名`];
  return [[...score, ...rank].join('，')].filter((words) => words !== '');
}

/** 「逾期报送：−0.5→−2」 */
export function lineChangeWords({ label, before, after }: LineChange): string {
  return `${label}：${signedPoints(before)}→${signedPoints(after)}`;
}

function changeOf(
  unit: string,
  previous: UnitScore | undefined,
  current: UnitScore | undefined,
): ScoreChange[] {
  const [before, after] = [standingOf(previous), standingOf(current)];
  const lines = changedLines(previous, current);
  const words = [...standingWords(before, after), ...lines.map(lineChangeWords)].join('；');
  return words === '' ? [] : [{ unit, before, after, lines, words }];
}

/** Units that changed, in the current order; those that are no longer there come last. */
export function compareScores(previous: readonly UnitScore[], current: readonly UnitScore[]): ScoreChange[] {
  const before = new Map(previous.map((score) => [score.unit, score]));
  const after = new Map(current.map((score) => [score.unit, score]));
  const units = [...new Set([...after.keys(), ...before.keys()])];
  return units.flatMap((unit) => changeOf(unit, before.get(unit), after.get(unit)));
}
