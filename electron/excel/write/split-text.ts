/** Cutting a text that no row can show into parts that fit, one below the other. */
import { lineStarts } from '#shared/domain/text-width.ts';

const sentenceEnds = new Set(['。', '；', '！', '？', ';']);

/** Of the lines a part may end after, how many are given up to end it at a paragraph or a sentence. */
const paragraphReach = 0.5;
const sentenceReach = 0.25;

/** The last place in `text` from `from` to `to` right after a character that `ends` accepts; -1 without one. */
function lastEnd(text: string, from: number, to: number, ends: (character: string) => boolean): number {
  for (let index = to; index > from; index -= 1) if (ends(text[index - 1] ?? '')) return index;
  return -1;
}

function cutPlace(text: string, starts: readonly number[], firstLine: number, lines: number): number {
  const to = starts[firstLine + lines] ?? text.length;
  const reachBack = (reach: number) => starts[firstLine + Math.ceil(lines * (1 - reach))] ?? to;
  const paragraph = lastEnd(text, reachBack(paragraphReach), to, (character) => character === '\n');
  if (paragraph !== -1) return paragraph;
  const sentence = lastEnd(text, reachBack(sentenceReach), to, (character) => sentenceEnds.has(character));
  return sentence === -1 ? to : sentence;
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
    const cut = cutPlace(rest, starts, 0, lines);
    parts.push(rest.slice(0, cut).replace(/\n$/, ''));
    rest = rest.slice(cut).replace(/^\n/, '');
  }
}
