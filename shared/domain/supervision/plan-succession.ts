/** A plan that changes holds from a day on: what was expected before that day stays as it was. */
import type { Milestone } from './plan.ts';
import type { Trajectory } from './trajectory.ts';

/** What the lights count with; people, contacts and the work plan's words are no part of it. */
export interface Course {
  trajectory: Trajectory;
  milestones: readonly Pick<Milestone, 'title' | 'due'>[];
}

function courseKey({ trajectory, milestones }: Course): string {
  const dues = milestones.map(({ title, due }) => [title, due]);
  return JSON.stringify([Object.entries(trajectory).sort(([one], [other]) => (one < other ? -1 : 1)), dues]);
}

export function isSameCourse(one: Course, other: Course): boolean {
  return courseKey(one) === courseKey(other);
}

/** What becomes of the plans before when a new one holds from a day on, for good. */
export interface Succession {
  /** The earlier plan that now ends on that day, by the end it had. */
  shortened: string | null;
  /** Earlier plans that had not begun by that day, by their ends. */
  dropped: string[];
  /** Whether the plan that was the last one becomes an earlier one. */
  keepsLast: boolean;
}

/**
 * @param ends the first days on which the earlier plans no longer held, ascending; each begins where the one
 * before it ended
 * @param from the new plan's first day; null: from the beginning, as when a mistake is put right
 */
export function succeedPlans(ends: readonly string[], from: string | null): Succession {
  if (from === null) return { shortened: null, dropped: [...ends], keepsLast: false };
  const later = ends.filter((end) => end > from);
  const [covering] = later;
  if (covering === undefined) return { shortened: null, dropped: [], keepsLast: ends.at(-1) !== from };
  const hasBegun = !ends.includes(from);
  return {
    shortened: hasBegun ? covering : null,
    dropped: hasBegun ? later.slice(1) : later,
    keepsLast: false,
  };
}

/** What was proposed, each until other words held; the last one until now. */
export interface ProposedSpan<Plan> {
  /** Null for the proposal that stands. */
  until: string | null;
  plan: Plan;
}

/** The proposals that stay for the days before the first plan a person confirms, each with the end it now has. */
export function keptProposals<Plan>(
  spans: readonly ProposedSpan<Plan>[],
  from: string | null,
): { until: string; plan: Plan }[] {
  if (from === null) return [];
  const begun = spans.filter((_, index) => index === 0 || (spans[index - 1]?.until ?? from) < from);
  return begun.map(({ until, plan }) => ({ until: until === null || until > from ? from : until, plan }));
}

/**
 * The day from which a change holds where nobody says otherwise. The first plan a person confirms holds as long as
 * the task's words have, mostly from the beginning, a later one from the day it was made; neither touches a period
 * that was published.
 * @param worded the day from which the words in force hold; null: they are the notice's own
 * @param earliest the day after the last published period of the year; null while there is none
 * @param year of the task: after its end there is no day of it left for the change, which then is a correction
 */
export function usualPlanStart(
  status: 'proposed' | 'confirmed',
  today: string,
  year: number,
  earliest: string | null,
  worded: string | null,
): string | null {
  if (status === 'proposed')
    return worded === null || (earliest !== null && earliest > worded) ? earliest : worded;
  if (!today.startsWith(`${year}-`)) return earliest;
  return earliest === null || today > earliest ? today : earliest;
}
