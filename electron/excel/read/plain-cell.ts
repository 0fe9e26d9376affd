/** One cell as the parser gives it → one plain cell. */
import { type CellObject, SSF } from '@e965/xlsx';
import type { PlainCell } from '#shared/domain/sheet.ts';
import { missingValueMark } from './sheet-xml.ts';

/** Serials of the 1904 system are this many days behind those of the 1900 system. */
const daysBetweenSystems = 1_462;
const lastSerial = 2_958_465;
const pictureFormula = /^=?(?:_xlfn\.)?DISPIMG\(/i;

/** What stands for a picture that WPS put into a cell (`DISPIMG`): it has no text to read. */
export const pictureText = '[图片]';

function plain(kind: PlainCell['kind'], text: string): PlainCell {
  return { kind, text, number: null, date: null, percentFormat: false, formulaWithoutValue: false };
}

/** Format codes without quoted text, escapes and colours. */
function bareFormat(cell: CellObject): string {
  return String(cell.z ?? '').replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '');
}

function isCalendarFormat(format: string): boolean {
  if (!SSF.is_date(format)) return false;
  return /[yde]/i.test(format) || (/m/i.test(format) && !/[hs]/i.test(format));
}

/**
 * Formats 27 to 58 are the Chinese dates of Excel and WPS (2024年6月30日); files name them by number only, and
 * the parser shows what it knows as 6/30/24 without telling a format.
 */
function isUnnamedDate(cell: CellObject, shown: string): boolean {
  return cell.z === undefined && /^\d{1,2}\/\d{1,2}\/\d{2}$/.test(shown);
}

/** @param serial in the 1900 system @returns `YYYY-MM-DD`, null outside the calendar of spreadsheets */
function dateOfSerial(serial: number): string | null {
  if (!(serial >= 1 && serial <= lastSerial)) return null;
  const { y, m, d } = SSF.parse_date_code(serial);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${y}-${two(m)}-${two(d)}`;
}

/** 11 digits and more are shown as 1.38E+10 in a narrow format: the digits themselves are what was typed. */
function shownNumber(cell: CellObject, value: number): string {
  const shown = cell.w ?? String(value);
  return /^[-+]?\d(\.\d+)?E[-+]?\d+$/i.test(shown) || /^#+$/.test(shown) ? String(value) : shown;
}

function numberCell(cell: CellObject, value: number, date1904: boolean): PlainCell {
  const format = bareFormat(cell);
  const shown = shownNumber(cell, value);
  const isUnnamed = isUnnamedDate(cell, shown);
  if (isUnnamed || isCalendarFormat(format)) {
    const serial = date1904 ? value + daysBetweenSystems : value;
    const date = dateOfSerial(serial);
    if (date !== null) return { ...plain('date', isUnnamed ? date : shown), number: serial, date };
  }
  const percentFormat = format.includes('%') || (format === '' && shown.endsWith('%'));
  return { ...plain('number', shown), number: value, percentFormat };
}

function textCell(text: string): PlainCell | null {
  if (pictureFormula.test(text)) return plain('error', pictureText);
  const lines = text.replace(/\r\n?/g, '\n');
  return lines.trim() === '' ? null : plain('text', lines);
}

function errorCell(cell: CellObject): PlainCell {
  const text = cell.w ?? '#VALUE!';
  if (text === missingValueMark) return { ...plain('text', ''), formulaWithoutValue: true };
  return plain('error', text);
}

/** Null for a cell in which a person sees nothing. @param date1904 the workbook counts days from 1904 */
export function plainCell(cell: CellObject, date1904: boolean): PlainCell | null {
  if (pictureFormula.test(cell.f ?? '')) return plain('error', pictureText);
  if (cell.t === 'e') return errorCell(cell);
  if (cell.t === 'b') return plain('boolean', cell.w ?? (cell.v === true ? 'TRUE' : 'FALSE'));
  if (typeof cell.v === 'number') return Number.isFinite(cell.v) ? numberCell(cell, cell.v, date1904) : null;
  return cell.t === 's' && typeof cell.v === 'string' ? textCell(cell.v) : null;
}
