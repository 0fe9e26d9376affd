import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultCurves } from '#shared/domain/supervision/curves.ts';
import { lightOf } from '#shared/domain/supervision/light.ts';
import { type Light, worstLight } from '#shared/domain/supervision/light-kinds.ts';
import { defaultLightSettings, type LightSettings } from '#shared/domain/supervision/light-settings.ts';
import { anyDate, anyTrajectory, facts } from './samples.ts';

const anySettings: fc.Arbitrary<LightSettings> = fc
  .record({
    thresholds: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })),
    dueSoonDays: fc.integer({ min: 0, max: 30 }),
    lateStartRedMonths: fc.integer({ min: 0, max: 6 }),
    missedMilestoneLight: fc.constantFrom('yellow', 'red'),
  })
  .map(({ thresholds: [one, other], ...more }) => ({
    ...defaultLightSettings,
    ...more,
    yellowAbove: Math.min(one, other),
    redAbove: Math.max(one, other),
  }));

const anyFacts = fc.record({
  trajectory: anyTrajectory,
  status: fc.constantFrom('not_started', 'in_progress', 'blocked', null),
  milestones: fc.array(
    fc.record({
      title: fc.constant('节点'),
      due: anyDate,
      done: fc.option(anyDate),
      evidence: fc.constant(''),
    }),
    { maxLength: 2 },
  ),
});

const anyActual = fc.integer({ min: 0, max: 15_000 }).map((hundredths) => hundredths / 100);

test('a higher actual never gives a worse light', () => {
  fc.assert(
    fc.property(anyFacts, anySettings, anyDate, anyActual, anyActual, (more, settings, date, one, other) => {
      const lightFor = (actual: number): Light =>
        lightOf(facts(actual, more), settings, date, [defaultCurves]).light;
      const lower = lightFor(Math.min(one, other));
      expect(worstLight([lower, lightFor(Math.max(one, other))])).toBe(lower);
    }),
    { numRuns: 3000 },
  );
});

test('the sentence ends with the light and says the figures that made it', () => {
  fc.assert(
    fc.property(anyFacts, anySettings, anyDate, anyActual, (more, settings, date, actual) => {
      const { light, expected, reason } = lightOf(facts(actual, more), settings, date, [defaultCurves]);
      expect(reason.startsWith(`序时应达${expected}%，实际${actual}%，`)).toBe(true);
      expect(reason.endsWith({ green: '绿灯', yellow: '黄灯', red: '红灯' }[light as 'green'])).toBe(true);
    }),
  );
});

test('whatever else holds, unreported is never green and what is closed never flagged', () => {
  fc.assert(
    fc.property(anyFacts, anySettings, anyDate, anyActual, (more, settings, date, actual) => {
      expect(lightOf(facts(null, more), settings, date, [defaultCurves]).light).toBe('unreported');
      const finished = facts(actual, { ...more, finishedOn: date });
      expect(lightOf(finished, settings, date, [defaultCurves]).light).toBe('finished');
    }),
  );
});
