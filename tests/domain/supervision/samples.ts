/** Facts and arbitrary values for the tests of the supervision rules. */
import fc from 'fast-check';
import { defaultCurves } from '#shared/domain/supervision/curves.ts';
import { addDays } from '#shared/domain/supervision/dates.ts';
import type { ComputedLight, LightFacts } from '#shared/domain/supervision/light.ts';
import { lightOf } from '#shared/domain/supervision/light.ts';
import { defaultLightSettings } from '#shared/domain/supervision/light-settings.ts';
import { type Actual, reportedActual } from '#shared/domain/supervision/target-actual.ts';
import { defaultTrajectory, type Trajectory } from '#shared/domain/supervision/trajectory.ts';

const firstDay = '2023-01-01';
const daysOfThreeYears = 1095;

export const anyDate = fc.integer({ min: 0, max: daysOfThreeYears }).map((days) => addDays(firstDay, days));

/** Any trajectory without a mistake, of every shape. */
export const anyTrajectory: fc.Arbitrary<Trajectory> = fc
  .record({
    start: anyDate,
    length: fc.integer({ min: 20, max: 700 }),
    steps: fc.array(fc.integer({ min: 1, max: 19 }), { maxLength: 5 }),
    percents: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 12, maxLength: 12 }),
    shape: fc.constantFrom<Trajectory['shape']>(
      'linear',
      'front_loaded',
      'back_loaded',
      'quarters',
      'milestones',
      'points',
    ),
  })
  .map(({ start, length, steps, percents, shape }) => {
    const span = { start, due: addDays(start, length) };
    const rising = percents.toSorted((one, other) => one - other);
    const days = [...new Set(steps)]
      .toSorted((one, other) => one - other)
      .map((step) => addDays(start, step));
    if (shape === 'quarters') return { shape, ...span, percents: rising };
    if (shape === 'points')
      return { shape, ...span, points: days.map((date, index) => ({ date, percent: rising[index] ?? 0 })) };
    if (shape === 'milestones')
      return { shape, ...span, milestones: [...days, span.due].map((due) => ({ due, weight: 1.5 })) };
    return { shape, ...span };
  });

/** An active task of 2024 in progress, linear January to December. */
export function facts(actual: number | Actual | null, more: Partial<LightFacts> = {}): LightFacts {
  return {
    trajectory: defaultTrajectory(2024),
    milestones: [],
    standing: { state: 'active' },
    finishedOn: null,
    actual: typeof actual === 'number' ? reportedActual({ percent: actual, status: null }) : actual,
    status: 'in_progress',
    ...more,
  };
}

/** Half a year is expected at 30 June: 50 percent of a linear task. */
export function lightAtHalfYear(
  actual: number | Actual | null,
  more: Partial<LightFacts> = {},
): ComputedLight {
  return lightOf(facts(actual, more), defaultLightSettings, '2024-06-30', [defaultCurves]);
}
