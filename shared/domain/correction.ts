/** 勘误 made by staff: which passage of a task's text was changed, short enough to read. */

export interface ChangedPassage {
  from: string;
  to: string;
}

/** Unchanged characters kept on each side, so that a changed digit is read with its number. */
const surroundings = 4;

function commonStart(left: readonly string[], right: readonly string[], limit: number): number {
  let length = 0;
  while (length < limit && left[length] === right[length]) length += 1;
  return length;
}

function occursOnce(text: string, passage: string): boolean {
  const first = text.indexOf(passage);
  return first !== -1 && text.indexOf(passage, first + 1) === -1;
}

/**
 * The passage that differs, with a few characters around it: enough that `from` is not empty and stands in
 * `before` only once, so that replacing it there gives `after`.
 * @param before not empty and different from `after`
 */
export function changedPassage(before: string, after: string): ChangedPassage {
  const left = [...before];
  const right = [...after];
  const shorter = Math.min(left.length, right.length);
  const start = commonStart(left, right, shorter);
  const end = commonStart([...left].reverse(), [...right].reverse(), shorter - start);
  for (let margin = surroundings; ; margin += surroundings) {
    const keptStart = Math.max(0, start - margin);
    const keptEnd = Math.max(0, end - margin);
    const from = left.slice(keptStart, left.length - keptEnd).join('');
    if (occursOnce(before, from) || (keptStart === 0 && keptEnd === 0)) {
      return { from, to: right.slice(keptStart, right.length - keptEnd).join('') };
    }
  }
}
