/** 「一季度」, 「10月底前」, 「上半年」 in a promise: when it is due. */

export interface DueMark {
  start: number;
  end: number;
  /** `YYYY-MM-DD`. */
  due: string;
}

const mark =
  /(?:到?(?<year>20\d\d)年)?(?:第?(?<quarter>[一二三四1-4])季度|(?<half>上半年|年中)|(?<wholeYear>下半年|全年|年内|年底|年末)|(?<month>\d{1,2})月(?:底|末|(?<day>\d{1,2})日))(?:之?前|内)?|到(?<until>20\d\d)年/gu;

const quarters = '一二三四';

function lastDayOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function dueDate(year: number, groups: Partial<Record<string, string>>): string | null {
  const { quarter, half, month, day } = groups;
  if (quarter !== undefined)
    return lastDayOfMonth(year, (quarters.indexOf(quarter) + 1 || Number(quarter)) * 3);
  if (half !== undefined) return lastDayOfMonth(year, 6);
  const monthNumber = month === undefined ? 12 : Number(month);
  if (monthNumber < 1 || monthNumber > 12) return null;
  const last = lastDayOfMonth(year, monthNumber);
  const wanted = `${last.slice(0, 8)}${day?.padStart(2, '0')}`;
  return day === undefined || wanted > last ? last : wanted;
}

/** The notice's last day: what a promise without a date is due by. */
export function yearEnd(year: number): string {
  return lastDayOfMonth(year, 12);
}

/** The due marks in a text, in order. @param year the notice's year, for marks that name none */
export function findDueMarks(scanned: string, year: number): DueMark[] {
  return [...scanned.matchAll(mark)].flatMap((match) => {
    const groups = match.groups ?? {};
    const due = dueDate(Number(groups.year ?? groups.until ?? year), groups);
    return due === null ? [] : [{ start: match.index, end: match.index + match[0].length, due }];
  });
}
