/** Whether a row's text speaks against the mark (hidden id, code) that names its task. */
import { nearestTasks } from './nearest-tasks.ts';
import type { RowLabels } from './read-table.ts';
import { covered, pairCounts } from './similarity.ts';
import { type IndexedTask, type TaskIndex, tasksWithText, textsOf } from './task-index.ts';
import { leastMatch, surelyAhead } from './thresholds.ts';

/** A text of which so little stands in the marked task's is not a summary of it but about something else. */
const leastCovered = 0.2;

/** It does when it is another task's text, much more like another's, or a stranger's. */
export function contradicts(index: TaskIndex, labels: RowLabels, marked: IndexedTask): boolean {
  const texts = textsOf(labels);
  if (texts.length === 0) return false;
  const exact = texts.flatMap((text) => tasksWithText(index, text));
  if (exact.length > 0) return !exact.includes(marked);
  const isAbout = marked.texts.some(({ pairs }) =>
    texts.some((text) => covered(pairCounts(text), pairs) >= leastCovered),
  );
  if (!isAbout) return true;
  const [nearest] = nearestTasks(index.tasks, texts);
  const [own] = nearestTasks([marked], texts);
  if (nearest === undefined || nearest.task === marked || nearest.likeness < leastMatch) return false;
  return nearest.likeness - (own?.likeness ?? 0) >= surelyAhead;
}
