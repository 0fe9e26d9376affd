/** The plan each task is judged by: the confirmed one, else what its own words suggest. */
import type { LightPlan } from '#shared/domain/lights/task-facts.ts';
import type { Milestone } from '#shared/domain/supervision/plan.ts';
import type { Trajectory } from '#shared/domain/supervision/trajectory.ts';
import { proposeTrajectory } from '#shared/domain/supervision/trajectory-proposals.ts';
import type { LightTarget, LightTaskHead } from '../db/repositories/light-tasks.repository.ts';

interface Remembered {
  content: string;
  targets: string;
  plan: LightPlan;
}

/** Reads a text once: 20,000 of them take seconds, and they hardly ever change. */
export interface ProposalMemory {
  planOf: (task: LightTaskHead, targets: readonly LightTarget[]) => LightPlan;
}

function targetsKey(targets: readonly LightTarget[]): string {
  return targets
    .map(({ name, comparator, value, due }) => `${name} ${comparator} ${value} ${due}`)
    .join('\n');
}

export function createProposalMemory(): ProposalMemory {
  const byTask = new Map<number, Remembered>();
  return {
    planOf(task, targets) {
      const key = targetsKey(targets);
      const known = byTask.get(task.taskId);
      if (known?.content === task.content && known.targets === key) return known.plan;
      const { trajectory, reason } = proposeTrajectory({ content: task.content, targets, year: task.year });
      const plan: LightPlan = { status: 'proposed', reason, trajectory, milestones: [] };
      byTask.set(task.taskId, { content: task.content, targets: key, plan });
      return plan;
    },
  };
}

/** @param confirmed undefined until a person has confirmed the plan */
export function planFor(
  confirmed: Trajectory | undefined,
  milestones: readonly Milestone[] | undefined,
  proposed: () => LightPlan,
): LightPlan {
  const recorded = milestones ?? [];
  if (confirmed !== undefined)
    return { status: 'confirmed', reason: '', trajectory: confirmed, milestones: recorded };
  const plan = proposed();
  return recorded.length === 0 ? plan : { ...plan, milestones: recorded };
}
