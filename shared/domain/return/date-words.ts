/** 填报日期 in every way people write a day; what names no day is said so, never guessed. */
import { parseChineseNumber } from '../chinese-number.ts';
import type { PlainCell } from '../sheet.ts';
import { foldWidth } from '../text.ts';

/** `YYYY-MM-DD`, or null: nothing was said. */
export type DateReading = { date: string | null } | { problem: string };

const month = '(1[0-2]|0?[1-9])';
const day = '(3[01]|[12]\\d|0?[1-9])';
/** Each with the groups year, month and day; an empty year is the period's. */
const wholeDates: readonly RegExp[] = [
  new RegExp(`^(20\\d{2})[年./-]${month}[月./-]${day}[日号]?$`),
  /^(20\d{2})(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9])$/,
  new RegExp(`^(\\d{2})[年.]${month}[月.]${day}[日号]?$`),
  new RegExp(`^()${month}[月./-]${day}[日号]?$`),
];
const monthEnd = new RegExp(`^(?:(20\\d{2}|\\d{2})年)?${month}月(?:底|末)$`);
const numerals =
  /^(?:([〇○零一二三四五六七八九]{4})年)?([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$/;
const timeOfDay = /(?<=\d|日|号)[\sT]*\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?Z?$/;
const nothing = /^(?:[-－—–/／\\、.。]+|无|空)$/;
const example = '2024年6月28日';

/** Serials of the years 2000 to 2099 in the 1900 system. */
const firstSerial = 36_526;
const lastSerial = 73_050;
const unixEpochSerial = 25_569;

function isoDate(year: number, monthNumber: number, dayNumber: number): string | null {
  const date = new Date(Date.UTC(year, monthNumber - 1, dayNumber));
  return date.getUTCDate() === dayNumber ? date.toISOString().slice(0, 10) : null;
}

function fullYear(text: string, otherwise: number): number {
  if (text === '') return otherwise;
  return text.length === 2 ? 2_000 + Number(text) : Number(text);
}

function dateInText(text: string, year: number): string | null {
  for (const pattern of wholeDates) {
    const match = pattern.exec(text);
    if (match !== null) return isoDate(fullYear(match[1] ?? '', year), Number(match[2]), Number(match[3]));
  }
  const end = monthEnd.exec(text);
  if (end !== null) {
    const last = new Date(Date.UTC(fullYear(end[1] ?? '', year), Number(end[2]), 0));
    return last.toISOString().slice(0, 10);
  }
  const spelt = numerals.exec(text);
  if (spelt === null) return null;
  const [spokenYear, spokenMonth, spokenDay] = spelt.slice(1).map((part) => parseChineseNumber(part ?? ''));
  return isoDate(spokenYear ?? year, spokenMonth ?? 0, spokenDay ?? 0);
}

function dateOfSerial(serial: number): string | null {
  if (serial < firstSerial || serial > lastSerial) return null;
  return new Date((Math.floor(serial) - unixEpochSerial) * 86_400_000).toISOString().slice(0, 10);
}

function dateIn(cell: PlainCell, year: number): string | null {
  if (cell.kind === 'date') return cell.date;
  const text = foldWidth(cell.text).trim().replace(timeOfDay, '').replace(/\s+/g, '');
  const written = dateInText(text, year);
  return written ?? (cell.kind === 'number' && cell.number !== null ? dateOfSerial(cell.number) : null);
}

/**
 * @param year of the period the return is for: meant by 「6月28日」, and at most one year away from what is written
 */
export function readDate(cell: PlainCell, year: number): DateReading {
  const shown = cell.text.trim();
  if (cell.formulaWithoutValue)
    return { problem: `日期的公式没有保存结果，没有采用，请直接填写，例如 ${example}。` };
  if (cell.kind === 'text' && (shown === '' || nothing.test(shown))) return { date: null };
  const date = dateIn(cell, year);
  if (date === null) return { problem: `「${shown}」看不出是哪一天，日期没有采用，请写成 ${example} 这样。` };
  const isNear = Math.abs(Number(date.slice(0, 4)) - year) <= 1;
  return isNear ? { date } : { problem: `「${shown}」不像是 ${year} 年前后的日期，没有采用，请核对。` };
}
