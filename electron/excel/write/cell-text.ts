/** Text on its way into a cell. */
import { AppError } from '#shared/contract/errors.ts';
import { maxTextLength } from '#shared/contract/values.ts';

const needsCare = /[\r\uD800-\uDFFF\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/;
const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * The text as a cell can hold it, always as text: 「=1+1」 stays what it is (domain.md, last convention). Characters
 * that XML forbids are dropped, and what a spreadsheet would read as an escape (`_x000D_`) is escaped itself.
 * @returns null for an empty text, so that the cell is truly empty
 * @param where names the row for the message: 「“重点工作”第3行」
 * @throws AppError `bad_input` for a text longer than a cell can hold
 */
export function cellText(text: string, where: string): string | null {
  if (text === '') return null;
  if (text.length > maxTextLength) throw tooLong(text.length, where);
  if (!needsCare.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(loneSurrogates, '')
    .replace(/[\uFFFE\uFFFF]/g, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function tooLong(length: number, where: string): AppError {
  return new AppError(
    'bad_input',
    `${where}的文字有${length}字，一个单元格最多放${maxTextLength}字，没有导出。请先把这一处改短。`,
    { length },
  );
}
