import { parseChineseNumber } from '#shared/domain/chinese-number.ts';
import { noticeFileError } from './notice-error.ts';
import { isMarkdownHeading, type SourceLine, withoutHeadingMarks } from './source-lines.ts';

/** What stands before the first annex. */
export interface FrontMatter {
  number: string;
  title: string;
  year: number;
  /** `YYYY-MM-DD`. */
  issueDate: string;
}

const numberPattern = /^\S+?\s*[〔[［(（]\s*(\d{4})\s*[〕\]］)）]\s*\d+\s*号$/;
const datePattern =
  /^([\d〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日$/;

function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, '');
}

function readNumber(numeral: string): number {
  return /^\d+$/.test(numeral) ? Number(numeral) : (parseChineseNumber(numeral) ?? Number.NaN);
}

/** 「2024 年 3 月 7 日」 or 「二〇二四年三月七日」 alone on a line, as `YYYY-MM-DD`; null for anything else. */
function parseDateLine(text: string): string | null {
  const match = datePattern.exec(withoutSpaces(text));
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map(readNumber);
  const date = new Date(Date.UTC(year ?? Number.NaN, (month ?? 0) - 1, day));
  const valid = date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
  return valid ? date.toISOString().slice(0, 10) : null;
}

function findTitle(file: string, lines: readonly SourceLine[]): string {
  const title = lines
    .filter((line) => isMarkdownHeading(line.text))
    .map((line) => withoutSpaces(withoutHeadingMarks(line.text)))
    .find((heading) => heading.includes('关于'));
  if (title === undefined)
    throw noticeFileError(file, '没有找到文件标题（附件之前应有含「关于」的标题行）。');
  return title;
}

function findNumber(file: string, lines: readonly SourceLine[]): string {
  const number = lines.map((line) => withoutHeadingMarks(line.text)).find((text) => numberPattern.test(text));
  if (number === undefined)
    throw noticeFileError(file, '没有找到发文字号（如「某政办〔2024〕16号」，应独占一行）。');
  return withoutSpaces(number);
}

/**
 * Number, title, year and date of a notice. The year is the first one in the title, else that of the number;
 * the date is the last line before the annexes that holds nothing but a date (it stands under the signature).
 * @throws AppError `bad_seed` when number, title or date is missing
 */
export function readFrontMatter(file: string, lines: readonly SourceLine[]): FrontMatter {
  const number = findNumber(file, lines);
  const title = findTitle(file, lines);
  const issueDate = lines.map((line) => parseDateLine(line.text)).findLast((date) => date !== null);
  if (issueDate == null) throw noticeFileError(file, '没有找到成文日期（附件之前应有独占一行的年月日）。');
  const year = Number(/(\d{4})年/.exec(title)?.[1] ?? numberPattern.exec(number)?.[1]);
  return { number, title, year, issueDate };
}
