/** The reporting period a title, a line above the table or a file name speaks of. */
import { type Period, parsePeriod } from '../period.ts';
import { foldWidth } from '../text.ts';

/** When the form was filled in, not what it reports on. */
const filingDate =
  /(?:(?:填报|填表|报送|上报|制表|印发|打印|更新)(?:日期|时间|于)|(?<!截止?)日期|(?<!报告)时间):?[\d年月日号./-]*/g;
const quarters: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};
const year = '(20\\d{2})';
const month = '(1[0-2]|0?[1-9])';

interface Reading {
  pattern: RegExp;
  /** Groups: year (or empty), then month or quarter. */
  unit: 'month' | 'quarter';
}

/** The first that fits a piece of text decides, and the piece is used up. */
const readings: readonly Reading[] = [
  { pattern: new RegExp(`(?:${year}年?度?|(?<!\\d)(\\d{2})年)?第?([一二三四1-4])季度?`), unit: 'quarter' },
  { pattern: new RegExp(`${year}()[-年 ]?Q([1-4])`, 'i'), unit: 'quarter' },
  {
    pattern: new RegExp(`(?:${year}年?|(?<!\\d)(\\d{2})年)?(?:(?:1|01|一)月?[-~至到])${month}月`),
    unit: 'month',
  },
  { pattern: new RegExp(`(?:${year}年|(?<!\\d)(\\d{2})年)${month}月`), unit: 'month' },
  { pattern: new RegExp(`${year}()[-./_]${month}(?![\\d])`), unit: 'month' },
  { pattern: new RegExp(`(?<!\\d)${year}()(0[1-9]|1[0-2])(?!\\d)`), unit: 'month' },
  { pattern: new RegExp(`(?<![\\d年.])()()${month}月`), unit: 'month' },
];

function periodOf({ unit }: Reading, match: RegExpExecArray, defaultYear: number | null): Period | null {
  const [, longYear, shortYear, part = ''] = match;
  const given = longYear || (shortYear ? `20${shortYear}` : '');
  const spoken = given === '' ? defaultYear : Number(given);
  if (spoken === null) return null;
  if (unit === 'quarter') return parsePeriod(`${spoken}-Q${quarters[part] ?? ''}`);
  return parsePeriod(`${spoken}-${part.padStart(2, '0')}`);
}

/** 「2024年7月2日」 is a day; only 「截至2024年6月30日」 says which month is meant. */
function isPlainDay(text: string, match: RegExpExecArray): boolean {
  const after = text.slice(match.index + match[0].length);
  const before = text.slice(Math.max(0, match.index - 4), match.index);
  return /^(?:\d{1,2}日|[-./]\d{1,2}(?!\d))/.test(after) && !/截[至止到]?$/.test(before);
}

/**
 * Every period a text names, in its order, without repeats.
 * @param defaultYear for 「6月」 and 「二季度」 without a year; null leaves them out
 */
export function periodsIn(text: string, defaultYear: number | null): Period[] {
  const plain = foldWidth(text).replace(/[\u2010-\u2015\u2212]/g, '-');
  let rest = plain.replace(/\s+/g, '').replace(filingDate, '|');
  const found: Period[] = [];
  for (const reading of readings) {
    for (let match = reading.pattern.exec(rest); match !== null; match = reading.pattern.exec(rest)) {
      const period = isPlainDay(rest, match) ? null : periodOf(reading, match, defaultYear);
      if (period !== null) found.push(period);
      rest = `${rest.slice(0, match.index)}|${rest.slice(match.index + match[0].length)}`;
    }
  }
  return [...new Set(found)];
}

/** The one period that the texts name; null when they name none or several. */
export function statedPeriod(texts: readonly string[], defaultYear: number | null): Period | null {
  const [only, ...others] = new Set(texts.flatMap((text) => periodsIn(text, defaultYear)));
  return only !== undefined && others.length === 0 ? only : null;
}
