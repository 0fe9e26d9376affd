/** Where two texts part and meet again: the middle is what changed. */

export interface ChangedPart {
  start: string;
  before: string;
  after: string;
  end: string;
}

function commonLength(one: readonly string[], other: readonly string[], limit: number): number {
  let length = 0;
  while (length < limit && one[length] === other[length]) length += 1;
  return length;
}

export function changedPart(before: string, after: string): ChangedPart {
  const [old, now] = [[...before], [...after]];
  const shorter = Math.min(old.length, now.length);
  const start = commonLength(old, now, shorter);
  const end = commonLength(old.toReversed(), now.toReversed(), shorter - start);
  return {
    start: old.slice(0, start).join(''),
    before: old.slice(start, old.length - end).join(''),
    after: now.slice(start, now.length - end).join(''),
    end: old.slice(old.length - end).join(''),
  };
}
