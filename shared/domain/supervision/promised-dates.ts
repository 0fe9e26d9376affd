/** The dates a task's text names, each with the words it belongs to. */
import { parseChineseNumber } from '../chinese-number.ts';
import { findDueMarks } from '../due-marks.ts';
import { foldWidth } from '../text.ts';

export interface PromisedDate {
  /** `YYYY-MM-DD`, by when. */
  due: string;
  /** The words verbatim: 「二季度达60%」. */
  quote: string;
  /** With what the words leave out: 「新建项目开工率二季度达60%」. */
  title: string;
}

export interface PromisedStart {
  /** `YYYY-MM-DD`, the first day. */
  start: string;
  quote: string;
}

const clauseText = /[^，。；！？,;!?\n]+/gu;
const trailingSeparators = /[、，\s]+$/u;
const startMark =
  /(?:(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月份?|第?(?<quarter>[一二三四1-4])季度|(?<half>上半年|下半年))(?:起|启动|开始)/u;
const quarters = '一二三四';

interface Clause {
  start: number;
  end: number;
}

/** 「到2027年，…」: a clause that is nothing but a date belongs to the next one. */
function clausesOf(text: string, isDateAlone: (clause: Clause) => boolean): Clause[] {
  const clauses: Clause[] = [];
  let openStart: number | null = null;
  for (const match of text.matchAll(clauseText)) {
    const end = match.index + match[0].length;
    const start: number = openStart ?? match.index;
    openStart = isDateAlone({ start, end }) ? start : null;
    if (openStart === null) clauses.push({ start, end });
  }
  return clauses;
}

/**
 * The dates by which something is promised, in the text's order. Several dates of one clause share the words
 * before the first (「开工率一季度达30%、二季度达60%」).
 * @param year the notice's year, for dates that name none
 */
export function promisedDates(content: string, year: number): PromisedDate[] {
  const text = foldWidth(content);
  const began = startMark.exec(text);
  const marks = findDueMarks(text, year).filter((mark) => began === null || mark.start !== began.index);
  const isDateAlone = ({ start, end }: Clause) =>
    marks.some((mark) => mark.start === start && mark.end === end);
  return clausesOf(text, isDateAlone).flatMap((clause) => {
    const own = marks.filter((mark) => mark.start >= clause.start && mark.end <= clause.end);
    const shared = content.slice(clause.start, own[0]?.start);
    return own.map((mark, index) => {
      const words = content.slice(mark.start, own[index + 1]?.start ?? clause.end);
      const title = (shared + words).replace(trailingSeparators, '').trim();
      return { due: mark.due, quote: index === 0 ? title : words.replace(trailingSeparators, ''), title };
    });
  });
}

/** 「7月起」, 「下半年启动」: when work begins; null when the text does not say. */
export function promisedStart(content: string, year: number): PromisedStart | null {
  const text = foldWidth(content);
  const match = startMark.exec(text);
  if (match === null) return null;
  const { month, quarter, half } = match.groups ?? {};
  const quarterNumber = quarters.indexOf(quarter ?? ' ') + 1 || Number(quarter);
  const halfMonth = half === '下半年' ? 7 : 1;
  const first =
    month !== undefined
      ? (parseChineseNumber(month) ?? Number(month))
      : quarter !== undefined
        ? quarterNumber * 3 - 2
        : halfMonth;
  if (first < 1 || first > 12) return null;
  return {
    start: `${year}-${String(first).padStart(2, '0')}-01`,
    quote: content.slice(match.index, match.index + match[0].length),
  };
}
