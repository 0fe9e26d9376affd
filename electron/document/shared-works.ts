import type { NoticeTask, SharedWork } from '#shared/domain/notice.ts';
import { foldForMatch } from '#shared/domain/text.ts';

function groupByText(tasks: readonly NoticeTask[]): NoticeTask[][] {
  const groups = new Map<string, NoticeTask[]>();
  for (const task of tasks) {
    const key = `${task.kind} ${foldForMatch(task.content)}`;
    groups.set(key, [...(groups.get(key) ?? []), task]);
  }
  return [...groups.values()];
}

/**
 * Links tasks of the same text that stand in two sections (domain.md, How the notice is read, rule 8). A 重点工作
 * and a 民生实事 are never linked: each list has its own total.
 */
export function findSharedWorks(tasks: readonly NoticeTask[]): SharedWork[] {
  return groupByText(tasks)
    .filter((same) => new Set(same.map((task) => task.sectionOrdinal)).size > 1)
    .map((same) => ({ codes: same.map((task) => task.code) }));
}
