/** The tasks whose text is most like a row's. */
import { likeness, sharedPairs } from './similarity.ts';
import { foldedTexts, type KnownTask } from './task-index.ts';

export interface SimilarTask {
  task: KnownTask;
  /** 0 to 1. */
  likeness: number;
}

/** Compared closely; the rest shares too little to be meant. */
const closelyCompared = 12;

function roughly(task: KnownTask, texts: readonly string[]): number {
  let best = 0;
  for (const own of foldedTexts(task)) {
    for (const text of texts) {
      const isPart = text.length > 3 && (own.includes(text) || text.includes(own));
      best = Math.max(best, isPart ? 1 : sharedPairs(own, text));
    }
  }
  return best;
}

function closely(task: KnownTask, texts: readonly string[]): number {
  return Math.max(...foldedTexts(task).flatMap((own) => texts.map((text) => likeness(text, own))));
}

/** Most alike first; a task of another unit after an equally likely one. @param texts folded */
export function nearestTasks(tasks: readonly KnownTask[], texts: readonly string[]): SimilarTask[] {
  if (texts.length === 0) return [];
  return tasks
    .map((task) => ({ task, rough: roughly(task, texts) }))
    .filter(({ rough }) => rough > 0)
    .sort((left, right) => right.rough - left.rough)
    .slice(0, closelyCompared)
    .map(({ task }) => ({ task, likeness: closely(task, texts) }))
    .sort(
      (left, right) => right.likeness - left.likeness || Number(right.task.isOwn) - Number(left.task.isOwn),
    );
}
