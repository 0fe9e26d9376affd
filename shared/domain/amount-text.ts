/** Amounts as an office writes them: 278.3亿 for 27,830,000,000 (domain.md, Conventions: 2000万 is 20,000,000). */
import { foldWidth } from './text.ts';

const hundredMillion = 100_000_000;
const tenThousand = 10_000;
const amountPattern = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(万亿|亿|万)?/;
const multipliers: Record<string, number> = {
  万亿: tenThousand * hundredMillion,
  亿: hundredMillion,
  万: tenThousand,
};

/** Twelve significant digits: more than any target has, few enough to hide binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** 15 → 「15」, 85,000,000 → 「8500万」, 27,830,000,000 → 「278.3亿」 */
export function formatAmount(value: number): string {
  const size = Math.abs(value);
  if (size >= hundredMillion) return `${tidy(value / hundredMillion)}亿`;
  if (size >= tenThousand) return `${tidy(value / tenThousand)}万`;
  return String(tidy(value));
}

/**
 * @param measure the target's unit of measure, which may be typed after the number or left out
 * @returns null when the text is not one number, or names another unit of measure
 */
export function parseAmount(text: string, measure: string): number | null {
  const plain = foldWidth(text).replace(/\s+/g, '');
  const match = amountPattern.exec(plain);
  if (match === null) return null;
  const [whole, digits = '', multiplier] = match;
  const rest = plain.slice(whole.length);
  if (rest !== '' && rest !== foldWidth(measure)) return null;
  return tidy(
    Number(digits.replaceAll(',', '')) * (multiplier === undefined ? 1 : (multipliers[multiplier] ?? 1)),
  );
}
