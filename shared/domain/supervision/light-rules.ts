/**
 * The rules that may flag a task, worst first, each a line of one table. domain.md, Conventions, Lights: behind,
 * far behind, overdue, due soon, late start. A missed milestone and an unmet target have their colour in the
 * settings.
 */
import { addMonths, dateLabel, daysBetween } from './dates.ts';
import { type LightRuleKey, lightLabels } from './light-kinds.ts';
import type { LightSettings } from './light-settings.ts';
import { type Milestone, missedMilestones } from './plan.ts';
import type { Actual } from './target-actual.ts';

/** What the rules look at. Percents and gap are rounded to two decimals. */
export interface LightCase {
  date: string;
  start: string;
  due: string;
  expected: number;
  actual: Actual;
  /** Expected − actual; null when no percent is known. */
  gap: number | null;
  /** Whether the report says that work has begun, or its percent does. */
  hasStarted: boolean;
  milestones: readonly Milestone[];
  settings: LightSettings;
}

export interface LightRule {
  key: LightRuleKey;
  light: (settings: LightSettings) => 'yellow' | 'red';
  holds: (facts: LightCase) => boolean;
  /** What the sentence says beside the figures; empty where they say it all. */
  words: (facts: LightCase) => string;
  /** The rule itself for people, with its threshold. */
  sentence: (settings: LightSettings) => string;
}

function isUnmet({ actual }: LightCase): boolean {
  return actual.verdicts.some(({ isMet }) => !isMet);
}

/** Everything promised is there, though nobody has closed the task: time no longer presses. */
function isReached(facts: LightCase): boolean {
  const { percent, verdicts } = facts.actual;
  return !isUnmet(facts) && (percent === null ? verdicts.length > 0 : percent >= 100);
}

function isLateStart({ date, start, hasStarted }: LightCase): boolean {
  return date > start && !hasStarted;
}

function isLong({ date, start, settings }: LightCase): boolean {
  return date > addMonths(start, settings.lateStartRedMonths);
}

function startWords({ start }: LightCase): string {
  return `应于${dateLabel(start)}启动，至今未启动`;
}

function milestoneWords({ milestones, date }: LightCase): string {
  const missed = missedMilestones(milestones, date);
  const [first] = missed;
  if (first === undefined) return '';
  const more = missed.length > 1 ? `，共${missed.length}个节点逾期` : '';
  return `节点“${first.title}”应于${dateLabel(first.due)}完成，至今未完成${more}`;
}

function dueSoonWords({ date, due }: LightCase): string {
  const days = daysBetween(date, due);
  return days === 0
    ? `当日即为完成时限（${dateLabel(due)}）`
    : `距完成时限（${dateLabel(due)}）还有${days}天`;
}

const noWords = (): string => '';
const red = (): 'red' => 'red';
const yellow = (): 'yellow' => 'yellow';

export const lightRules: readonly LightRule[] = [
  {
    key: 'overdue',
    light: red,
    holds: (facts) => facts.date > facts.due && !isReached(facts),
    words: ({ date, due }) => `已超过完成时限（${dateLabel(due)}）${daysBetween(due, date)}天`,
    sentence: () => '过了完成时限还没有完成，亮红灯；时限当天不算逾期。',
  },
  {
    key: 'far_behind',
    light: red,
    holds: ({ gap, settings }) => gap !== null && gap > settings.redAbove,
    words: noWords,
    sentence: ({ redAbove }) => `落后序时超过${redAbove}个百分点，亮红灯；正好${redAbove}个不算。`,
  },
  {
    key: 'late_start_long',
    light: red,
    holds: (facts) => isLateStart(facts) && isLong(facts),
    words: (facts) => `${startWords(facts)}，已超过${facts.settings.lateStartRedMonths}个月`,
    sentence: ({ lateStartRedMonths: months }) =>
      months === 0 ? '过了开始日期还没有启动，亮红灯。' : `过了开始日期${months}个月还没有启动，亮红灯。`,
  },
  {
    key: 'target_unmet',
    light: (settings) => settings.targetUnmetLight,
    holds: isUnmet,
    words: noWords,
    sentence: ({ targetUnmetLight }) =>
      `只看达到与否的指标（如失业率5%以内）还没有达到，亮${lightLabels[targetUnmetLight]}。`,
  },
  {
    key: 'behind',
    light: yellow,
    holds: ({ gap, settings }) => gap !== null && gap > settings.yellowAbove && gap <= settings.redAbove,
    words: noWords,
    sentence: ({ yellowAbove, redAbove }) =>
      yellowAbove === redAbove
        ? `黄灯起点和红灯起点都是${redAbove}个百分点，落后序时只亮红灯。`
        : `落后序时超过${yellowAbove}个、不超过${redAbove}个百分点，亮黄灯；正好${yellowAbove}个不算。`,
  },
  {
    key: 'missed_milestone',
    light: (settings) => settings.missedMilestoneLight,
    holds: ({ milestones, date }) => missedMilestones(milestones, date).length > 0,
    words: milestoneWords,
    sentence: ({ missedMilestoneLight }) =>
      `节点过了日期还没有完成，亮${lightLabels[missedMilestoneLight]}。`,
  },
  {
    key: 'due_soon',
    light: yellow,
    holds: (facts) =>
      facts.date <= facts.due &&
      daysBetween(facts.date, facts.due) <= facts.settings.dueSoonDays &&
      !isReached(facts),
    words: dueSoonWords,
    sentence: ({ dueSoonDays: days }) =>
      days === 0
        ? '到了完成时限当天还没有完成，亮黄灯。'
        : `离完成时限${days}天以内还没有完成，亮黄灯；时限当天也在内。`,
  },
  {
    key: 'late_start',
    light: yellow,
    holds: (facts) => isLateStart(facts) && !isLong(facts),
    words: startWords,
    sentence: ({ lateStartRedMonths: months }) =>
      months === 0
        ? '久未启动的月数是0，过了开始日期没有启动只亮红灯。'
        : `过了开始日期还没有启动，${months}个月以内亮黄灯。`,
  },
];
