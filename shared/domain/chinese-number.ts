const digits = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));
digits.set('〇', 0).set('○', 0).set('两', 2);
const smallUnits = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const largeUnits = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/** What Chinese numerals are made of, for use in a character class. */
export const chineseNumeralCharacters = '〇○零一二三四五六七八九两十百千万亿';

function readDigitByDigit(numeral: string): number | null {
  const values = [...numeral].map((character) => digits.get(character));
  return values.includes(undefined) ? null : Number(values.join(''));
}

/**
 * A Chinese numeral's value: 十一 is 11, 两百 200, 百亿 10,000,000,000, 二〇二四 2024.
 * Null for an empty text or one that holds anything but numerals.
 */
export function parseChineseNumber(numeral: string): number | null {
  if (numeral === '') return null;
  const plain = readDigitByDigit(numeral);
  if (plain !== null) return plain;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of numeral) {
    const small = smallUnits.get(character);
    const large = largeUnits.get(character);
    if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = null;
    } else if (large !== undefined) {
      section += digit ?? (total + section === 0 ? 1 : 0);
      total = large > total ? (total + section) * large : total + section * large;
      section = 0;
      digit = null;
    } else {
      const value = digits.get(character);
      if (value === undefined) return null;
      digit = value;
    }
  }
  return total + section + (digit ?? 0);
}
