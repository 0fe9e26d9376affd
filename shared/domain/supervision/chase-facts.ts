/** What the worklist is made of: one of these for each task and each of its 填报单位. */
import type { ActionSettings } from './action-settings.ts';
import type { Extension } from './extension.ts';
import type { Light, LightRuleKey } from './light-kinds.ts';
import type { Milestone } from './plan.ts';
import type { Slip } from './slip.ts';
import type { TaskState } from './task-state.ts';

export interface LightFact {
  light: Light;
  rule: LightRuleKey;
  /** The sentence beside the light. */
  reason: string;
  /** The day it first stood so; the end of the first period in an unbroken row of them. */
  since: string;
}

/** 约谈 or 现场督查 that took place. */
export interface MeetingFact {
  kind: 'talk' | 'site_visit';
  heldOn: string;
  /** What a person reads: 「约谈王某」. */
  words: string;
}

export interface ChaseFacts {
  code: string;
  content: string;
  unit: string;
  state: TaskState;
  /** The plan's due date, before any 延期; null when it has none. */
  due: string | null;
  /** Null before the first period. */
  light: LightFact | null;
  /** Periods the unit was asked for and has not reported. */
  unreported: readonly { label: string; deadline: string }[];
  milestones: readonly Milestone[];
  /** Those that name this task and went to this unit. */
  slips: readonly Slip[];
  extensions: readonly Extension[];
  meetings: readonly MeetingFact[];
}

export interface ChaseContext {
  /** `YYYY-MM-DD` */
  today: string;
  settings: ActionSettings;
}

/** Lights that speak of the task as it is; the others leave the due date to be looked at. */
export function isJudged(light: LightFact | null): boolean {
  return light !== null && light.light !== 'unreported';
}
