/**
 * How many lines a text takes in a given width, counted without laying it out: 20,000 rows are counted in a
 * fraction of the time the browser would need to measure them. Where browsers differ it counts the longer way.
 */
import type { GlyphWidths } from './glyph-widths.ts';

/** May not begin a line, so they stay with what stands before them. */
const closing = /[、。，．：；？！）》」』】〕〉”’…—％%),.:;?!\]}]/;
/** May not end a line, so they stay with what follows. */
const opening = /[（《「『【〔〈“‘([{]/;
/** Letters and digits hold together as a word. */
const wordPart = /[\p{Script=Latin}\p{N}_+\-/'&#@]/u;

/**
 * The pieces between which a line may break, as widths in pixels.
 * A quotation mark holds on to both its neighbours, as older line breakers do.
 */
function* pieceWidths(line: string, glyphs: GlyphWidths): Generator<number> {
  let width = 0;
  let joinsNext = false;
  let previousWasWord = false;
  for (const character of line) {
    const isWord = wordPart.test(character);
    const isClosing = closing.test(character);
    const isOpening = opening.test(character);
    const joins = joinsNext || isClosing || (isWord && previousWasWord) || character === '“';
    if (!joins && width > 0) {
      yield width;
      width = 0;
    }
    width += glyphs.widthOf(character);
    joinsNext = isOpening || character === '”';
    previousWasWord = isWord;
  }
  if (width > 0) yield width;
}

function countLineOf(paragraph: string, available: number, glyphs: GlyphWidths): number {
  let lines = 1;
  let used = 0;
  for (const piece of pieceWidths(paragraph, glyphs)) {
    if (used + piece <= available) {
      used += piece;
    } else if (piece <= available) {
      lines += 1;
      used = piece;
    } else {
      // A piece wider than the column is broken anywhere.
      const rest = used + piece;
      lines += Math.ceil(rest / available) - (used === 0 ? 1 : 0);
      used = rest % available;
    }
  }
  return lines;
}

/**
 * @param available width for text in pixels, greater than 0
 * @returns at least 1; line breaks in the text count
 */
export function countLines(text: string, available: number, glyphs: GlyphWidths): number {
  if (available <= 0) return 1;
  let lines = 0;
  for (const paragraph of text.split('\n')) lines += countLineOf(paragraph, available, glyphs);
  return lines;
}
