/**
 * How wide a text prints and where it wraps, without a font at hand. Widths are in em: one Chinese character
 * is 1. Row heights come from here, because a spreadsheet row has no automatic height (excel-notes.md).
 */

/**
 * Width of a letter or digit. Half an em in 仿宋_GB2312 and 宋体; what stands in for them on a PC without these
 * fonts sets letters wider, and a line too many is better than a line cut off.
 */
const narrow = 0.625;

/** East Asian wide and full-width ranges, and those ambiguous ones that Chinese fonts set full width. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0xa7, 0xa8],
  [0xb0, 0xb1],
  [0xb7, 0xb7],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x391, 0x3c9],
  [0x401, 0x451],
  [0x1100, 0x115f],
  [0x2010, 0x2027],
  [0x2030, 0x203b],
  [0x2100, 0x2bff],
  [0x2e80, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xd800, 0xdbff],
  [0xe000, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
];

/** Combining marks, joiners, variation selectors, and the second half of a surrogate pair. */
const weightlessRanges: readonly (readonly [number, number])[] = [
  [0x0, 0x1f],
  [0x300, 0x36f],
  [0x200b, 0x200f],
  [0x2060, 0x2064],
  [0xdc00, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

/** Per UTF-16 code unit: what it is for wrapping, as bits. One look-up a character keeps 10,000 rows quick. */
const wide = 1;
const weightless = 2;
const neverFirst = 4;
const neverLast = 8;
const traits = new Uint8Array(0x10000);
for (const [first, last] of wideRanges) traits.fill(wide, first, last + 1);
for (const [first, last] of weightlessRanges) traits.fill(weightless, first, last + 1);
mark('，。、；：？！）】》」』”’〕〉％…—·,.;:?!)]}%', neverFirst);
mark('（【《「『“‘〔〈([{', neverLast);

const space = 0x20;

function mark(characters: string, trait: number): void {
  for (let index = 0; index < characters.length; index += 1) {
    const code = characters.charCodeAt(index);
    traits[code] = (traits[code] ?? 0) | trait;
  }
}

function traitsAt(text: string, index: number): number {
  return traits[text.charCodeAt(index)] ?? 0;
}

function widthOf(trait: number): number {
  if ((trait & wide) !== 0) return 1;
  return (trait & weightless) === 0 ? narrow : 0;
}

/** Chinese breaks between any two characters but beside punctuation; a run of letters and digits stays whole. */
function mayBreakBetween(previous: number, next: number): boolean {
  if ((next & (neverFirst | weightless)) !== 0 || (previous & neverLast) !== 0) return false;
  return ((previous | next) & wide) !== 0;
}

/** The lines of one paragraph, appended to `starts`. @param end exclusive */
function wrapParagraph(text: string, start: number, end: number, capacity: number, starts: number[]): void {
  starts.push(start);
  let lineWidth = 0;
  let runStart = start;
  let runWidth = 0;
  let previous = neverLast;
  for (let index = start; index < end; index += 1) {
    const isSpace = text.charCodeAt(index) === space;
    const trait = traitsAt(text, index);
    if (!isSpace && mayBreakBetween(previous, trait)) {
      lineWidth += runWidth;
      runWidth = 0;
      runStart = index;
    }
    const width = widthOf(trait);
    runWidth += width;
    previous = isSpace ? wide : trait;
    // A space hangs over the end of its line.
    if (isSpace || lineWidth + runWidth <= capacity) continue;
    if (lineWidth > 0) starts.push(runStart);
    lineWidth = 0;
    if (runWidth <= capacity) continue;
    starts.push(index);
    runStart = index;
    runWidth = width;
  }
}

/**
 * Where each line of a wrapped text begins, as indexes into it; the first is 0.
 * @param capacity of a line in em, at least 1; a run of letters longer than it is broken anywhere
 */
export function lineStarts(text: string, capacity: number): number[] {
  const starts: number[] = [];
  let start = 0;
  for (;;) {
    const lineEnd = text.indexOf('\n', start);
    wrapParagraph(text, start, lineEnd === -1 ? text.length : lineEnd, capacity, starts);
    if (lineEnd === -1) return starts;
    start = lineEnd + 1;
  }
}

/** 1 for an empty text. @param capacity of a line in em, at least 1 */
export function wrappedLineCount(text: string, capacity: number): number {
  if (text.length <= capacity && !text.includes('\n')) return 1;
  return lineStarts(text, capacity).length;
}
