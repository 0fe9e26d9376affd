/** How alike two folded texts are, 0 to 1: for task texts that were cut short or slightly edited. */

/** Shorter texts name too many tasks: 「打通断头」 is two. */
const shortestPart = 8;

/** The numbers of a text: 「新增 5 个」 and 「新增 8 个」 are two tasks however alike the words. */
export function numbersIn(folded: string): string[] {
  return folded.match(/\d+(?:\.\d+)?%?/g) ?? [];
}

function contains(whole: readonly string[], part: readonly string[]): boolean {
  const rest = [...whole];
  return part.every((item) => {
    const at = rest.indexOf(item);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
}

/** Pairs of neighbouring characters with their counts: made once a text, compared often. */
export interface PairCounts {
  counts: ReadonlyMap<string, number>;
  total: number;
}

export function pairCounts(text: string): PairCounts {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: Math.max(0, text.length - 1) };
}

function sharedCount(left: PairCounts, right: PairCounts): number {
  const [few, many] = left.counts.size < right.counts.size ? [left, right] : [right, left];
  let shared = 0;
  for (const [pair, count] of few.counts) shared += Math.min(count, many.counts.get(pair) ?? 0);
  return shared;
}

/** How much of a text's pairs another has too: a summary shares much with what it sums up, a stranger nothing. */
export function covered(text: PairCounts, by: PairCounts): number {
  return text.total === 0 ? 1 : sharedCount(text, by) / text.total;
}

/** Share of pairs two texts have in common (Dice); cheap, to choose whom to compare closely. */
export function sharedPairs(left: PairCounts, right: PairCounts): number {
  const total = left.total + right.total;
  return total === 0 ? 0 : (2 * sharedCount(left, right)) / total;
}

/** Insertions, deletions and replacements from one text to the other (Levenshtein). */
export function editDistance(left: string, right: string): number {
  let previous = Uint32Array.from({ length: right.length + 1 }, (_, index) => index);
  let current = new Uint32Array(right.length + 1);
  for (let row = 1; row <= left.length; row += 1) {
    const character = left.charCodeAt(row - 1);
    let beside = row;
    current[0] = row;
    for (let column = 1; column <= right.length; column += 1) {
      const cost = character === right.charCodeAt(column - 1) ? 0 : 1;
      const replaced = (previous[column - 1] ?? 0) + cost;
      beside = Math.min(replaced, (previous[column] ?? 0) + 1, beside + 1);
      current[column] = beside;
    }
    [previous, current] = [current, previous];
  }
  return previous[right.length] ?? 0;
}

/** One text stands whole inside the other: a part of it says more the longer it is. */
function partLikeness(part: string, whole: string): number {
  if (part.length < shortestPart || !whole.includes(part)) return 0;
  return 0.9 + (0.09 * part.length) / whole.length;
}

/** A difference in numbers leaves a doubt whatever else agrees. */
const mostWithOtherNumbers = 0.85;

/** @param row what the return says @param task the task's text, both by foldForMatch @returns 1 for equal texts */
export function likeness(row: string, task: string): number {
  if (row === task) return 1;
  if (row === '' || task === '') return 0;
  const [part, whole] = row.length < task.length ? [row, task] : [task, row];
  const edited = 1 - editDistance(row, task) / Math.max(row.length, task.length);
  const alike = Math.max(partLikeness(part, whole), edited);
  const sameNumbers = contains(numbersIn(whole), numbersIn(part));
  return Math.min(alike, sameNumbers ? 0.99 : mostWithOtherNumbers);
}
