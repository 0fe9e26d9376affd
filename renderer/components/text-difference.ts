/** Where a task's present text differs from the notice's, character by character. */

export interface TextPiece {
  text: string;
  /** `removed` stands only in the source, `added` only in the present text. */
  kind: 'same' | 'removed' | 'added';
}

/** Above this many comparisons the differing middle is shown as replaced in whole. */
const mostComparisons = 4_000_000;

function append(pieces: TextPiece[], kind: TextPiece['kind'], text: string): void {
  if (text === '') return;
  const last = pieces.at(-1);
  if (last?.kind === kind) last.text += text;
  else pieces.push({ kind, text });
}

/** `table[i][j]`: the longest common subsequence of `source` from i and `present` from j. */
function commonLengths(source: string[], present: string[]): Uint32Array[] {
  const table = Array.from({ length: source.length + 1 }, () => new Uint32Array(present.length + 1));
  for (let i = source.length - 1; i >= 0; i -= 1) {
    const row = table[i] as Uint32Array;
    const below = table[i + 1] as Uint32Array;
    for (let j = present.length - 1; j >= 0; j -= 1) {
      const same = source[i] === present[j];
      row[j] = same ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

function appendMiddle(pieces: TextPiece[], source: string[], present: string[]): void {
  const isShort = source.length * present.length <= mostComparisons;
  const table = isShort ? commonLengths(source, present) : [];
  let i = 0;
  let j = 0;
  while (isShort && i < source.length && j < present.length) {
    if (source[i] === present[j]) {
      append(pieces, 'same', source[i] ?? '');
      i += 1;
      j += 1;
    } else if ((table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0)) {
      append(pieces, 'removed', source[i] ?? '');
      i += 1;
    } else {
      append(pieces, 'added', present[j] ?? '');
      j += 1;
    }
  }
  append(pieces, 'removed', source.slice(i).join(''));
  append(pieces, 'added', present.slice(j).join(''));
}

function commonStart(one: string[], other: string[], limit: number): number {
  let length = 0;
  while (length < limit && one[length] === other[length]) length += 1;
  return length;
}

/** Pieces in reading order; without the removed ones they are `presentText`, without the added ones `sourceText`. */
export function textDifference(sourceText: string, presentText: string): TextPiece[] {
  const source = [...sourceText];
  const present = [...presentText];
  const shorter = Math.min(source.length, present.length);
  const start = commonStart(source, present, shorter);
  const end = commonStart(source.toReversed(), present.toReversed(), shorter - start);
  const pieces: TextPiece[] = [];
  append(pieces, 'same', source.slice(0, start).join(''));
  appendMiddle(pieces, source.slice(start, source.length - end), present.slice(start, present.length - end));
  append(pieces, 'same', source.slice(source.length - end).join(''));
  return pieces;
}
