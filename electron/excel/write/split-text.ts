/** Cutting a text that no row can show into parts that fit, one below the other. */
import { lineStarts } from '#shared/domain/text-width.ts';

const sentenceEnds = new Set(['。', '；', '！', '？', ';']);

/** Of the lines a part may end after, how many are given up to end it at a paragraph or a sentence. */
const paragraphReach = 0.5;
const sentenceReach = 0.25;

/** The last place in `text` from `from` to `to` right after a character that `ends` accepts; -1 without one. */
function lastEnd(text: string, from: number, to: number, ends: (character: string) => boolean): number {
  for (let index = to; index >= from; index -= 1) if (ends(text[index - 1] ?? '')) return index;
  return -1;
}

/** Where the first part ends. @param starts of all lines; there are more than `lines` of them */
function cutPlace(text: string, starts: readonly number[], lines: number): number {
  const end = starts[lines] ?? text.length;
  const startOf = (share: number) => starts[Math.ceil(lines * share)] ?? end;
  const paragraph = lastEnd(text, startOf(1 - paragraphReach), end, (character) => character === '\n');
  if (paragraph !== -1) return paragraph;
  const sentence = lastEnd(text, startOf(1 - sentenceReach), end, (character) => sentenceEnds.has(character));
  return sentence === -1 ? end : sentence;
}

/**
 * The text in parts of at most `lines` lines, cut between paragraphs or sentences where one ends nearby. Joined
 * again they are the whole text, but for line breaks at the cuts.
 * @param capacity of a line in em
 */
export function splitText(text: string, capacity: number, lines: number): string[] {
  const parts: string[] = [];
  let rest = text;
  for (;;) {
    const starts = lineStarts(rest, capacity);
    if (starts.length <= lines) return [...parts, rest];
    const cut = cutPlace(rest, starts, lines);
    parts.push(rest.slice(0, cut).replace(/\n$/, ''));
    rest = rest.slice(cut).replace(/^\n/, '');
  }
}
