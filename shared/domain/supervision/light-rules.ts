/**
 * The rules that may flag a task, worst first, each a line of one table. domain.md, Conventions, Lights: behind,
 * far behind, overdue, due soon, late start. A missed milestone and an unmet target have their colour in the
 * settings.
 */
import { addMonths, dateLabel, daysBetween } from './dates.ts';
import type { LightRuleKey } from './light-kinds.ts';
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
  },
  {
    key: 'far_behind',
    light: red,
    holds: ({ gap, settings }) => gap !== null && gap > settings.redAbove,
    words: noWords,
  },
  {
    key: 'late_start_long',
    light: red,
    holds: (facts) => isLateStart(facts) && isLong(facts),
    words: (facts) => `${startWords(facts)}，已超过${facts.settings.lateStartRedMonths}个月`,
  },
  {
    key: 'target_unmet',
    light: (settings) => settings.targetUnmetLight,
    holds: isUnmet,
    words: noWords,
  },
  {
    key: 'behind',
    light: yellow,
    holds: ({ gap, settings }) => gap !== null && gap > settings.yellowAbove && gap <= settings.redAbove,
    words: noWords,
  },
  {
    key: 'missed_milestone',
    light: (settings) => settings.missedMilestoneLight,
    holds: ({ milestones, date }) => missedMilestones(milestones, date).length > 0,
    words: milestoneWords,
  },
  {
    key: 'due_soon',
    light: yellow,
    holds: (facts) =>
      facts.date <= facts.due &&
      daysBetween(facts.date, facts.due) <= facts.settings.dueSoonDays &&
      !isReached(facts),
    words: dueSoonWords,
  },
  {
    key: 'late_start',
    light: yellow,
    holds: (facts) => isLateStart(facts) && !isLong(facts),
    words: startWords,
  },
];
