import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LightName, lightNames } from '#shared/domain/lights/light-names.ts';
import { type Counted, isChosen, tallyOf } from '#shared/domain/lights/tally.ts';
import { type ProgressClass, progressClasses } from '#shared/domain/supervision/progress-class.ts';

/** A row of the list: what is withdrawn has no class, everything else has one. */
const anyRow = fc
  .record({ light: fc.constantFrom(...lightNames), progressClass: fc.constantFrom(...progressClasses) })
  .map(
    ({ light, progressClass }): Counted => ({
      light,
      progressClass: light === 'withdrawn' ? null : progressClass,
    }),
  );

const sumOf = (shares: { count: number }[]) => shares.reduce((sum, { count }) => sum + count, 0);

test('counts partition: lights what is listed, classes what is counted, and each count is its list’s', () => {
  fc.assert(
    fc.property(fc.array(anyRow), (rows) => {
      const { listed, counted, lights, classes } = tallyOf(rows);
      expect([listed, sumOf(Object.values(lights))]).toEqual([rows.length, rows.length]);
      const standing = rows.filter(({ light }) => light !== 'withdrawn').length;
      expect([counted, sumOf(Object.values(classes))]).toEqual([standing, standing]);
      const opened = (choice: { light?: LightName; progressClass?: ProgressClass }) =>
        rows.filter((row) => isChosen(choice, row)).length;
      for (const light of lightNames) expect(lights[light].count).toBe(opened({ light }));
      for (const progressClass of progressClasses)
        expect(classes[progressClass].count).toBe(opened({ progressClass }));
    }),
  );
});

test('what is withdrawn is listed without a percent, and the others’ percents are of what is counted', () => {
  const { lights, classes } = tallyOf([
    { light: 'red', progressClass: 'behind' },
    { light: 'green', progressClass: 'ahead' },
    { light: 'green', progressClass: 'ahead' },
    { light: 'withdrawn', progressClass: null },
  ]);
  expect(lights.withdrawn).toEqual({ count: 1, percent: null });
  expect([lights.red.percent, lights.green.percent]).toEqual([33.3, 66.7]);
  expect([classes.behind.percent, classes.ahead.percent]).toEqual([33.3, 66.7]);
});
