/** Finds numbers with their measures in a text: 8500 万美元, 百亿元, 3—5 家, 85%以上. */
import { chineseNumeralCharacters, parseChineseNumber } from '#shared/domain/chinese-number.ts';
import { isMoney, measurePattern } from '#shared/domain/measures.ts';
import { bracketBlank, type ScanText } from './scan-text.ts';

export interface NumberMention {
  start: number;
  /** After the measure and a following 以上, 以内 and the like. */
  end: number;
  /** With 万 and 亿 multiplied out; of a range the lower bound. */
  value: number;
  /** The upper bound of a range, else the same as `value`. */
  upper: number;
  /** As printed, without its multiplier; empty for a bare number. */
  measure: string;
  /** 以上, 以内, 左右 …; 多 and 余 inside the number count as 以上; empty without one. */
  marker: string;
}

const arabic = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
const marker = '(?:及?以上|以内|之内|以下|左右)';
const range = `(?:\\s*%?\\s*[-–—~～至]\\s*(?<high>${arabic}))?`;
const measured = `(?<measure>${measurePattern})${bracketBlank}*\\s*(?<marker>${marker})?`;
const arabicMention = new RegExp(
  `(?<![\\d.A-Za-z+-]|第\\s*)(?<low>${arabic})${range}\\s*(?<factor>[十百千万亿]*)\\s*(?<over>[多余])?\\s*` +
    `(?:${measured}|(?<bare>${marker}))`,
  'dgu',
);
const chineseMention = new RegExp(
  `(?<![第${chineseNumeralCharacters}])(?<low>[${chineseNumeralCharacters}]+)(?<over>[多余])?${measured}`,
  'dgu',
);

/** Without binary noise: 278.3 亿 is 27,830,000,000. */
function multiply(numeral: string, factor: number): number {
  return Number((Number(numeral.replaceAll(',', '')) * factor).toPrecision(15));
}

/** 「套」, or 「套（间）」 where a bracket after the measure holds a second one. */
function printedMeasure(text: ScanText, measure: [number, number] | undefined): string {
  if (measure === undefined) return '';
  const bracket = new RegExp(`^（(?:${measurePattern})）`, 'u').exec(text.original.slice(measure[1]));
  return text.scanned.slice(...measure) + (bracket?.[0] ?? '');
}

function toMention(text: ScanText, match: RegExpExecArray, value: number, upper: number): NumberMention {
  const groups = match.groups ?? {};
  const over = groups.over === undefined ? '' : '以上';
  const measure = printedMeasure(text, match.indices?.groups?.measure);
  return {
    start: match.index,
    end: match.index + match[0].length,
    value,
    upper,
    measure,
    marker: groups.marker ?? groups.bare ?? over,
  };
}

function arabicMentions(text: ScanText): NumberMention[] {
  return [...text.scanned.matchAll(arabicMention)].map((match) => {
    const { low = '', high = low, factor = '' } = match.groups ?? {};
    const times = factor === '' ? 1 : (parseChineseNumber(factor) ?? 1);
    return toMention(text, match, multiply(low, times), multiply(high, times));
  });
}

/**
 * A Chinese numeral is as often part of a word (八项规定, 十大, 百亿级) as a count. It counts when it is an amount
 * of money, carries 以上 or the like, ends its phrase, or follows 等.
 */
function isCount(text: ScanText, match: RegExpExecArray): boolean {
  const { low = '', measure = '', marker: ending } = match.groups ?? {};
  if (/^[万亿]+$/u.test(low)) return false;
  const after = text.scanned.slice(match.index + match[0].length).trimStart()[0] ?? '。';
  const endsPhrase = /[、，。；,;]/u.test(after);
  const listed = text.scanned[match.index - 1] === '等';
  return (
    ending !== undefined || (isMoney(measure) && after !== '级') || (low !== '一' && (endsPhrase || listed))
  );
}

function chineseMentions(text: ScanText): NumberMention[] {
  return [...text.scanned.matchAll(chineseMention)]
    .filter((match) => isCount(text, match))
    .flatMap((match) => {
      const value = parseChineseNumber(match.groups?.low ?? '');
      return value === null ? [] : [toMention(text, match, value, value)];
    });
}

/** Every number with a measure or an 以上, in the text's order, promises and conditions alike. */
export function findNumbers(text: ScanText): NumberMention[] {
  const arabicOnes = arabicMentions(text);
  const inside = (one: NumberMention): boolean =>
    arabicOnes.some((other) => other.start <= one.start && one.end <= other.end);
  const chineseOnes = chineseMentions(text).filter((mention) => !inside(mention));
  return [...arabicOnes, ...chineseOnes].sort((one, other) => one.start - other.start);
}
