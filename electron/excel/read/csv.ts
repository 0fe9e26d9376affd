/** A text table: RFC 4180 with whatever separator the sender's program used. Every cell is text as it stands. */
import type { PlainCell, PlainSheet } from '#shared/domain/sheet.ts';
import { maxCellCharacters, maxCells, maxColumns, maxRows } from './limits.ts';
import type { Refuse } from './refusal.ts';

const separators = [',', '\t', ';'] as const;
const chineseComma = '，';
const sampleLines = 30;

/** Fields of each record; a quoted field may hold separators, doubled quotes and line breaks. */
export function parseDelimited(text: string, separator: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && field === '') quoted = true;
    else if (character === separator || character === '\n') {
      record.push(field);
      field = '';
      if (character === '\n') {
        records.push(record);
        record = [];
      }
    } else field += character;
  }
  if (field !== '' || record.length > 0) records.push([...record, field]);
  return records;
}

interface Fit {
  separator: string;
  /** Records of as many fields as most records that are split at all. */
  records: number;
  fields: number;
}

function fitOf(sample: string, separator: string): Fit {
  const counts = new Map<number, number>();
  for (const { length } of parseDelimited(sample, separator)) {
    if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  const [fields, records] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [1, 0]);
  return { separator, records, fields };
}

function likelier(best: Fit, next: Fit): Fit {
  return next.records * (next.fields - 1) > best.records * (best.fields - 1) ? next : best;
}

/**
 * The separator that splits the most records into the same number of fields. A Chinese comma stands in most texts
 * anyway: it separates only where no other separator splits half of the records alike.
 */
function guessSeparator(text: string): string {
  const sample = text.split('\n').slice(0, sampleLines).join('\n');
  const usual = separators.map((separator) => fitOf(sample, separator)).reduce(likelier);
  const records = parseDelimited(sample, usual.separator).length;
  const isRegular = usual.records * 2 >= records;
  return isRegular ? usual.separator : likelier(usual, fitOf(sample, chineseComma)).separator;
}

function textCell(text: string): PlainCell | null {
  if (text.trim() === '') return null;
  return { kind: 'text', text, number: null, date: null, percentFormat: false, formulaWithoutValue: false };
}

function checkSize(records: readonly string[][], refuse: Refuse): void {
  const columns = records.reduce((widest, record) => Math.max(widest, record.length), 0);
  if (records.length > maxRows) {
    throw refuse(`有 ${records.length} 行，超过 ${maxRows} 行的上限，请删去多余的行后重新报送。`);
  }
  if (columns > maxColumns) {
    throw refuse(`有 ${columns} 列，超过 ${maxColumns} 列的上限，请删去多余的列后重新报送。`);
  }
  if (records.length * columns > maxCells) {
    throw refuse(`单元格超过 ${maxCells} 个的上限，请删去多余内容后重新报送。`);
  }
  const row = records.findIndex((record) => record.some((field) => field.length > maxCellCharacters));
  if (row >= 0) {
    throw refuse(`第 ${row + 1} 行有一格超过 ${maxCellCharacters} 个字，请缩短后重新报送。`);
  }
}

/** @throws AppError `file_unreadable` beyond the limits */
export function readCsv(text: string, refuse: Refuse): PlainSheet {
  const lines = text.replace(/\r\n?/g, '\n');
  const declared = /^sep=(.)\n/i.exec(lines);
  const body = declared === null ? lines : lines.slice(declared[0].length);
  const records = parseDelimited(body, declared?.[1] ?? guessSeparator(body));
  checkSize(records, refuse);
  const rows = records.map((record) => record.map(textCell));
  return { name: 'CSV', visibility: 'visible', rows, merges: [], hiddenColumns: [] };
}
