/** The tasks whose text is most like a row's. */
import { likeness, type PairCounts, pairCounts, sharedPairs } from './similarity.ts';
import type { IndexedTask } from './task-index.ts';

export interface SimilarTask {
  task: IndexedTask;
  /** 0 to 1. */
  likeness: number;
}

/** Compared closely; the rest shares too little to be meant. */
const closelyCompared = 8;
const leastShared = 0.1;

interface RowText {
  folded: string;
  pairs: PairCounts;
}

function roughly(task: IndexedTask, texts: readonly RowText[]): number {
  let best = 0;
  for (const own of task.texts) {
    for (const text of texts) {
      const isPart =
        text.folded.length > 3 && (own.folded.includes(text.folded) || text.folded.includes(own.folded));
      best = Math.max(best, isPart ? 1 : sharedPairs(own.pairs, text.pairs));
    }
  }
  return best;
}

function closely(task: IndexedTask, texts: readonly RowText[]): number {
  return Math.max(...task.texts.flatMap((own) => texts.map((text) => likeness(text.folded, own.folded))));
}

/** Most alike first; a task of another unit after an equally likely one. @param folded the row's texts */
export function nearestTasks(tasks: readonly IndexedTask[], folded: readonly string[]): SimilarTask[] {
  const texts = folded.map((text) => ({ folded: text, pairs: pairCounts(text) }));
  return tasks
    .map((task) => ({ task, rough: roughly(task, texts) }))
    .filter(({ rough }) => rough >= leastShared)
    .sort((left, right) => right.rough - left.rough)
    .slice(0, closelyCompared)
    .map(({ task }) => ({ task, likeness: closely(task, texts) }))
    .sort(
      (left, right) => right.likeness - left.likeness || Number(right.task.isOwn) - Number(left.task.isOwn),
    );
}
