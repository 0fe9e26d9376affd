import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLightSettings } from '#shared/domain/supervision/light-settings.ts';
import {
  progressClassLabels,
  progressClassOf,
  sharePercents,
} from '#shared/domain/supervision/progress-class.ts';
import { lightAtHalfYear } from './samples.ts';

const short = { shape: 'linear', start: '2024-01-01', due: '2024-06-20' } as const;
const roof = { title: '主体封顶', due: '2024-05-31', done: null, evidence: '' };
const withdrawn = { state: 'withdrawn', since: '2024-05-01', reason: '上级取消', into: [] } as const;

test.each([
  ['超进度', lightAtHalfYear(50.01)],
  ['达进度', lightAtHalfYear(50)],
  ['达进度', lightAtHalfYear(40)],
  ['欠进度', lightAtHalfYear(39.99)],
  ['欠进度', lightAtHalfYear(99, { trajectory: short })],
  ['超进度', lightAtHalfYear(99, { trajectory: { ...short, due: '2024-07-07' } })],
  ['欠进度', lightAtHalfYear(60, { milestones: [roof] })],
  ['已完成', lightAtHalfYear(100, { finishedOn: '2024-06-30' })],
  ['其它', lightAtHalfYear(null)],
  ['其它', lightAtHalfYear(60, { standing: withdrawn })],
])('%s', (label, light) => {
  expect(progressClassLabels[progressClassOf(light, defaultLightSettings)]).toBe(label);
});

test('no green task is 欠进度', () => {
  const settings = { ...defaultLightSettings };
  for (let actual = 0; actual <= 120; actual += 0.5) {
    const light = lightAtHalfYear(actual);
    const isBehind = progressClassOf(light, settings) === 'behind';
    expect(isBehind).toBe(light.light !== 'green');
  }
});

test.each([
  [
    [1, 1, 1, 0, 0],
    [33.4, 33.3, 33.3, 0, 0],
  ],
  [
    [197, 0, 0, 0, 0],
    [100, 0, 0, 0, 0],
  ],
  [
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
  ],
  [
    [2, 1],
    [66.7, 33.3],
  ],
])('%o are %o percent', (counts, percents) => {
  expect(sharePercents(counts)).toEqual(percents);
});

test('percents add up to 100 and each is within a tenth of its share', () => {
  const anyCounts = fc.array(fc.nat(20_000), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(anyCounts, (counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      const percents = sharePercents(counts);
      const tenths = percents.reduce((sum, percent) => sum + Math.round(percent * 10), 0);
      expect(tenths).toBe(total === 0 ? 0 : 1000);
      for (const [index, percent] of percents.entries()) {
        const exact = total === 0 ? 0 : ((counts[index] ?? 0) * 100) / total;
        expect(Math.abs(percent - exact)).toBeLessThan(0.1 + 1e-9);
      }
    }),
  );
});
