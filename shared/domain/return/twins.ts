/** Two tasks with the same text (domain.md, How the notice is read, rule 8) told apart by what stands beside it. */
import { foldForMatch } from '../text.ts';
import type { RowLabels } from './read-table.ts';
import type { IndexedTask } from './task-index.ts';

function mentions(label: string, name: string | null): boolean {
  const folded = foldForMatch(name ?? '');
  return folded !== '' && foldForMatch(label).includes(folded);
}

/** Each says yes for the tasks that fit; a hint helps when exactly one does. */
const hints: readonly ((task: IndexedTask, labels: RowLabels) => boolean)[] = [
  (task, { leader }) => mentions(leader, task.leader),
  (task, { section }) => mentions(section, task.leader) || mentions(section, task.section),
  (task, { project }) => mentions(project, task.project),
];

/** Null when nothing, or contradictory things, tell them apart. */
export function tellTwinsApart(
  twins: readonly IndexedTask[],
  labels: RowLabels,
): { task: IndexedTask; how: 'exact_text' | 'position' } | null {
  const told = new Set<IndexedTask>();
  for (const hint of hints) {
    const [fitting, ...others] = twins.filter((task) => hint(task, labels));
    if (fitting !== undefined && others.length === 0) told.add(fitting);
  }
  const [task] = told;
  if (told.size === 1 && task !== undefined) return { task, how: 'exact_text' };
  if (told.size > 1) return null;
  const [placed, ...rest] = twins.filter(({ position }) => position !== null && position === labels.number);
  return placed !== undefined && rest.length === 0 ? { task: placed, how: 'position' } : null;
}
