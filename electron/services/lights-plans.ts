/** The plan a task's own words suggest, by which it is judged until a person has confirmed one. */
import type { LightPlan } from '#shared/domain/lights/task-facts.ts';
import { proposeTrajectory } from '#shared/domain/supervision/trajectory-proposals.ts';
import type { LightTarget, LightTaskHead } from '../db/repositories/light-tasks.repository.ts';

interface Remembered {
  content: string;
  targets: string;
  plan: LightPlan;
}

/** Reads a text once: 20,000 of them take seconds, and they hardly ever change. */
export interface ProposalMemory {
  /** @param task with the words it is read from, which may be earlier ones */
  planOf: (task: LightTaskHead, targets: readonly LightTarget[]) => LightPlan;
}

/** More wordings than a task has in a year. */
const textsKept = 8;

function targetsKey(targets: readonly LightTarget[]): string {
  return targets
    .map(({ name, comparator, value, due }) => `${name} ${comparator} ${value} ${due}`)
    .join('\n');
}

export function createProposalMemory(): ProposalMemory {
  /** A re-worded task has a proposal for each of its texts. */
  const byTask = new Map<number, Remembered[]>();
  return {
    planOf(task, targets) {
      const key = targetsKey(targets);
      const kept = byTask.get(task.taskId) ?? [];
      const known = kept.find(({ content, targets: own }) => content === task.content && own === key);
      if (known !== undefined) return known.plan;
      const { trajectory, reason } = proposeTrajectory({ content: task.content, targets, year: task.year });
      const plan: LightPlan = { status: 'proposed', reason, trajectory, milestones: [] };
      byTask.set(task.taskId, [{ content: task.content, targets: key, plan }, ...kept].slice(0, textsKept));
      return plan;
    },
  };
}
