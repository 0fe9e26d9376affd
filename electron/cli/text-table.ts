/** Short tables for a console, where a Chinese character takes two columns. */

const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6“”‘’…—]/u;

function columnsOf(text: string): number {
  return [...text].reduce((columns, character) => columns + (wide.test(character) ? 2 : 1), 0);
}

/** One line of at most `limit` columns; what is left out shows as ….*/
function shorten(text: string, limit: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (columnsOf(line) <= limit) return line;
  const kept = [...line];
  while (columnsOf(kept.join('')) > limit - 2) kept.pop();
  return `${kept.join('')}…`;
}

const widestCell = 48;

/** @param rows cell texts, as many as there are headings; line breaks become spaces */
export function textTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows].map((row) => row.map((cell) => shorten(cell, widestCell)));
  const widths = headings.map((_, column) => Math.max(...lines.map((row) => columnsOf(row[column] ?? ''))));
  const padded = lines.map((row) =>
    row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - columnsOf(cell))),
  );
  return padded.map((row) => row.join('  ').trimEnd()).join('\n');
}
