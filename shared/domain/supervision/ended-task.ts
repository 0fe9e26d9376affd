/**
 * A task that is no longer pursued. What is reported on it all the same is kept, changes nothing of its state and is
 * said to the clerk: only a move of the table (task-state.ts) takes it up again.
 */
import { dateLabel } from './dates.ts';
import { type TaskState, taskStateLabels } from './task-state.ts';

const endedStates = ['closed', 'withdrawn', 'split', 'merged'] as const satisfies readonly TaskState[];

export interface EndedTask {
  state: (typeof endedStates)[number];
  /** Since when, `YYYY-MM-DD`. */
  on: string;
}

/** Null for a state in which a task goes on. */
export function endedTask(state: TaskState, on: string): EndedTask | null {
  const ended = endedStates.find((candidate) => candidate === state);
  return ended === undefined ? null : { state: ended, on };
}

/** 「2024年6月15日已销号」 */
export function endedWords({ state, on }: EndedTask): string {
  return `${dateLabel(on)}${taskStateLabels[state]}`;
}

export function keptOnlyWords(code: string, ended: EndedTask): string {
  return `${code} ${endedWords(ended)}，这一期的进展只作留存，不改变任务状态；如要继续推进，请先在任务页重新启动或恢复。`;
}
