/** A task's lights on one day: each lead's, and the task's as a whole. */
import type { ProgressStatus } from '../progress.ts';
import type { CurveSettings } from '../supervision/curves.ts';
import { jointLight } from '../supervision/joint-light.ts';
import type { TaskStanding } from '../supervision/lifecycle.ts';
import { type ComputedLight, lightOf } from '../supervision/light.ts';
import type { Light } from '../supervision/light-kinds.ts';
import { shownLight } from '../supervision/light-override.ts';
import type { LightSettings } from '../supervision/light-settings.ts';
import { type ProgressClass, progressClassOf } from '../supervision/progress-class.ts';
import { type Actual, actualOf } from '../supervision/target-actual.ts';
import { countsTheSame } from '../target.ts';
import type { LightName } from './light-names.ts';
import {
  type Named,
  planOn,
  type StoredOverride,
  stateOn,
  type TaskFacts,
  targetsOn,
  trajectoryOn,
} from './task-facts.ts';

/** What one lead says of a task for the period that is looked at. */
export interface LeadWord {
  period: string;
  percent: number | null;
  status: ProgressStatus | null;
  values: readonly { targetId: number; value: number }[];
}

/** The words that count on a day. */
export interface DayWords {
  /** `YYYY-MM-DD`; the day is judged at its end. */
  date: string;
  settings: LightSettings;
  /** All there are; see `expectedPercent`. */
  curves: readonly CurveSettings[];
  /** Null: the lead is 未报. */
  wordOf: (taskId: number, unitId: number) => LeadWord | null;
  /** Where the lead's last word so far is 已完成: since when, and that word. */
  finishedSince: (taskId: number, unitId: number) => FinishedWord | null;
}

export interface FinishedWord {
  since: string;
  word: LeadWord;
}

export interface JudgedLight {
  light: LightName;
  /** What the rules alone would show: of several leads' lights the worst. */
  ruled: Light;
  /** The figures and the sentence; of several leads those of the one whose light is shown. */
  computed: ComputedLight;
  /** What makes the light differ from the ruled one, or confirms it. */
  override: StoredOverride | null;
  /** Null for what is listed and not counted (domain.md, Counting). */
  progressClass: ProgressClass | null;
}

export interface JudgedLead extends JudgedLight {
  light: Light;
  unit: Named;
  /** The period whose report was judged; null when none was. */
  reportedFor: string | null;
}

export interface JudgedTask extends JudgedLight {
  /** The deciding lead's sentence, under its name where there are several. */
  reason: string;
  /** Whether it was a task on the day, and if not, since when and why. */
  standing: TaskStanding;
  leads: JudgedLead[];
}

const active: TaskStanding = { state: 'active' };

function standingOn(
  { states }: TaskFacts,
  date: string,
): { standing: TaskStanding; closedOn: string | null } {
  const last = stateOn(states, date);
  if (last === null) return { standing: active, closedOn: null };
  const { state, on: since, reason, into } = last;
  if (state === 'withdrawn' || state === 'split' || state === 'merged')
    return { standing: { state, since, reason, into }, closedOn: null };
  return { standing: active, closedOn: state === 'closed' ? since : null };
}

function isInForce({ from, until, withdrawnOn }: StoredOverride, date: string): boolean {
  return from <= date && date <= until && (withdrawnOn === null || withdrawnOn > date);
}

function overridesOf(facts: TaskFacts, unitId: number | null, date: string): StoredOverride[] {
  return facts.overrides.filter((override) => override.unitId === unitId && isInForce(override, date));
}

/** Where there is one lead only, the whole task's light is that lead's. */
function overridesOfLead(facts: TaskFacts, unitId: number, date: string): StoredOverride[] {
  const own = overridesOf(facts, unitId, date);
  return facts.leads.length === 1 ? [...overridesOf(facts, null, date), ...own] : own;
}

/** The stored override beside the shown light; `shownLight` knows which of several holds. */
function withOverrides(computed: ComputedLight, overrides: readonly StoredOverride[], day: DayWords) {
  const shown = shownLight(computed, overrides, day.date);
  const override = overrides.find((candidate) => candidate === shown.override) ?? null;
  return { shown, override };
}

/**
 * What was read of a target. A word from before a change of wording tells of the new target too, where the same
 * thing is counted.
 */
function readingOf(
  target: TaskFacts['targets'][number],
  { targets }: TaskFacts,
  values: ReadonlyMap<number, number>,
): number | null {
  const own = values.get(target.id);
  if (own !== undefined || target.from === null) return own ?? null;
  const before = targets.findLast(
    (other) =>
      values.has(other.id) &&
      other.until !== null &&
      target.from !== null &&
      other.until <= target.from &&
      countsTheSame(other, target),
  );
  return before === undefined ? null : (values.get(before.id) ?? null);
}

function actualFor(facts: TaskFacts, word: LeadWord | null, date: string): Actual | null {
  if (word === null) return null;
  const values = new Map(word.values.map(({ targetId, value }) => [targetId, value]));
  const readings =
    values.size === 0
      ? []
      : targetsOn(facts, date).map((target) => ({ target, value: readingOf(target, facts, values) }));
  return actualOf(readings, word);
}

/** How far a lead is by its word; null when it says neither a percent nor a number with a ratio. */
export function actualPercent(facts: TaskFacts, word: LeadWord, date: string): number | null {
  return actualFor(facts, word, date)?.percent ?? null;
}

/** A unit's 已完成 does not stand against its own numbers. */
function isContradicted(actual: Actual | null): boolean {
  if (actual?.basis !== 'targets') return false;
  return actual.verdicts.some(({ isMet }) => !isMet) || (actual.percent !== null && actual.percent < 100);
}

function isCalledFinished({ status, percent }: LeadWord): boolean {
  return status === 'completed' || (status === null && percent === 100);
}

/**
 * Since when a lead's part is done: by 已完成 for the period itself, or by an earlier 已完成 that nothing later took
 * back.
 */
function finishedOn(facts: TaskFacts, unit: Named, word: LeadWord | null, day: DayWords): string | null {
  if (word !== null && !isCalledFinished(word)) return null;
  const finished = day.finishedSince(facts.taskId, unit.id);
  const last = word ?? finished?.word ?? null;
  if (last === null || isContradicted(actualFor(facts, last, day.date))) return null;
  const since = finished?.since ?? day.date;
  return since < day.date ? since : day.date;
}

function judgeLead(
  facts: TaskFacts,
  unit: Named,
  { standing, closedOn }: ReturnType<typeof standingOn>,
  day: DayWords,
): JudgedLead {
  const word = day.wordOf(facts.taskId, unit.id);
  const actual = actualFor(facts, word, day.date);
  const computed = lightOf(
    {
      trajectory: trajectoryOn(facts, day.date),
      milestones: planOn(facts, day.date).milestones,
      standing,
      finishedOn: closedOn ?? finishedOn(facts, unit, word, day),
      actual,
      status: word?.status ?? null,
    },
    day.settings,
    day.date,
    day.curves,
  );
  const { shown, override } = withOverrides(computed, overridesOfLead(facts, unit.id, day.date), day);
  const progressClass = computed.light === 'withdrawn' ? null : progressClassOf(computed, day.settings);
  const reportedFor = word?.period ?? null;
  return { unit, light: shown.light, ruled: computed.light, computed, override, progressClass, reportedFor };
}

const unnamedReason = '填报单位待明确，请先在任务中明确具体单位';

/** A task nobody has been named to report on: closed or withdrawn it is as another task, else 待明确. */
function judgeUnnamed(
  facts: TaskFacts,
  { standing, closedOn }: ReturnType<typeof standingOn>,
  day: DayWords,
): JudgedTask {
  const trajectory = trajectoryOn(facts, day.date);
  const computed = lightOf(
    {
      trajectory,
      milestones: planOn(facts, day.date).milestones,
      standing,
      finishedOn: closedOn,
      actual: null,
      status: null,
    },
    day.settings,
    day.date,
    day.curves,
  );
  const isOpen = computed.light === 'unreported';
  const own = { computed, ruled: computed.light, override: null, standing, leads: [] };
  if (!isOpen) {
    const progressClass = computed.light === 'withdrawn' ? null : progressClassOf(computed, day.settings);
    return { ...own, light: computed.light, progressClass, reason: computed.reason };
  }
  return { ...own, light: 'unnamed', progressClass: 'other', reason: unnamedReason };
}

/** A person's word on the whole of a joint task goes before those on its leads; one lead's light stays its own. */
function overridesOfWhole(facts: TaskFacts, leads: readonly Named[], date: string): StoredOverride[] {
  const isWholeOfJoint = facts.leads.length > 1 && leads.length === facts.leads.length;
  return isWholeOfJoint ? overridesOf(facts, null, date) : [];
}

/** The leads as the rules alone see them. */
function ruledLight(leads: readonly JudgedLead[]): ReturnType<typeof jointLight> {
  return jointLight(
    leads.map(({ unit, ruled, computed }) => ({
      unit: unit.name,
      shown: { light: ruled, computed, override: null },
    })),
  );
}

/** The override of the lead whose light is shown, else of the one whose light would be shown without it. */
function overrideOfLead(
  leads: readonly JudgedLead[],
  shown: ComputedLight,
  ruled: ComputedLight,
): StoredOverride | null {
  const of = (computed: ComputedLight) => leads.find((lead) => lead.computed === computed)?.override ?? null;
  return of(shown) ?? of(ruled);
}

/** @param leads those looked at: all of the task's, or one */
export function judgeTask(facts: TaskFacts, leads: readonly Named[], day: DayWords): JudgedTask {
  const standing = standingOn(facts, day.date);
  const judged = leads.map((unit) => judgeLead(facts, unit, standing, day));
  const joint = jointLight(
    judged.map(({ unit, light, computed, override }) => ({
      unit: unit.name,
      shown: { light, computed, override },
    })),
  );
  const ruled = ruledLight(judged);
  if (joint === null || ruled === null) return judgeUnnamed(facts, standing, day);
  const { computed, light } = joint;
  const whole = withOverrides({ ...computed, light }, overridesOfWhole(facts, leads, day.date), day);
  return {
    light: whole.shown.light,
    ruled: ruled.light,
    computed,
    override: whole.override ?? overrideOfLead(judged, computed, ruled.computed),
    progressClass: computed.light === 'withdrawn' ? null : worstClass(judged),
    reason: joint.reason,
    standing: standing.standing,
    leads: judged,
  };
}

const classOrder: readonly ProgressClass[] = ['behind', 'other', 'on_schedule', 'ahead', 'finished'];

/** As with lights: a known slip outranks silence, silence every good word; the task is done when each lead is. */
function worstClass(leads: readonly JudgedLead[]): ProgressClass {
  return classOrder.find((name) => leads.some(({ progressClass }) => progressClass === name)) ?? 'other';
}
