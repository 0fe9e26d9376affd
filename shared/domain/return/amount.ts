/** One amount in a returned cell: 2000万元, 1.2亿, 3,500 户, 百亿, ８５％; what is not exactly one is refused. */
import { chineseNumeralCharacters, parseChineseNumber } from '../chinese-number.ts';
import { foldWidth } from '../text.ts';

export interface Amount {
  /** With 十, 百, 千, 万 and 亿 multiplied out. */
  value: number;
  /** Unit of measure as written, folded; empty for a bare number. */
  measure: string;
  /** Written with 万, 亿 and the like: nobody leaves another multiplier out then. */
  hasMultiplier: boolean;
}

const digits = '[-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
const arabicAmount = new RegExp(`^(${digits})([十百千万亿]*)(\\D{0,8})$`, 'u');
const chineseAmount = new RegExp(`^([${chineseNumeralCharacters}]+)(\\D{0,8})$`, 'u');
/** Words that make a number inexact; none of them is a unit of measure. */
const inexact = /[余多几数约近左右以上下内超至之半成第\-~—–.,，。、；;:：!?()]/u;

/** Signs that are measures; 「万㎡」 and 「km」 as people type them. */
const measureNames: Readonly<Record<string, string>> = {
  '㎡': '平方米',
  m2: '平方米',
  'm²': '平方米',
  'k㎡': '平方公里',
  '㎞': '公里',
  km: '公里',
  千米: '公里',
  平方千米: '平方公里',
  人民币: '元',
  块: '元',
  '％': '%',
};

/** 「㎡」 as 「平方米」, 「千米」 as 「公里」. */
export function foldMeasure(measure: string): string {
  const plain = foldWidth(measure).replace(/\s+/g, '').toLowerCase();
  return measureNames[plain] ?? plain;
}

/** Twelve significant digits: more than any target has, few enough to hide binary fractions. */
export function tidyAmount(value: number): number {
  return Number(value.toPrecision(12));
}

function amountOf(value: number | null, factor: string, measure: string): Amount | null {
  const times = factor === '' ? 1 : parseChineseNumber(factor);
  if (value === null || times === null || !Number.isFinite(value) || inexact.test(measure)) return null;
  return { value: tidyAmount(value * times), measure: foldMeasure(measure), hasMultiplier: factor !== '' };
}

/** @returns null when the text is not exactly one number with at most a unit of measure behind it */
export function readAmount(text: string): Amount | null {
  const plain = foldWidth(text)
    .replace(/\s+/g, '')
    .replace(/[。;,、]+$/, '');
  const arabic = arabicAmount.exec(plain);
  if (arabic !== null) {
    const [, number = '', factor = '', measure = ''] = arabic;
    return amountOf(Number(number.replaceAll(',', '')), factor, measure);
  }
  const chinese = chineseAmount.exec(plain);
  if (chinese === null) return null;
  const [, numeral = '', measure = ''] = chinese;
  const amount = amountOf(parseChineseNumber(numeral), '', measure);
  return amount === null ? null : { ...amount, hasMultiplier: true };
}

/** 「完成值（万元）」, 「完成投资(单位：亿元)」: what a bare number below the heading is counted in; null without. */
export function measureOfHeading(heading: string): Amount | null {
  const bracket = /\((?:单位:)?([^()]{1,8})\)/u.exec(foldWidth(heading).replace(/\s+/g, ''))?.[1];
  if (bracket === undefined) return null;
  const [, factor = '', measure = ''] = /^([十百千万亿]*)(.*)$/u.exec(bracket) ?? [];
  return factor === '' && !/^[%\p{Script=Han}㎡㎞]{1,4}$/u.test(measure)
    ? null
    : amountOf(1, factor, measure);
}
