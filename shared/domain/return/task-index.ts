/** The tasks a return may speak of, ready for comparing. */
import { foldForMatch } from '../text.ts';
import type { RowLabels } from './read-table.ts';
import { type PairCounts, pairCounts } from './similarity.ts';
import { withoutOrdinal } from './task-marks.ts';

/** A task as the matcher needs it. */
export interface KnownTask {
  taskId: number;
  code: string;
  content: string;
  /** Verbatim from the notice: what units copy. */
  sourceContent: string;
  leader: string | null;
  project: string | null;
  /** 「二、林杰常委、常务副区长牵头重点工作」 or the project's name. */
  section: string;
  /** The unit may report on it. */
  isOwn: boolean;
  /** Its place in the unit's form, from 1; null for a task the form does not list. */
  position: number | null;
}

/** With what comparing it takes, made once. */
export interface IndexedTask extends KnownTask {
  /** Its texts as they are compared. */
  texts: readonly { folded: string; pairs: PairCounts }[];
}

export interface TaskIndex {
  tasks: readonly IndexedTask[];
  byCode: ReadonlyMap<string, IndexedTask>;
  byText: ReadonlyMap<string, readonly IndexedTask[]>;
}

/** The same for every unit: whoever makes an index for each of many units makes these once. */
export function comparableTexts(task: Pick<KnownTask, 'content' | 'sourceContent'>): IndexedTask['texts'] {
  const folded = new Set([foldForMatch(task.content), foldForMatch(task.sourceContent)]);
  return [...folded].map((text) => ({ folded: text, pairs: pairCounts(text) }));
}

/** Where two documents of a year share a code, the unit's own task goes by it. */
export function indexTasks(
  known: readonly KnownTask[],
  textsOfTask: (task: KnownTask) => IndexedTask['texts'] = comparableTexts,
): TaskIndex {
  const tasks = known.map((task) => ({ ...task, texts: textsOfTask(task) }));
  const byText = new Map<string, IndexedTask[]>();
  for (const task of tasks) {
    for (const { folded } of task.texts) byText.set(folded, [...(byText.get(folded) ?? []), task]);
  }
  const byCode = new Map(tasks.map((task) => [task.code, task]));
  for (const task of tasks) if (task.isOwn) byCode.set(task.code, task);
  return { tasks, byCode, byText };
}

/** What a row's label cells say the task is, folded, with and without the ordinal before it. */
export function textsOf(labels: RowLabels): string[] {
  const texts = labels.contents.flatMap((content) => [
    foldForMatch(content),
    foldForMatch(withoutOrdinal(content)),
  ]);
  return [...new Set(texts.filter((text) => text !== ''))];
}

export function tasksWithText(index: TaskIndex, folded: string): readonly IndexedTask[] {
  return index.byText.get(folded) ?? [];
}
