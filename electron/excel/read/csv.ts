/** A text table: RFC 4180 with whatever separator the sender's program used. Every cell is text as it stands. */
import type { PlainCell, PlainSheet } from '#shared/domain/sheet.ts';
import { maxCellCharacters, maxCells, maxColumns, maxRows } from './limits.ts';
import type { Refuse } from './refusal.ts';

const separators = [',', '\t', ';', '，'] as const;
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

/** The separator that splits the most records into the most fields; a comma when none does. */
function guessSeparator(text: string): string {
  const sample = text.split('\n').slice(0, sampleLines).join('\n');
  const fieldsWith = (separator: string) =>
    parseDelimited(sample, separator).reduce((sum, record) => sum + record.length - 1, 0);
  const counts = separators.map((separator) => ({ separator, fields: fieldsWith(separator) }));
  return counts.reduce((best, next) => (next.fields > best.fields ? next : best)).separator;
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
