/** Making a form's row show all of its text: one task is one row here, however much there is to show. */
import { wrappedLineCount } from '#shared/domain/text-width.ts';
import { columnCapacity, linesHeight, maxLines, maxRowHeight } from './paper.ts';

/** In points, largest first. A4 with 13 columns leaves room for the first in the usual case. */
const sizes = [10.5, 9, 8, 7, 6] as const;
const smallest = 6;

/** Room to write even where nothing is printed: three lines by hand. */
const minimumHeight = 52;

export interface FittedText {
  text: string;
  fontSize: number;
  /** In points. */
  height: number;
}

/** The text in the largest size in which one row can show it; in the smallest where none does. */
export function fitText(text: string, width: number): FittedText {
  for (const fontSize of sizes) {
    const lines = wrappedLineCount(text, columnCapacity(width, fontSize));
    if (lines <= maxLines(fontSize)) return { text, fontSize, height: linesHeight(lines, fontSize) };
  }
  return { text, fontSize: smallest, height: maxRowHeight };
}

export function fittedRowHeight(fitted: readonly FittedText[]): number {
  return Math.min(maxRowHeight, Math.max(minimumHeight, ...fitted.map(({ height }) => height)));
}
