/** What a person taught of one unit's tables: what a heading means, which task its words mean. */
import type { LearnedMeaning } from '#shared/contract/desk.ts';
import type { Reader, Writer } from '../executor.ts';

export interface NewMeaning {
  unitId: number;
  /** Folded for matching. */
  words: string;
  createdAt: string;
  createdBy: string;
}

export function listLearnedHeadings(
  reader: Reader,
  unitId: number,
): Promise<{ heading: string; role: string; created_at: string; created_by: string }[]> {
  return reader
    .selectFrom('learned_heading')
    .select(['heading', 'role', 'created_at', 'created_by'])
    .where('unit_id', '=', unitId)
    .orderBy('heading')
    .execute();
}

export function listLearnedTexts(
  reader: Reader,
  unitId: number,
): Promise<{ text: string; task_id: number; code: string; created_at: string; created_by: string }[]> {
  return reader
    .selectFrom('learned_task_text')
    .innerJoin('task', 'task.id', 'learned_task_text.task_id')
    .select(['text', 'task_id', 'task.code', 'created_at', 'created_by'])
    .where('unit_id', '=', unitId)
    .orderBy('text')
    .execute();
}

/** The person's last word counts. */
export async function saveLearnedHeading(writer: Writer, meaning: NewMeaning, role: string): Promise<void> {
  const { unitId, words, createdAt, createdBy } = meaning;
  const values = { role, created_at: createdAt, created_by: createdBy };
  await writer
    .insertInto('learned_heading')
    .values({ unit_id: unitId, heading: words, ...values })
    .onConflict((conflict) => conflict.columns(['unit_id', 'heading']).doUpdateSet(values))
    .execute();
}

/** The person's last word counts. */
export async function saveLearnedText(writer: Writer, meaning: NewMeaning, taskId: number): Promise<void> {
  const { unitId, words, createdAt, createdBy } = meaning;
  const values = { task_id: taskId, created_at: createdAt, created_by: createdBy };
  await writer
    .insertInto('learned_task_text')
    .values({ unit_id: unitId, text: words, ...values })
    .onConflict((conflict) => conflict.columns(['unit_id', 'text']).doUpdateSet(values))
    .execute();
}

/** @returns whether there was anything to forget */
export async function deleteLearned(
  writer: Writer,
  unitId: number,
  kind: LearnedMeaning['kind'],
  words: string,
): Promise<boolean> {
  const { numDeletedRows } =
    kind === 'heading'
      ? await writer
          .deleteFrom('learned_heading')
          .where('unit_id', '=', unitId)
          .where('heading', '=', words)
          .executeTakeFirstOrThrow()
      : await writer
          .deleteFrom('learned_task_text')
          .where('unit_id', '=', unitId)
          .where('text', '=', words)
          .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
