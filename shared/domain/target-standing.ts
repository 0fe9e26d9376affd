/** Whether a task's targets are met by what was reported last, as 办结 asks. */
import { lastStageOf } from './supervision/target-actual.ts';
import { comparatorLabels, countsTheSame, type Target } from './target.ts';

/** A unit's current word on a target for a period. */
export interface TargetWord {
  targetId: number;
  unitId: number;
  periodEnd: string;
  value: number;
}

export interface TargetStanding {
  /** 「子基金≥3支，现为2支」 */
  words: string;
  isMet: boolean;
}

function meets(value: number, { comparator, value: wanted }: Target): boolean {
  if (comparator === '>=') return value >= wanted;
  return comparator === '<=' ? value <= wanted : value === wanted;
}

/** Each unit's last word on the targets: several leads report the same promise, and each has to keep it. */
function lastWords(words: readonly TargetWord[]): TargetWord[] {
  const last = new Map<number, TargetWord>();
  for (const word of words) {
    const known = last.get(word.unitId);
    if (known === undefined || word.periodEnd >= known.periodEnd) last.set(word.unitId, word);
  }
  return [...last.values()];
}

/**
 * What was reported on numbers that other words have taken the place of also tells of the new number of the same
 * thing, as the lights have it; a unit's word on the new number itself goes before it.
 */
export function withCarriedWords(
  targets: readonly (Target & { id: number })[],
  overtaken: readonly (Target & { id: number })[],
  words: readonly TargetWord[],
): TargetWord[] {
  const carried = targets.flatMap((target) => {
    const before = overtaken.filter((other) => countsTheSame(other, target)).map(({ id }) => id);
    return words
      .filter(({ targetId }) => before.includes(targetId))
      .map((word) => ({ ...word, targetId: target.id }));
  });
  return [...carried, ...words];
}

/** A reading of a later stage of the same promise (「10月底前全部」) also tells of the stage before it. */
export function targetStandings(
  targets: readonly (Target & { id: number })[],
  words: readonly TargetWord[],
): TargetStanding[] {
  return targets.map((target) => {
    const promise = lastStageOf(target, targets);
    const stages = targets.filter(
      (other) => lastStageOf(other, targets) === promise && other.due >= target.due,
    );
    const own = lastWords(words.filter(({ targetId }) => stages.some(({ id }) => id === targetId)));
    const { name, comparator, value, measure } = target;
    const values = own.map((word) => `${word.value}${measure}`).join('、');
    const state = own.length === 0 ? '尚未填报完成值' : `现为${values}`;
    return {
      words: `${name}${comparatorLabels[comparator]}${value}${measure}，${state}`,
      isMet: own.length > 0 && own.every((word) => meets(word.value, target)),
    };
  });
}
