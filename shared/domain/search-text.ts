/** What the free-text filter looks at, and what it looks for. */
import { searchableInitials } from './pinyin.ts';
import { foldForMatch } from './text.ts';

/**
 * The text a task is found by: everything folded, then the pinyin initials of the same. Parts are kept apart by
 * spaces, which no term contains, so a term is never found across two of them.
 * @param parts code, content, leader, units, remark…; empty ones are left out
 */
export function searchText(parts: readonly string[]): string {
  const distinct = [...new Set(parts)];
  return [...distinct.map(foldForMatch), ...distinct.map(searchableInitials)]
    .filter((text) => text !== '')
    .join(' ');
}

/**
 * The folded words of a query; a task matches when its search text contains every one of them, somewhere. A word
 * of punctuation only is dropped. The caller escapes what its LIKE takes as a wildcard (only % can occur).
 */
export function searchTerms(query: string): string[] {
  const words = query.split(/[\s\u3000]+/u).map(foldForMatch);
  return [...new Set(words.filter((word) => word !== ''))];
}

/** What a task is found by (contract/tasks.ts, TaskFilter.text). */
export interface SearchableTask {
  code: string;
  content: string;
  leader: string | null;
  /** 附件2's 项目名称. */
  project: string | null;
  units: readonly { name: string; printed: string }[];
  remark: string;
}

/** The search text of a task; to be made again whenever one of its parts changes. */
export function taskSearchText(task: SearchableTask): string {
  const units = task.units.flatMap((unit) => [unit.name, unit.printed]);
  return searchText([task.code, task.content, task.leader ?? '', task.project ?? '', ...units, task.remark]);
}
