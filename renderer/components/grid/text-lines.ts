/**
 * How many lines a text takes in a given width, counted without laying it out: 20,000 rows are counted in a
 * fraction of the time the browser would need to measure them. Where browsers differ it counts the longer way.
 */
import type { GlyphWidths } from './glyph-widths.ts';

/** May not begin a line, so they stay with what stands before them. */
const closing = /[、。，．：；？！）》」』】〕〉”’“…—％%),.:;?!\]}\uDC00-\uDFFF]/;
/** May not end a line, so they stay with what follows. A quotation mark holds on to both its neighbours. */
const opening = /[（《「『【〔〈“”‘([{]/;
/** Letters and digits hold together as a word; so do the points inside a number. */
const wordPart = /[\p{Script=Latin}\p{N}_+\-/'&#@]/u;
const insideWord = /[.,:;!?%]/;

const joinsPrevious = 1;
const joinsNext = 2;
const isWord = 4;
const staysInWord = 8;
const isClassified = 16;

/** One byte for each UTF-16 unit, filled in as characters are met: a look-up is far cheaper than a pattern. */
const classes = new Uint8Array(65_536);

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  const found =
    (closing.test(character) ? joinsPrevious : 0) |
    (opening.test(character) ? joinsNext : 0) |
    (wordPart.test(character) ? isWord : 0) |
    (insideWord.test(character) ? staysInWord : 0) |
    isClassified;
  classes[unit] = found;
  return found;
}

/** Fills lines one after another with pieces that may not be broken. */
class LineFiller {
  lines = 1;
  private used = 0;
  private readonly available: number;

  constructor(available: number) {
    this.available = available;
  }

  add(piece: number): void {
    if (this.used + piece <= this.available) {
      this.used += piece;
    } else if (piece <= this.available) {
      this.lines += 1;
      this.used = piece;
    } else {
      // A piece wider than the column begins a line of its own and is broken anywhere.
      const full = Math.ceil(piece / this.available) - 1;
      this.lines += full + (this.used > 0 ? 1 : 0);
      this.used = piece - full * this.available;
    }
  }
}

function countParagraph(text: string, start: number, end: number, available: number, glyphs: GlyphWidths) {
  const filler = new LineFiller(available);
  let piece = 0;
  let previous = 0;
  for (let index = start; index < end; index += 1) {
    const unit = text.charCodeAt(index);
    let kind = classes[unit] || classify(unit);
    const inWord = (previous & isWord) !== 0;
    const joins = kind & joinsPrevious || previous & joinsNext || (kind & isWord && inWord);
    if (!joins && piece > 0) {
      filler.add(piece);
      piece = 0;
    }
    piece += glyphs.widthOf(unit);
    if (kind & staysInWord && inWord) kind |= isWord;
    previous = kind;
  }
  if (piece > 0) filler.add(piece);
  return filler.lines;
}

/**
 * @param available width for text in pixels, greater than 0
 * @returns at least 1; line breaks in the text count
 */
export function countLines(text: string, available: number, glyphs: GlyphWidths): number {
  if (available <= 0) return 1;
  let lines = 0;
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    lines += countParagraph(text, start, end, available, glyphs);
    start = end + 1;
  }
  return lines;
}
