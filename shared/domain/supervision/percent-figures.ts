/**
 * Percents are rounded to two decimals, half away from zero, before anything is compared, and a gap is taken
 * between two rounded figures: what a reader can subtract on paper is what decides the light. 33.3 − 23.3 is
 * exactly 10, though it is 9.999999999999996 in binary.
 */

/** By so small a part a number may fall short of a half and still be one: that much is binary noise. */
const noise = 1e-12;

/** @param value a percent @returns it rounded to two decimals; 1.005 becomes 1.01 */
export function roundPercent(value: number): number {
  const hundredths = Math.round(Math.abs(value) * 100 * (1 + noise));
  return (Math.sign(value) * hundredths) / 100 || 0;
}

/** Percentage points between two percents, rounded as they are shown: positive when `actual` is behind. */
export function gapBetween(expected: number, actual: number): number {
  return roundPercent(roundPercent(expected) - roundPercent(actual));
}

/** 「91.67%」, 「50%」 */
export function percentLabel(percent: number): string {
  return `${roundPercent(percent)}%`;
}

/** 「落后22个百分点」, 「领先5个百分点」, 「与序时持平」. @param gap positive when behind */
export function gapLabel(gap: number): string {
  if (gap === 0) return '与序时持平';
  return `${gap > 0 ? '落后' : '领先'}${Math.abs(gap)}个百分点`;
}
