/** What a person teaches of one unit's tables, used for its next return, and forgotten when asked. */
import type { Kysely } from 'kysely';
import type { LearnedMeaning, TeachableRole } from '#shared/contract/desk.ts';
import { teachableRoles } from '#shared/contract/desk.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type ProgressField, progressFieldLabels } from '#shared/domain/progress.ts';
import type { Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import {
  deleteLearned,
  listLearnedHeadings,
  listLearnedTexts,
  type NewMeaning,
  saveLearnedHeading,
  saveLearnedText,
} from '../db/repositories/learned.repository.ts';
import type { Database } from '../db/schema.ts';
import type { ServiceContext } from './context.ts';

export interface LearningContext {
  database: Kysely<Database>;
  context: ServiceContext;
}

const labelWords: Readonly<Record<Exclude<TeachableRole, ProgressField>, string>> = {
  content: '重点工作',
  code: '任务编号',
  number: '序号',
  targets: '指标完成值',
  reportedOn: '填报日期',
  context: '不读取',
};

function roleLabel(role: string): string {
  const known = teachableRoles.find((candidate) => candidate === role);
  if (known === undefined) return role;
  return { ...progressFieldLabels, ...labelWords }[known];
}

function newMeaning({ context }: LearningContext, unitId: number, words: string): NewMeaning {
  return { unitId, words, createdAt: context.now().toISOString(), createdBy: context.operator };
}

function record(
  writer: Writer,
  { context }: LearningContext,
  { unitId, createdAt }: Pick<NewMeaning, 'unitId' | 'createdAt'>,
  change: { action: string; before: Record<string, string> | null; after: Record<string, string> | null },
): Promise<void> {
  const who = { at: createdAt, actor: context.operator, origin: context.origin };
  return recordChange(writer, { ...who, ...change, entity: 'unit', entityId: unitId });
}

export async function teachHeading(
  learning: LearningContext,
  unitId: number,
  heading: string,
  role: TeachableRole,
): Promise<void> {
  const meaning = newMeaning(learning, unitId, heading);
  await learning.database.transaction().execute(async (writer) => {
    await saveLearnedHeading(writer, meaning, role);
    const after = { heading, meaning: roleLabel(role) };
    await record(writer, learning, meaning, { action: 'learn_heading', before: null, after });
  });
}

/** @param words folded for matching, never empty */
export async function teachTask(
  learning: LearningContext,
  unitId: number,
  words: string,
  task: { taskId: number; code: string },
): Promise<void> {
  const meaning = newMeaning(learning, unitId, words);
  await learning.database.transaction().execute(async (writer) => {
    await saveLearnedText(writer, meaning, task.taskId);
    const after = { words, code: task.code };
    await record(writer, learning, meaning, { action: 'learn_task', before: null, after });
  });
}

/** Headings first, each in the order of its words. */
export async function listLearned({ database }: LearningContext, unitId: number): Promise<LearnedMeaning[]> {
  const headings = await listLearnedHeadings(database, unitId);
  const texts = await listLearnedTexts(database, unitId);
  return [
    ...headings.map((row) => ({
      kind: 'heading' as const,
      words: row.heading,
      meaning: roleLabel(row.role),
      createdAt: row.created_at,
      createdBy: row.created_by,
    })),
    ...texts.map((row) => ({
      kind: 'task' as const,
      words: row.text,
      meaning: row.code,
      createdAt: row.created_at,
      createdBy: row.created_by,
    })),
  ];
}

/** @throws AppError `not_found` */
export async function forgetLearned(
  learning: LearningContext,
  unitId: number,
  { kind, words }: Pick<LearnedMeaning, 'kind' | 'words'>,
): Promise<void> {
  const known = (await listLearned(learning, unitId)).find(
    (entry) => entry.kind === kind && entry.words === words,
  );
  if (known === undefined)
    throw new AppError('not_found', `没有记住「${words}」，可能已经删去，请刷新后再看。`);
  const createdAt = learning.context.now().toISOString();
  await learning.database.transaction().execute(async (writer) => {
    await deleteLearned(writer, unitId, kind, words);
    const before = { words, meaning: known.meaning };
    await record(writer, learning, { unitId, createdAt }, { action: `forget_${kind}`, before, after: null });
  });
}
