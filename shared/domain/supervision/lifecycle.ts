/** What became of a task during the year: withdrawn, split, merged, re-worded, restored, each with reason and date. */
import { isDate } from './dates.ts';

export type TaskEvent = {
  /** `YYYY-MM-DD`, the first day on which it holds. */
  date: string;
  reason: string;
} & (
  | { kind: 'withdrawn' | 'restored' }
  /** The codes of the tasks that take its place. */
  | { kind: 'split' | 'merged'; into: readonly string[] }
  | { kind: 'reworded'; content: string }
);

export type TaskEventKind = TaskEvent['kind'];

export const taskEventLabels: Record<TaskEventKind, string> = {
  withdrawn: '撤销',
  restored: '恢复',
  split: '拆分',
  merged: '合并',
  reworded: '改写',
};

/** Whether a task was a task on a date, and if not, since when and why. */
export type TaskStanding =
  | { state: 'active' }
  | { state: 'withdrawn' | 'split' | 'merged'; since: string; reason: string; into: readonly string[] };

/** Events up to and with a date, oldest first; those of one day in the order given. */
function eventsUntil(events: readonly TaskEvent[], date: string): TaskEvent[] {
  return events
    .filter((event) => event.date <= date)
    .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
}

/** The task's standing at a day's end; an event holds from its own day on. */
export function standingAt(events: readonly TaskEvent[], date: string): TaskStanding {
  const last = eventsUntil(events, date).findLast(({ kind }) => kind !== 'reworded');
  if (last === undefined || last.kind === 'restored' || last.kind === 'reworded') return { state: 'active' };
  const into = 'into' in last ? last.into : [];
  return { state: last.kind, since: last.date, reason: last.reason, into };
}

function checkSuccessors(event: TaskEvent): string[] {
  if (event.kind === 'split' && new Set(event.into).size < 2)
    return ['拆分后至少要有两项任务，请补上任务编号；只换一种说法请用改写。'];
  if (event.kind === 'merged' && event.into.length !== 1) return ['请指明并入哪一项任务，只能有一项。'];
  return [];
}

/** What is wrong with one more event, a sentence each. @param events those already recorded */
export function checkTaskEvent(events: readonly TaskEvent[], event: TaskEvent): string[] {
  const label = taskEventLabels[event.kind];
  if (!isDate(event.date)) return [`${label}日期“${event.date}”不是有效日期，请按“2024-06-30”的格式填写。`];
  const problems = checkSuccessors(event);
  if (event.reason.trim() === '') problems.push(`请写明${label}的原因。`);
  if (event.kind === 'reworded' && event.content.trim() === '') problems.push('改写后的内容是空的，请填写。');
  const { state } = standingAt(events, event.date);
  if (event.kind === 'restored' && state === 'active') problems.push('这项任务并未撤销，不需要恢复。');
  if (event.kind !== 'restored' && state !== 'active')
    problems.push(`这项任务已${taskEventLabels[state]}，不能再${label}；如需变动，请先恢复。`);
  return problems;
}
