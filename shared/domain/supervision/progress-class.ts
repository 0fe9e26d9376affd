/** 超进度, 达进度, 欠进度, 已完成, 其它 (domain.md, Conventions): a partition, each with count and percent. */
import type { ComputedLight } from './light.ts';
import { type LightRuleKey, lightRuleNames } from './light-kinds.ts';
import type { LightSettings } from './light-settings.ts';

export type ProgressClass = 'ahead' | 'on_schedule' | 'behind' | 'finished' | 'other';

export const progressClasses: readonly ProgressClass[] = [
  'ahead',
  'on_schedule',
  'behind',
  'finished',
  'other',
];

export const progressClassLabels: Record<ProgressClass, string> = {
  ahead: '超进度',
  on_schedule: '达进度',
  behind: '欠进度',
  finished: '已完成',
  other: '其它',
};

/** Slips that make a task 欠进度 whatever its percent says; 临近时限 is a warning, no slip. */
const slips: readonly LightRuleKey[] = [
  'overdue',
  'late_start_long',
  'target_unmet',
  'missed_milestone',
  'late_start',
];

function isBehind({ rule, alsoHolds, gap }: ComputedLight, settings: LightSettings): boolean {
  const hasSlipped = [rule.key, ...alsoHolds].some((key) => slips.includes(key));
  return hasSlipped || (gap !== null && gap > settings.behindAbove);
}

/**
 * The class of a computed light; a person's override changes a colour, not the progress. 其它 holds what cannot
 * be judged: 未报, no percent given, withdrawn.
 */
export function progressClassOf(computed: ComputedLight, settings: LightSettings): ProgressClass {
  if (computed.light === 'finished') return 'finished';
  if (computed.light === 'withdrawn' || computed.light === 'unreported') return 'other';
  if (isBehind(computed, settings)) return 'behind';
  return computed.gap !== null && -computed.gap > settings.aheadAbove ? 'ahead' : 'on_schedule';
}

function beyond(points: number, side: '领先' | '落后'): string {
  return points === 0 ? `${side}序时` : `${side}序时超过${points}个百分点`;
}

/** What each class means, for people. */
export function progressClassWords(settings: LightSettings): Record<ProgressClass, string> {
  const { aheadAbove, behindAbove } = settings;
  const names = slips.map((key) => lightRuleNames[key]).join('、');
  return {
    ahead: `${beyond(aheadAbove, '领先')}，又不是欠进度。`,
    on_schedule: '不超也不欠。',
    behind: `${beyond(behindAbove, '落后')}，或${names}。`,
    finished: '已经完成或销号。',
    other: '说不出快慢：未报，或报了没有填完成比例。',
  };
}

/**
 * Counts as percents of their sum, at one decimal, that add up to exactly 100: each is cut off and the tenths
 * left over go to the largest remainders, of equal ones to the first. All 0 where nothing is counted.
 * @param counts whole numbers, not negative
 */
export function sharePercents(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const tenths = counts.map((count) => Math.floor((count * 1000) / total));
  const missing = 1000 - tenths.reduce((sum, tenth) => sum + tenth, 0);
  const remainders = counts.map((count, index) => ({ index, remainder: (count * 1000) % total }));
  const raised = remainders
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index)
    .slice(0, missing)
    .map(({ index }) => index);
  return tenths.map((tenth, index) => (tenth + (raised.includes(index) ? 1 : 0)) / 10);
}
