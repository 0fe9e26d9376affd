import { expect, test } from 'vitest';
import type { Comparator, Target } from '#shared/domain/target.ts';
import { targetStandings } from '#shared/domain/target-standing.ts';

type KnownTarget = Target & { id: number };

function target(id: number, comparator: Comparator, value: number, due = '2024-12-31'): KnownTarget {
  return { id, name: '开工率', comparator, value, measure: '%', due };
}

function word(targetId: number, value: number, unitId = 1, periodEnd = '2024-06-30') {
  return { targetId, value, unitId, periodEnd };
}

function isMet(known: KnownTarget, ...values: ReturnType<typeof word>[]): boolean {
  return targetStandings([known], values)[0]?.isMet ?? false;
}

test('at the number a promise is kept, just short of it it is not', () => {
  expect(isMet(target(1, '>=', 50), word(1, 50))).toBe(true);
  expect(isMet(target(1, '>=', 50), word(1, 49.99))).toBe(false);
  expect(isMet(target(1, '<=', 5), word(1, 5))).toBe(true);
  expect(isMet(target(1, '<=', 5), word(1, 5.01))).toBe(false);
  expect(isMet(target(1, '=', 8), word(1, 9))).toBe(false);
});

test('the last word counts, and every lead has to keep the promise', () => {
  const known = target(1, '>=', 50);
  expect(isMet(known, word(1, 60, 1, '2024-05-31'), word(1, 40))).toBe(false);
  expect(isMet(known, word(1, 60, 1), word(1, 40, 2))).toBe(false);
  expect(isMet(known, word(1, 60, 1), word(1, 50, 2))).toBe(true);
});

test('nothing reported is not met, and is said so', () => {
  expect(targetStandings([target(1, '>=', 50)], [])).toEqual([
    { words: '开工率≥50%，尚未填报完成值', isMet: false },
  ]);
});

test('a reading of the last stage also tells of the stage before, not the other way round', () => {
  const stages = [target(1, '>=', 30, '2024-03-31'), target(2, '>=', 100, '2024-10-31')];
  expect(targetStandings(stages, [word(2, 100)]).map((standing) => standing.isMet)).toEqual([true, true]);
  expect(targetStandings(stages, [word(1, 30)]).map((standing) => standing.isMet)).toEqual([true, false]);
});
