/** Everything the lights of some tasks are made from, read in a handful of queries. */
import type { EarlierPlan, StoredOverride, TaskFacts } from '#shared/domain/lights/task-facts.ts';
import { type WordedSpan, wordedSpans } from '#shared/domain/lights/worded-spans.ts';
import { periodEnd } from '#shared/domain/period.ts';
import { addDays } from '#shared/domain/supervision/dates.ts';
import type { Reader } from '../db/executor.ts';
import { groupRows } from '../db/group-rows.ts';
import { listExtensions } from '../db/repositories/action-extensions.repository.ts';
import {
  listLeaderTerms,
  listStateChanges,
  listWordings,
} from '../db/repositories/light-history.repository.ts';
import { listOverrides, type OverrideRow } from '../db/repositories/light-overrides.repository.ts';
import {
  listConfirmedTrajectories,
  listEarlierPlans,
  listMilestones,
  type StoredEarlierPlan,
} from '../db/repositories/light-plans.repository.ts';
import {
  type LightTarget,
  type LightTaskHead,
  listLightLeads,
  listLightTargets,
  listLightTasks,
} from '../db/repositories/light-tasks.repository.ts';
import { listPublishedPeriods } from '../db/repositories/publication.repository.ts';
import type { TaskCondition } from '../db/repositories/tasks-filter.repository.ts';
import { breathe } from './breathe.ts';
import type { ProposalMemory } from './lights-plans.ts';
import { localDate } from './moment.ts';

/** Reading so many texts for the first time keeps the window waiting long enough. */
const tasksBetweenBreaths = 1_000;

const none: readonly never[] = [];

/**
 * The first day on which an override that was taken back is not in force: it is undone altogether, because most are
 * taken back as mistakes, but for the periods that were published with it.
 * @param publishedEnds last days of published periods
 */
function withdrawnFrom({ from, withdrawnAt }: OverrideRow, publishedEnds: readonly string[]): string | null {
  if (withdrawnAt === null) return null;
  const takenBack = localDate(new Date(withdrawnAt));
  const kept = publishedEnds.filter((end) => from <= end && end < takenBack).sort();
  const last = kept.at(-1);
  return last === undefined ? from : addDays(last, 1);
}

function storedOverride(row: OverrideRow, publishedEnds: readonly string[]): StoredOverride {
  const { id, unitId, light, reason, from, until, by } = row;
  return { id, unitId, light, reason, from, until, by, withdrawnOn: withdrawnFrom(row, publishedEnds) };
}

async function listPublishedEnds(reader: Reader): Promise<string[]> {
  return (await listPublishedPeriods(reader)).map(periodEnd);
}

function noticeLeaderOf({ leaderId, leader }: LightTaskHead) {
  return leaderId === null || leader === null ? null : { id: leaderId, name: leader };
}

async function readParts(reader: Reader, condition: TaskCondition) {
  const leads = await listLightLeads(reader, condition);
  await breathe();
  return {
    leads,
    targets: groupRows(await listLightTargets(reader, condition), (target) => target.taskId),
    trajectories: await listConfirmedTrajectories(reader, condition),
    milestones: await listMilestones(reader, condition),
    earlierPlans: await listEarlierPlans(reader, condition),
    extensions: await listExtensions(reader, condition),
    leaderTerms: await listLeaderTerms(reader, condition),
    wordings: await listWordings(reader, condition),
    states: await listStateChanges(reader, condition),
    publishedEnds: await listPublishedEnds(reader),
    overrides: groupRows(await listOverrides(reader, condition), (override) => override.taskId),
  };
}

type Parts = Awaited<ReturnType<typeof readParts>>;

type RecordedMilestones = NonNullable<ReturnType<Parts['milestones']['get']>>;

/** A 节点 is done when it is done: what was recorded after a plan was overtaken counts for it too. */
function earlierPlan(plan: StoredEarlierPlan, recorded: RecordedMilestones): EarlierPlan {
  const now = new Map(recorded.map((milestone) => [milestone.id, milestone]));
  return {
    ...plan,
    milestones: plan.milestones.map((milestone) => ({
      ...milestone,
      done: now.get(milestone.id)?.done ?? milestone.done,
    })),
  };
}

/** Who changes a task's words moves nothing that was expected before: each wording has its own proposal. */
function plansOf(
  task: LightTaskHead,
  targets: readonly LightTarget[],
  parts: Parts,
  proposals: ProposalMemory,
): Pick<TaskFacts, 'plan' | 'earlierPlans'> {
  const { taskId, content } = task;
  const milestones = parts.milestones.get(taskId) ?? [];
  const confirmed = parts.trajectories.get(taskId);
  if (confirmed !== undefined)
    return {
      plan: { status: 'confirmed', reason: '', trajectory: confirmed, milestones },
      earlierPlans: (parts.earlierPlans.get(taskId) ?? none).map((plan) => earlierPlan(plan, milestones)),
    };
  const { earlier, last } = wordedSpans(content, parts.wordings.get(taskId) ?? none, targets);
  const proposed = (span: WordedSpan<LightTarget>) => ({
    ...proposals.planOf({ ...task, content: span.content }, span.targets),
    milestones,
  });
  return {
    plan: proposed(last),
    earlierPlans: earlier.map((span) => ({ ...proposed(span), until: span.until })),
  };
}

function factsOf(task: LightTaskHead, parts: Parts, proposals: ProposalMemory): TaskFacts {
  const { taskId, code, kind, content, listedFrom } = task;
  const targets: readonly LightTarget[] = parts.targets.get(taskId) ?? none;
  return {
    taskId,
    code,
    kind,
    content,
    listedFrom,
    noticeLeader: noticeLeaderOf(task),
    leads: parts.leads.get(taskId) ?? none,
    targets,
    ...plansOf(task, targets, parts, proposals),
    extensions: parts.extensions.get(taskId) ?? none,
    leaderTerms: parts.leaderTerms.get(taskId) ?? none,
    wordings: parts.wordings.get(taskId) ?? none,
    states: parts.states.get(taskId) ?? none,
    overrides: (parts.overrides.get(taskId) ?? none).map((row) => storedOverride(row, parts.publishedEnds)),
  };
}

/** In printed order. */
export async function readTaskFacts(
  reader: Reader,
  condition: TaskCondition,
  proposals: ProposalMemory,
): Promise<TaskFacts[]> {
  const tasks = await listLightTasks(reader, condition);
  await breathe();
  const parts = await readParts(reader, condition);
  await breathe();
  const facts: TaskFacts[] = [];
  for (const task of tasks) {
    facts.push(factsOf(task, parts, proposals));
    if (facts.length % tasksBetweenBreaths === 0) await breathe();
  }
  return facts;
}
