/** 计划: who answers for a task, how it is to go and by which 节点. */
import { checkTrajectory } from './check-trajectory.ts';
import { isDate } from './dates.ts';
import type { Trajectory } from './trajectory.ts';

/** 节点 */
export interface Milestone {
  title: string;
  /** `YYYY-MM-DD` */
  due: string;
  /** The day it was done; null while it is not. */
  done: string | null;
  /** What shows that it is done; empty while nothing does. */
  evidence: string;
}

/** 建议 until a person confirms it. */
export type PlanStatus = 'proposed' | 'confirmed';

export const planStatusLabels: Record<PlanStatus, string> = { proposed: '建议', confirmed: '已确认' };

export interface TaskPlan {
  /** 责任领导, 责任人, 联系人; empty while not known. */
  responsibleLeader: string;
  responsiblePerson: string;
  contact: string;
  workPlan: string;
  trajectory: Trajectory;
  milestones: readonly Milestone[];
  status: PlanStatus;
}

/** Whether a milestone was done on a date: one done later was open then, so that an old period stays as it was. */
export function isMilestoneDone(milestone: Milestone, date: string): boolean {
  return milestone.done !== null && milestone.done <= date;
}

/** The milestones that were due before a date and not done on it, earliest first. On its due date none is missed. */
export function missedMilestones(milestones: readonly Milestone[], date: string): Milestone[] {
  return milestones
    .filter((milestone) => milestone.due < date && !isMilestoneDone(milestone, date))
    .sort((one, other) => (one.due < other.due ? -1 : 1));
}

function checkMilestone(milestone: Milestone, { start, due }: Trajectory): string[] {
  const name = milestone.title.trim() === '' ? '未命名的节点' : `节点“${milestone.title}”`;
  const problems: string[] = [];
  if (milestone.title.trim() === '') problems.push('有一个节点没有名称，请填写。');
  if (!isDate(milestone.due))
    problems.push(`${name}的时限“${milestone.due}”不是有效日期，请按“2024-06-30”的格式填写。`);
  else if (milestone.due < start || milestone.due > due)
    problems.push(`${name}的时限${milestone.due}不在${start}至${due}之间，请修改。`);
  if (milestone.done !== null && !isDate(milestone.done))
    problems.push(`${name}的完成日期“${milestone.done}”不是有效日期，请按“2024-06-30”的格式填写。`);
  return problems;
}

/** What is wrong with a plan, a sentence each; empty when nothing is. */
export function checkPlan(plan: TaskPlan): string[] {
  const inTrajectory = checkTrajectory(plan.trajectory);
  if (inTrajectory.length > 0) return inTrajectory;
  return plan.milestones.flatMap((milestone) => checkMilestone(milestone, plan.trajectory));
}
