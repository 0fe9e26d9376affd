/** A task's plan: the confirmed one, else what its words suggest. */
import type { PlanMilestone, PlanView } from '#shared/contract/plan.ts';
import { wordedSpans } from '#shared/domain/lights/worded-spans.ts';
import type { Milestone } from '#shared/domain/supervision/plan.ts';
import type { Trajectory } from '#shared/domain/supervision/trajectory.ts';
import { proposeTrajectory } from '#shared/domain/supervision/trajectory-proposals.ts';
import type { Target } from '#shared/domain/target.ts';
import type { Reader } from '../db/executor.ts';
import { listLightTargets, tasksById } from '../db/repositories/light-tasks.repository.ts';
import {
  listPlanMilestones,
  listPlans,
  type PlanTaskHead,
  type StoredPlan,
} from '../db/repositories/plan.repository.ts';
import { listWordingsOf } from '../db/repositories/task-terms.repository.ts';
import { listTargetsByTask } from '../db/repositories/tasks-parts.repository.ts';
import { breathe } from './breathe.ts';

/** Reading so many texts keeps the window waiting long enough. */
const tasksBetweenBreaths = 200;

function proposedMilestones(milestones: readonly Milestone[]): PlanMilestone[] {
  return milestones.map((milestone) => ({ id: null, ...milestone }));
}

function proposedPlan(
  task: PlanTaskHead,
  targets: readonly Target[],
  recorded: readonly PlanMilestone[],
): PlanView {
  const proposal = proposeTrajectory({ content: task.content, targets, year: task.year });
  return {
    status: 'proposed',
    version: 0,
    reason: proposal.reason,
    responsibleLeader: '',
    responsiblePerson: '',
    contact: '',
    contactPhone: '',
    workPlan: '',
    due: proposal.due,
    trajectory: proposal.trajectory,
    milestones: recorded.length > 0 ? [...recorded] : proposedMilestones(proposal.milestones),
    confirmedAt: null,
    confirmedBy: null,
  };
}

function confirmedPlan({ taskId: _, ...plan }: StoredPlan, recorded: readonly PlanMilestone[]): PlanView {
  return { status: 'confirmed', reason: '', ...plan, milestones: [...recorded] };
}

/** What the words before the ones in force suggested, oldest first; empty for a task that was never re-worded. */
export async function readEarlierProposals(
  reader: Reader,
  { taskId, year }: Pick<PlanTaskHead, 'taskId' | 'year'>,
  today: string,
): Promise<{ until: string; plan: { reason: string; trajectory: Trajectory } }[]> {
  const wordings = (await listWordingsOf(reader, taskId)).filter(({ from }) => from <= today);
  if (wordings.length < 2) return [];
  const targets = await listLightTargets(reader, tasksById([taskId]));
  const { earlier } = wordedSpans('', wordings, targets);
  return earlier.map(({ until, ...span }) => ({ until, plan: proposeTrajectory({ ...span, year }) }));
}

/**
 * By task, a proposal as the words in force suggest it.
 * @param tasks at most 30,000
 * @param today `YYYY-MM-DD`
 */
export async function readPlans(
  reader: Reader,
  tasks: readonly PlanTaskHead[],
  today: string,
): Promise<Map<number, PlanView>> {
  const taskIds = tasks.map(({ taskId }) => taskId);
  const stored = await listPlans(reader, taskIds);
  const milestones = await listPlanMilestones(reader, taskIds);
  const targets = await listTargetsByTask(reader, taskIds, today);
  const plans = new Map<number, PlanView>();
  for (const [index, task] of tasks.entries()) {
    if (index % tasksBetweenBreaths === 0) await breathe();
    const { taskId } = task;
    const own = stored.get(taskId);
    const recorded = milestones.get(taskId) ?? [];
    plans.set(
      taskId,
      own === undefined
        ? proposedPlan(task, targets.get(taskId) ?? [], recorded)
        : confirmedPlan(own, recorded),
    );
  }
  return plans;
}
