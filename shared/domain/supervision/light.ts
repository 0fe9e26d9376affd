/** One lead's light on one task: computed by {@link lightRules}, always with the figures and the sentence why. */
import type { ProgressStatus } from '../progress.ts';
import type { CurveSettings } from './curves.ts';
import { daysBetween } from './dates.ts';
import { type TaskEventKind, type TaskStanding, taskEventLabels } from './lifecycle.ts';
import { type Light, type LightRuleKey, lightRuleNames, worstLight } from './light-kinds.ts';
import { finishedReason, judgedReason, unreportedReason, withdrawnReason } from './light-reason.ts';
import { type LightCase, type LightRule, lightRules } from './light-rules.ts';
import type { LightSettings } from './light-settings.ts';
import { gapBetween } from './percent-figures.ts';
import type { Milestone } from './plan.ts';
import type { Actual } from './target-actual.ts';
import { expectedPercent, type Trajectory } from './trajectory.ts';

/** What is known of a task and one of its leads for a period. */
export interface LightFacts {
  trajectory: Trajectory;
  milestones: readonly Milestone[];
  standing: TaskStanding;
  /** The day the task was finished, by 销号 or by an accepted 已完成; null while it is not. */
  finishedOn: string | null;
  /** Null when the lead is 未报. */
  actual: Actual | null;
  /** As reported; null when the report names none or there is none. */
  status: ProgressStatus | null;
}

export interface ComputedLight {
  light: Light;
  /** The rule that made it so. */
  rule: { key: LightRuleKey; name: string };
  /** The other rules that hold, worst first: an unreported task may be overdue besides. */
  alsoHolds: readonly LightRuleKey[];
  /** 0 to 100. */
  expected: number;
  /** Null when not known; may exceed 100. */
  actual: number | null;
  /** Percentage points behind; negative when ahead; null when the actual is not known. */
  gap: number | null;
  reason: string;
}

function ruleOf(key: LightRuleKey): ComputedLight['rule'] {
  return { key, name: lightRuleNames[key] };
}

/** A task that is closed or gone: no lamp, no gap to answer for. */
function settled(key: 'finished' | 'withdrawn', expected: number, actual: Actual | null, reason: string) {
  const figures = { expected, actual: actual?.percent ?? null, gap: null };
  return { light: key, rule: ruleOf(key), alsoHolds: [], ...figures, reason } satisfies ComputedLight;
}

function unreported(expected: number, due: string, date: string): ComputedLight {
  const overdueDays = Math.max(daysBetween(due, date), 0);
  return {
    light: 'unreported',
    rule: ruleOf('unreported'),
    alsoHolds: overdueDays > 0 ? ['overdue'] : [],
    expected,
    actual: null,
    gap: null,
    reason: unreportedReason(expected, overdueDays),
  };
}

/** Of the rules that hold the first of the worst colour decides. */
function decidingRule(holding: readonly LightRule[], settings: LightSettings): LightRule | undefined {
  const worst = worstLight(holding.map((rule) => rule.light(settings)));
  return holding.find((rule) => rule.light(settings) === worst);
}

function judged(facts: LightCase): ComputedLight {
  const { expected, actual, gap, settings } = facts;
  const holding = lightRules.filter((rule) => rule.holds(facts));
  const deciding = decidingRule(holding, settings);
  const isUnknown = actual.percent === null && actual.verdicts.length === 0;
  const light = deciding?.light(settings) ?? (isUnknown ? 'unreported' : 'green');
  return {
    light,
    rule: ruleOf(deciding?.key ?? (isUnknown ? 'percent_missing' : 'on_track')),
    alsoHolds: holding.filter((rule) => rule !== deciding).map(({ key }) => key),
    expected,
    actual: actual.percent,
    gap,
    reason: judgedReason(light, expected, actual, gap, deciding?.words(facts) ?? ''),
  };
}

function caseOf(
  facts: LightFacts,
  actual: Actual,
  expected: number,
  settings: LightSettings,
  date: string,
): LightCase {
  const { start, due } = facts.trajectory;
  const gap = actual.percent === null ? null : gapBetween(expected, actual.percent);
  const saysNotStarted = facts.status === null || facts.status === 'not_started';
  const hasStarted = !saysNotStarted || actual.percent === null || actual.percent > 0;
  const { milestones } = facts;
  return { date, start, due, expected, actual, gap, hasStarted, milestones, settings };
}

/**
 * The light at a day's end: a period's last day, or today. A withdrawn or finished task is never flagged and an
 * unreported one never green. A higher percent never gives a worse light.
 * @param settings those in force on the date; see `settingsAt`
 * @param curves as {@link expectedPercent}
 */
export function lightOf(
  facts: LightFacts,
  settings: LightSettings,
  date: string,
  curves: readonly CurveSettings[],
): ComputedLight {
  const { trajectory, standing, finishedOn, actual } = facts;
  const expected = expectedPercent(trajectory, date, curves);
  if (standing.state !== 'active') {
    const how: TaskEventKind = standing.state;
    return settled('withdrawn', expected, actual, withdrawnReason(standing.since, taskEventLabels[how]));
  }
  if (finishedOn !== null && finishedOn <= date)
    return settled('finished', expected, actual, finishedReason(finishedOn));
  if (actual === null) return unreported(expected, trajectory.due, date);
  return judged(caseOf(facts, actual, expected, settings, date));
}
