/** Points are counted in whole hundredths, so that 0.1 and 0.2 make 0.3 and equal scores are equal. */

/** Digits a binary number keeps faithfully through one multiplication. */
const faithfulDigits = 12;

/** @param points rounded to two decimals, half away from zero */
export function toHundredths(points: number): number {
  const hundredths = Number((Math.abs(points) * 100).toPrecision(faithfulDigits));
  return Math.sign(points) * Math.round(hundredths) || 0;
}

export function fromHundredths(hundredths: number): number {
  return hundredths / 100 || 0;
}

/** Whether two decimals are enough to write it. */
export function hasTwoDecimals(value: number): boolean {
  return Number.isFinite(value) && Number(value.toFixed(2)) === value;
}

/** 「+0.5」, 「−1」, 「0」 */
export function signedPoints(points: number): string {
  if (points === 0) return '0';
  return `${points > 0 ? '+' : '−'}${Math.abs(points)}`;
}
