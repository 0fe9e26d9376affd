/** The numbers of new words: proposed from the text, and taking the place of the earlier ones from a day on. */
import { AppError } from '#shared/contract/errors.ts';
import type { PromisedTarget } from '#shared/contract/task-life.ts';
import { dateLabel, isDate } from '#shared/domain/supervision/dates.ts';
import { comparatorLabels, isSameTarget, type Target } from '#shared/domain/target.ts';
import type { Reader, Writer } from '../db/executor.ts';
import {
  addTargets,
  endTargets,
  listTargetDays,
  takeBackTargets,
} from '../db/repositories/dated-targets.repository.ts';
import { listTargetsByTask } from '../db/repositories/tasks-parts.repository.ts';
import { proposeTargets } from '../document/targets/propose-targets.ts';

/** One that a person has named before keeps that name, though the text alone would suggest another. */
function knownByNumber(proposed: Target, known: readonly Target[]): Target {
  const same = known.filter((target) => isSameTarget({ ...target, name: proposed.name }, proposed));
  return same.find(({ name }) => name === proposed.name) ?? same[0] ?? proposed;
}

/** @param today `YYYY-MM-DD`, whose targets are the known ones */
export async function proposeTargetsFor(
  reader: Reader,
  { taskId, year }: { taskId: number; year: number },
  content: string,
  today: string,
): Promise<PromisedTarget[]> {
  const known = (await listTargetsByTask(reader, [taskId], today)).get(taskId) ?? [];
  return proposeTargets(content, year).map((proposed) => {
    const { name, comparator, value, measure, due } = knownByNumber(proposed, known);
    return { name, comparator, value, measure, due };
  });
}

function targetWords({ name, comparator, value, measure, due }: Target): string {
  return `${name}${comparatorLabels[comparator]}${value}${measure}（${due}）`;
}

function checkTargets(code: string, targets: readonly Target[]): void {
  const problems = targets
    .filter(({ due }) => !isDate(due))
    .map(({ name, due }) => `指标“${name}”的期限“${due}”不是有效日期，请按“2024-06-30”的格式填写。`);
  for (const [index, target] of targets.entries())
    if (targets.slice(0, index).some((other) => isSameTarget(other, target)))
      problems.push(`指标“${target.name}”写了两遍，请删去一个。`);
  if (problems.length > 0)
    throw new AppError('bad_input', `任务 ${code} 没有改写：${problems.join('')}`, { code });
}

export interface Rewording {
  taskId: number;
  code: string;
  /** The first day of the new words. */
  from: string;
  /** The first day of words that are to follow the new ones; null: none. */
  next: string | null;
  /** The words are there already, and only their numbers were wrong. */
  isCorrection: boolean;
}

/** What holds from a later day was decided with the words of that day, and stays. */
function checkNext({ code, next, isCorrection }: Rewording, days: readonly Days[]): void {
  if (next === null) return;
  if (!isCorrection)
    throw new AppError(
      'bad_input',
      `任务 ${code} 没有改写：${dateLabel(next)}已另有一次改写，在它之前不能改指标。请保持指标不变，或从${dateLabel(next)}以后改写。`,
      { code },
    );
  const lasting = days.find(({ until }) => until === null || until > next);
  if (lasting !== undefined)
    throw new AppError(
      'bad_input',
      `任务 ${code} 没有改写：指标“${lasting.name}”在${dateLabel(next)}的改写里仍然有效，请先以${dateLabel(next)}为起始日更正那一次的指标。`,
      { code },
    );
}

type Days = Awaited<ReturnType<typeof listTargetDays>>[number];

/** One that began with these very words never was promised; an earlier one was, until they came. */
async function endOrTakeBack(writer: Writer, days: readonly Days[], { from }: Rewording): Promise<void> {
  const begunNow = days.filter((target) => target.from === from).map(({ id }) => id);
  const begunBefore = days.filter((target) => target.from !== from).map(({ id }) => id);
  if (begunNow.length > 0) await takeBackTargets(writer, begunNow);
  if (begunBefore.length > 0) await endTargets(writer, begunBefore, from);
}

/**
 * The wanted targets hold from the day on; what is reported for earlier periods stays with the earlier ones.
 * @returns both lists in words, for the log; null when they are the same
 * @throws AppError `bad_input`
 */
export async function rewordTargets(
  writer: Writer,
  rewording: Rewording,
  wanted: readonly Target[],
): Promise<{ before: string; after: string } | null> {
  const { taskId, code, from, next } = rewording;
  checkTargets(code, wanted);
  const known = (await listTargetsByTask(writer, [taskId], from)).get(taskId) ?? [];
  const ended = known.filter((target) => !wanted.some((other) => isSameTarget(other, target)));
  const added = wanted.filter((target) => !known.some((other) => isSameTarget(other, target)));
  if (ended.length + added.length === 0) return null;
  const ids = ended.map(({ id }) => id);
  const days = ids.length === 0 ? [] : await listTargetDays(writer, ids);
  checkNext(rewording, days);
  await endOrTakeBack(writer, days, rewording);
  if (added.length > 0) await addTargets(writer, taskId, added, from, next);
  const words = (targets: readonly Target[]) => targets.map(targetWords).join('、');
  return { before: words(known), after: words(wanted) };
}
