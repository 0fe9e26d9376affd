/** What the lights of a task are made from, whatever the day that is asked about. */
import { type Extension, extensionInForce } from '../supervision/extension.ts';
import type { Milestone, PlanStatus } from '../supervision/plan.ts';
import type { TaskState } from '../supervision/task-state.ts';
import { extendTrajectory, type Trajectory } from '../supervision/trajectory.ts';
import { type DatedTarget, isTargetOn } from '../target.ts';
import type { TaskKind } from '../task.ts';

export interface Named {
  id: number;
  name: string;
}

/** A state the task came into, and the day from which it holds; oldest first in a list. */
export interface StateChange {
  on: string;
  state: TaskState;
  reason: string;
  /** Codes of the tasks that took its place. */
  into: readonly string[];
}

/** A person's light as stored. */
export interface StoredOverride {
  id: number;
  /** Null: the task as a whole. */
  unitId: number | null;
  light: 'green' | 'yellow' | 'red';
  reason: string;
  from: string;
  until: string;
  by: string;
  /** The first day on which it is not in force, because it was taken back; null while it was not. */
  withdrawnOn: string | null;
}

export interface LightPlan {
  status: PlanStatus;
  /** Where a proposal comes from in the text; empty for a confirmed plan. */
  reason: string;
  trajectory: Trajectory;
  /** Recorded by a person: what is only proposed is not held against anybody. */
  milestones: readonly Milestone[];
}

/** A plan another has taken the place of. */
export interface EarlierPlan extends LightPlan {
  /** The first day on which it no longer held. */
  until: string;
}

export interface TaskFacts {
  taskId: number;
  code: string;
  kind: TaskKind;
  /** The notice's text with its corrections, before any change of wording. */
  content: string;
  noticeLeader: Named | null;
  listedFrom: string | null;
  /** The reporting units in printed order; none while a 相关… group is 待明确. */
  leads: readonly Named[];
  /** All it ever had, in the texts' order. */
  targets: readonly (DatedTarget & { id: number })[];
  /** Before any 延期. */
  plan: LightPlan;
  /** Earliest first; mostly none. */
  earlierPlans: readonly EarlierPlan[];
  extensions: readonly Extension[];
  /** Oldest first. */
  leaderTerms: readonly { from: string; leader: Named | null }[];
  wordings: readonly { from: string; content: string }[];
  states: readonly StateChange[];
  overrides: readonly StoredOverride[];
}

/** The last entry that has begun on a date; the lists are oldest first and mostly empty. */
function begunBy<Entry extends { from: string }>(entries: readonly Entry[], date: string): Entry | undefined {
  return entries.findLast(({ from }) => from <= date);
}

/** Who headed a task on a date: before the first change the leader of the notice. */
export function leaderOn(facts: Pick<TaskFacts, 'noticeLeader' | 'leaderTerms'>, date: string): Named | null {
  const term = begunBy(facts.leaderTerms, date);
  return term === undefined ? facts.noticeLeader : term.leader;
}

/** The task's words on a date, so that an earlier ledger prints what held then. */
export function contentOn(facts: Pick<TaskFacts, 'content' | 'wordings'>, date: string): string {
  return begunBy(facts.wordings, date)?.content ?? facts.content;
}

/** The numbers its words promised on a date. */
export function targetsOn({ targets }: Pick<TaskFacts, 'targets'>, date: string): TaskFacts['targets'] {
  return targets.filter((target) => isTargetOn(target, date));
}

/** The plan that held on a date, so that a changed plan leaves earlier periods as they were. */
export function planOn(
  { plan, earlierPlans }: Pick<TaskFacts, 'plan' | 'earlierPlans'>,
  date: string,
): LightPlan {
  return earlierPlans.find(({ until }) => date < until) ?? plan;
}

/** The plan's course on a date: an approved 延期 moves its end, and one decided later does not reach back. */
export function trajectoryOn(
  facts: Pick<TaskFacts, 'plan' | 'earlierPlans' | 'extensions'>,
  date: string,
): Trajectory {
  const { extensions } = facts;
  const { trajectory } = planOn(facts, date);
  const extension = extensionInForce(extensions, date);
  // A plan that was confirmed anew with a later end has overtaken the 延期.
  if (extension === null || extension.newDue <= trajectory.due) return trajectory;
  return extendTrajectory(trajectory, extension.newDue);
}

/** The state a task had come into by a date; null while it never left the first one. */
export function stateOn(states: readonly StateChange[], date: string): StateChange | null {
  return states.findLast(({ on }) => on <= date) ?? null;
}

/** Whether a task was on the list on a date. */
export function isListedOn({ listedFrom }: Pick<TaskFacts, 'listedFrom'>, date: string): boolean {
  return listedFrom === null || listedFrom <= date;
}
