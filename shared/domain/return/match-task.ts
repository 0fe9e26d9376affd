/** Which task a row is (issue, Know which task a row is): marks first, then the text, never a guess. */
import type { MatchMethod, RowMatch } from '../../contract/returns.ts';
import { contradicts } from './contradiction.ts';
import { nearestTasks, type SimilarTask } from './nearest-tasks.ts';
import type { RowLabels } from './read-table.ts';
import { type IndexedTask, type TaskIndex, tasksWithText, textsOf } from './task-index.ts';
import { leastMatch, surelyAhead, sureMatch } from './thresholds.ts';
import { tellTwinsApart } from './twins.ts';

const offered = 3;

export interface TaskMatch {
  /** Null when a person has to say which task it is. */
  task: IndexedTask | null;
  match: RowMatch;
  /** Why the row is not matched for sure; empty when it is. */
  reason: string;
}

function found(task: IndexedTask, how: MatchMethod, certainty: number, reason = ''): TaskMatch {
  return { task, match: { how, certainty, candidates: [] }, reason };
}

function asCandidates(similar: readonly SimilarTask[]): RowMatch['candidates'] {
  return similar.slice(0, offered).map(({ task, likeness }) => ({
    code: task.code,
    content: task.content,
    certainty: Math.round(likeness * 100) / 100,
  }));
}

function unmatched(candidates: readonly SimilarTask[], reason: string): TaskMatch {
  return { task: null, match: { how: 'none', certainty: 0, candidates: asCandidates(candidates) }, reason };
}

function byMark(index: TaskIndex, labels: RowLabels, code: string, how: 'hidden_id' | 'code'): TaskMatch {
  const task = index.byCode.get(code);
  const nearest = () => nearestTasks(index.tasks, textsOf(labels));
  if (task === undefined) return unmatched(nearest(), `没有编号为 ${code} 的任务，请核对任务编号。`);
  if (contradicts(index, labels, task)) {
    const reason = `编号是 ${code}，但重点工作的文字是另一项，分不清是哪一项任务，请核对。`;
    return unmatched([{ task, likeness: 0.5 }, ...nearest().filter((other) => other.task !== task)], reason);
  }
  return found(task, how, 1);
}

function byExactText(labels: RowLabels, exact: readonly IndexedTask[]): TaskMatch {
  const own = exact.filter((task) => task.isOwn);
  const twins = own.length > 0 ? own : exact;
  const [only] = twins;
  if (only !== undefined && twins.length === 1) return found(only, 'exact_text', 1);
  const told = tellTwinsApart(twins, labels);
  if (told !== null) return found(told.task, told.how, 1);
  const codes = twins.map(({ code }) => code).join('和');
  const reason = `${codes} 的文字相同，分不清是哪一项，请写明任务编号或牵头领导。`;
  return unmatched(
    twins.map((task) => ({ task, likeness: 0.5 })),
    reason,
  );
}

/** 序号 counts when the text agrees with it; alone it is only a hint, because rows are moved and deleted. */
function positionOf(index: TaskIndex, labels: RowLabels): IndexedTask | null {
  if (labels.number === null) return null;
  return index.tasks.find((task) => task.isOwn && task.position === labels.number) ?? null;
}

/** A row that holds the whole text of a second task is about two tasks; shorter words occur by chance. */
const shortestWholeText = 5;

function holdsAnother(index: TaskIndex, texts: readonly string[], best: IndexedTask): boolean {
  return index.tasks.some((task) =>
    task.texts.some(
      ({ folded: whole }) =>
        whole.length >= shortestWholeText &&
        texts.some((text) => text.includes(whole)) &&
        !best.texts.some(({ folded }) => folded.includes(whole)),
    ),
  );
}

function bySimilarText(index: TaskIndex, labels: RowLabels): TaskMatch {
  const texts = textsOf(labels);
  const similar = nearestTasks(index.tasks, texts);
  const own = similar.filter(({ task }) => task.isOwn);
  const best = own[0] ?? similar[0];
  if (best === undefined || best.likeness < leastMatch || !best.task.isOwn) {
    return unmatched(own.length > 0 ? own : similar, '没有找到对应的任务，请选择是哪一项或写明任务编号。');
  }
  const rival = similar.find(({ task }) => task !== best.task)?.likeness ?? 0;
  const isAhead = best.likeness - rival >= surelyAhead && !holdsAnother(index, texts, best.task);
  const agrees = positionOf(index, labels) === best.task;
  const certainty = isAhead ? best.likeness : Math.min(best.likeness, sureMatch - 0.05);
  const shown = Math.round(certainty * 100) / 100;
  const reason = `按相近的文字认作 ${best.task.code}（相似 ${Math.round(shown * 100)}%），请核对后再采纳。`;
  const how = agrees ? 'position' : 'similar_text';
  const isSure = shown >= sureMatch;
  const match = { how, certainty: shown, candidates: isSure ? [] : asCandidates(similar) } as const;
  return { task: best.task, match, reason: isSure ? '' : reason };
}

function byPositionAlone(index: TaskIndex, labels: RowLabels): TaskMatch {
  const task = positionOf(index, labels);
  if (task === null) return unmatched([], '这一行没有写是哪一项任务，请写明任务编号或重点工作。');
  const reason = `只凭序号认作 ${task.code}，请核对后再采纳。`;
  const match = {
    how: 'position',
    certainty: 0.8,
    candidates: asCandidates([{ task, likeness: 0.8 }]),
  } as const;
  return { task, match, reason };
}

/** What a person said of one unit's own words: folded text → the task meant. */
export type LearnedTexts = ReadonlyMap<string, IndexedTask>;

/**
 * In the order: hidden id, code, 序号 with its text, exact text, what was learned of the unit, similar text; else unmatched with the
 * nearest tasks to choose from. Two tasks with one text are told apart by number, leader, unit or section, else asked.
 */
export function matchTask(index: TaskIndex, labels: RowLabels, learned?: LearnedTexts): TaskMatch {
  const { hiddenId, code } = labels;
  if (hiddenId !== null && code !== null && hiddenId.code !== code) {
    const reason = `隐藏的行标识是 ${hiddenId.code}，任务编号却是 ${code}，分不清是哪一项任务，请核对。`;
    const named = [hiddenId.code, code].flatMap((name) => index.byCode.get(name) ?? []);
    return unmatched(
      named.map((task) => ({ task, likeness: 0.5 })),
      reason,
    );
  }
  if (hiddenId !== null) return byMark(index, labels, hiddenId.code, 'hidden_id');
  if (code !== null) return byMark(index, labels, code, 'code');
  const texts = textsOf(labels);
  if (texts.length === 0) return byPositionAlone(index, labels);
  const exact = texts.flatMap((text) => tasksWithText(index, text));
  const byText = exact.length > 0 ? byExactText(labels, [...new Set(exact)]) : null;
  if (byText !== null && byText.task !== null) return byText;
  const taught = texts.flatMap((text) => learned?.get(text) ?? [])[0];
  if (taught !== undefined) return found(taught, 'learned', 1);
  return byText ?? bySimilarText(index, labels);
}
