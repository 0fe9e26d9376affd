/** A task's plan: the confirmed one, else what its words suggest. */
import type { PlanMilestone, PlanView } from '#shared/contract/plan.ts';
import type { Milestone } from '#shared/domain/supervision/plan.ts';
import { proposeTrajectory } from '#shared/domain/supervision/trajectory-proposals.ts';
import type { Target } from '#shared/domain/target.ts';
import type { Reader } from '../db/executor.ts';
import {
  listPlanMilestones,
  listPlans,
  type PlanTaskHead,
  type StoredPlan,
} from '../db/repositories/plan.repository.ts';
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

/** By task. @param tasks at most 30,000 */
export async function readPlans(
  reader: Reader,
  tasks: readonly PlanTaskHead[],
): Promise<Map<number, PlanView>> {
  const taskIds = tasks.map(({ taskId }) => taskId);
  const stored = await listPlans(reader, taskIds);
  const milestones = await listPlanMilestones(reader, taskIds);
  const targets = await listTargetsByTask(reader, taskIds);
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
