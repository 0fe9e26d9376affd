/** An amount a unit wrote → the target's own unit of measure, or why it does not fit. */
import { formatAmount } from '../amount-text.ts';
import type { Target } from '../target.ts';
import { type Amount, foldMeasure, tidyAmount } from './amount.ts';

export type ConvertedAmount = { value: number } | { problem: string };

/** How much of the family's first member each is; 亩 is no whole number of square metres and converts to none. */
const families: readonly Readonly<Record<string, number>>[] = [
  { 米: 1, 公里: 1_000 },
  { 平方米: 1, 公顷: 10_000, 平方公里: 1_000_000 },
  { 克: 0.001, 斤: 0.5, 公斤: 1, 吨: 1_000 },
  { 瓦: 0.001, 千瓦: 1, 兆瓦: 1_000 },
];

/** A bare number is taken as it stands where reading it in 万 or 亿 would exceed the target so many times. */
const farBeyondTarget = 20;

/** 「套（间）」 goes by 套 and by 间. */
function namesOf(measure: string): string[] {
  return foldMeasure(measure)
    .split(/[()/]/)
    .filter((name) => name !== '')
    .map(foldMeasure);
}

function ratio(from: string, to: string): number | null {
  for (const family of families) {
    const [one, other] = [family[from], family[to]];
    if (one !== undefined && other !== undefined) return one / other;
  }
  return null;
}

/** 「2000万元」: the amount as people read it. */
export function amountText(value: number, measure: string): string {
  return `${formatAmount(value)}${measure}`;
}

function bareAmount({ value, hasMultiplier }: Amount, target: Target, shown: string): ConvertedAmount {
  if (target.measure === '%') {
    if (hasMultiplier) return mismatch(shown, target);
    const isUnclear = Math.abs(value) > 0 && Math.abs(value) < 1;
    const other = `${tidyAmount(value * 100)}%`;
    return isUnclear
      ? { problem: `「${shown}」分不清是 ${other} 还是 ${value}%，请写明百分号。` }
      : { value };
  }
  const [, multiplier = ''] = /(亿|万)$/u.exec(formatAmount(target.value)) ?? [];
  const multiplied = value * (multiplier === '亿' ? 100_000_000 : 10_000);
  const isPlain = hasMultiplier || multiplier === '' || value === 0;
  if (isPlain || Math.abs(multiplied) > Math.abs(target.value) * farBeyondTarget) return { value };
  const { measure } = target;
  return {
    problem: `「${shown}」分不清是 ${shown}${measure} 还是 ${shown}${multiplier}${measure}，请写明计量单位。`,
  };
}

function mismatch(shown: string, { name, measure }: Target): ConvertedAmount {
  return {
    problem: `「${shown}」的计量单位与指标「${name}」的「${measure}」不一致，请按「${measure}」填写。`,
  };
}

/** @param shown what the unit wrote, for the message */
export function convertAmount(amount: Amount, target: Target, shown: string): ConvertedAmount {
  const { value, measure } = amount;
  if (measure === '') return bareAmount(amount, target, shown);
  const names = namesOf(target.measure);
  if (names.includes(measure)) return { value };
  if (names.length === 0) {
    const isCount = measure !== '%' && !measure.endsWith('元');
    return isCount
      ? { value }
      : { problem: `「${shown}」与指标「${target.name}」不是同一种数，请只填数字。` };
  }
  const times = names.length === 1 ? ratio(measure, names[0] ?? '') : null;
  return times === null ? mismatch(shown, target) : { value: tidyAmount(value * times) };
}
