import type { Comparator } from '#shared/domain/target.ts';
import type { NumberMention } from './number-mentions.ts';

const ceilingWords =
  '不超过|不超|不高于|不多于|(?<!不)低于|控制在|稳定在|降到|降至|下降到|下降至|压减到|压减至|压缩到|压缩至|缩短到|缩短至|减少到|减少至|减至';
const floorWords =
  '达到|达|不少于|不低于|至少|突破|超过|超|高于|多于|提高到|提高至|提升到|提升至|增加到|增加至|增至|升至|上升到';
const ceilingBefore = new RegExp(`(?:${ceilingWords})[\\s各均]*$`, 'u');
const floorBefore = new RegExp(`(?:${floorWords})[\\s各均]*$`, 'u');
const floorInClause = /力争|争取/u;

/** What may stand between a target's name and its number; it belongs to neither. */
export const wordsBeforeNumber = new RegExp(
  `(?:${ceilingWords}|${floorWords}|分别|各|(?<![年人户月日平])均|力争|为|到|至|约)*\\s*$`,
  'u',
);

/**
 * 以上, 达(到), 不少于, 超过, 力争 in the same clause, and 多 or 余 inside the number promise at least that much (≥);
 * 以内, 以下, 不超过, 控制在 at most (≤). A bare number is promised as printed (=). A range is promised at least at
 * its lower bound.
 * @param before the clause's text before the number
 */
export function readComparator(before: string, mention: NumberMention): Comparator {
  if (/以上/u.test(mention.marker)) return '>=';
  if (/以内|之内|以下/u.test(mention.marker) || ceilingBefore.test(before)) return '<=';
  const isFloor = floorBefore.test(before) || floorInClause.test(before) || mention.upper > mention.value;
  return isFloor ? '>=' : '=';
}
