/** Day arithmetic on `YYYY-MM-DD` texts. Such texts sort as dates do, so they are compared with `<` and `>`. */

const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const millisecondsPerDay = 86_400_000;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthLength(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0);
}

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

function parseDate(text: string): DateParts | null {
  if (!isoDate.test(text)) return null;
  const parts = {
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    day: Number(text.slice(8)),
  };
  return parts.day >= 1 && parts.day <= monthLength(parts.year, parts.month) ? parts : null;
}

/** A year of lights asks for the same few hundred days millions of times. */
const mostRemembered = 10_000;
const remembered = new Map<string, DateParts | null>();

function readDate(text: string): DateParts | null {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const parts = parseDate(text);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(text, parts);
  return parts;
}

/** Whether the text is a day of the calendar: `2024-02-29` is one, `2023-02-29` is not. */
export function isDate(text: string): boolean {
  return readDate(text) !== null;
}

/** @throws RangeError when the text is no day of the calendar; so do all functions below */
export function dateParts(date: string): DateParts {
  const parts = readDate(date);
  if (parts === null) throw new RangeError(`not a date: ${date}`);
  return parts;
}

function timeOf(date: string): number {
  const { year, month, day } = dateParts(date);
  return Date.UTC(year, month - 1, day);
}

function textOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** 28 to 31. */
export function daysInMonth(date: string): number {
  const { year, month } = dateParts(date);
  return monthLength(year, month);
}

/** The day `days` later; earlier when negative. */
export function addDays(date: string, days: number): string {
  return textOf(timeOf(date) + days * millisecondsPerDay);
}

/** Days from one date to the other: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (timeOf(to) - timeOf(from)) / millisecondsPerDay;
}

/** The last day of the date's month. */
export function monthEnd(date: string): string {
  return `${date.slice(0, 8)}${daysInMonth(date)}`;
}

/** The same day `months` later; a day that month does not have becomes its last (31 January + 1: 28 or 29 February). */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = dateParts(date);
  const last = monthEnd(textOf(Date.UTC(year, month - 1 + months, 1)));
  const wanted = `${last.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return wanted > last ? last : wanted;
}

/** The last day of the date's calendar quarter. */
export function quarterEnd(date: string): string {
  const { year, month } = dateParts(date);
  return textOf(Date.UTC(year, Math.ceil(month / 3) * 3, 0));
}

/** 「2024年6月30日」 */
export function dateLabel(date: string): string {
  const { year, month, day } = dateParts(date);
  return `${year}年${month}月${day}日`;
}
