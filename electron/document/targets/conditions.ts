import { isMoney } from '#shared/domain/measures.ts';
import type { NumberMention } from './number-mentions.ts';
import type { Clause, ScanText } from './scan-text.ts';

const rank = /(?<![底末月年日度天])前\s*$/u;
const followsPolicy = /落实|贯彻|执行|遵守/u;
const separator = /[、和及与，,；;]/u;

/** 排名前 1000 名: a rank is a condition. */
function isRank(text: ScanText, mention: NumberMention): boolean {
  return rank.test(text.scanned.slice(0, mention.start));
}

/** 落实…195 项任务清单, 中央八项规定: the size of somebody's list that is carried out, not a promise. */
function isPolicyList(text: ScanText, clause: Clause, mention: NumberMention): boolean {
  if (mention.measure !== '项' && mention.measure !== '条') return false;
  return followsPolicy.test(text.scanned.slice(clause.start, mention.start));
}

/** 「5 万元以上高额费用」: an amount with 以上 and a noun behind it says which ones are meant. */
function isThreshold(text: ScanText, clause: Clause, mention: NumberMention): boolean {
  if (!isMoney(mention.measure) || mention.marker === '') return false;
  const after = text.scanned.slice(mention.end, clause.end).trimStart();
  return after !== '' && !separator.test(after[0] ?? '');
}

/** 「10 亿元 2 个」, 「4 个 10 亿元单体项目」: an amount beside a count describes what is counted. */
function isSize(
  text: ScanText,
  mention: NumberMention,
  before?: NumberMention,
  next?: NumberMention,
): boolean {
  if (!isMoney(mention.measure)) return false;
  const gapBefore = before === undefined ? null : text.scanned.slice(before.end, mention.start);
  if (before !== undefined && !isMoney(before.measure) && gapBefore?.trim() === '') return true;
  const gapAfter = next === undefined ? null : text.scanned.slice(mention.end, next.start);
  return next !== undefined && !isMoney(next.measure) && gapAfter !== null && !separator.test(gapAfter);
}

/**
 * The numbers of one clause that are promised, without those that only say which things are meant: ranks,
 * thresholds, sizes and lists of policies.
 */
export function promisedNumbers(
  text: ScanText,
  clause: Clause,
  mentions: readonly NumberMention[],
): NumberMention[] {
  return mentions.filter(
    (mention, index) =>
      !isRank(text, mention) &&
      !isPolicyList(text, clause, mention) &&
      !isThreshold(text, clause, mention) &&
      !isSize(text, mention, mentions[index - 1], mentions[index + 1]),
  );
}
