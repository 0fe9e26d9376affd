/**
 * A block of cells as the clipboard carries it between spreadsheets: columns apart by tabs, rows by line breaks,
 * a cell with either inside put in double quotes (as Excel, WPS and LibreOffice write it).
 */

/** A line break inside a cell is `\n`, whatever the clipboard used. */
export type CellBlock = string[][];

interface ScannedCell {
  text: string;
  /** Index of the character after the cell: a tab, a line break or the end. */
  end: number;
}

/** @returns one array a row, rows as long as they were written; no row for an empty text. */
export function parseCellBlock(text: string): CellBlock {
  if (text === '') return [];
  const rows: CellBlock = [[]];
  let index = 0;
  while (true) {
    const cell = quotedCell(text, index) ?? plainCell(text, index);
    rows.at(-1)?.push(cell.text);
    if (cell.end >= text.length) return rows;
    index = cell.end + separatorLength(text, cell.end);
    if (text[cell.end] === '\t') continue;
    if (index >= text.length) return rows;
    rows.push([]);
  }
}

/** The inverse of {@link parseCellBlock}; every row ends with a line break, as Excel's do. */
export function formatCellBlock(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(formatCell).join('\t')}\r\n`).join('');
}

function formatCell(text: string): string {
  const oneBreak = text.replace(/\r\n?/g, '\n');
  return /^"|[\t\n]/.test(oneBreak) ? `"${oneBreak.replaceAll('"', '""')}"` : oneBreak;
}

/**
 * Null when the quotes belong to the text: they are not closed at a cell's end, or there was no need for them,
 * because spreadsheets copy 「"平急两用"」 as it stands.
 */
function quotedCell(text: string, start: number): ScannedCell | null {
  if (text[start] !== '"') return null;
  const closing = closingQuote(text, start + 1);
  if (closing === null) return null;
  const inside = text.slice(start + 1, closing);
  if (inside !== '' && !/[\t\r\n"]/.test(inside)) return null;
  return { text: inside.replaceAll('""', '"').replace(/\r\n?/g, '\n'), end: closing + 1 };
}

function closingQuote(text: string, from: number): number | null {
  for (let index = text.indexOf('"', from); index !== -1; index = text.indexOf('"', index + 2)) {
    if (text[index + 1] !== '"') return endsCell(text, index + 1) ? index : null;
  }
  return null;
}

function endsCell(text: string, index: number): boolean {
  return index >= text.length || separatorLength(text, index) > 0;
}

function plainCell(text: string, start: number): ScannedCell {
  let end = start;
  while (end < text.length && separatorLength(text, end) === 0) end += 1;
  return { text: text.slice(start, end), end };
}

/** 0 where no cell ends. */
function separatorLength(text: string, index: number): number {
  const character = text[index];
  if (character === '\r') return text[index + 1] === '\n' ? 2 : 1;
  return character === '\t' || character === '\n' ? 1 : 0;
}
