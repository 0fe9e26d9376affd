/** Changing a task's text. The source text is never touched. */
import { AppError } from '#shared/contract/errors.ts';
import type { Reader, Writer } from '../executor.ts';

export interface TaskText {
  code: string;
  content: string;
  remark: string;
  version: number;
}

/** Null for a task that does not exist. */
export async function findTaskText(reader: Reader, taskId: number): Promise<TaskText | null> {
  const row = await reader
    .selectFrom('task')
    .select(['code', 'content', 'remark', 'version'])
    .where('id', '=', taskId)
    .executeTakeFirst();
  return row ?? null;
}

export interface NewTaskText {
  content: string;
  remark: string;
  searchText: string;
}

/**
 * Replaces the text of the version the editor saw by the next version.
 * @throws AppError `stale` when that version is no longer the current one
 */
export async function replaceTaskText(
  writer: Writer,
  taskId: number,
  version: number,
  text: NewTaskText,
): Promise<void> {
  const result = await writer
    .updateTable('task')
    .set({
      content: text.content,
      remark: text.remark,
      search_text: text.searchText,
      version: version + 1,
    })
    .where('id', '=', taskId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (result.numUpdatedRows !== 1n) throw new AppError('stale', '任务刚被改过，请刷新后再改。');
}

export interface NewCorrection {
  from: string;
  to: string;
  reason: string;
  /** ISO 8601 in UTC. */
  createdAt: string;
  createdBy: string;
}

export async function addCorrection(
  writer: Writer,
  taskId: number,
  correction: NewCorrection,
): Promise<void> {
  const { from, to, reason, createdAt, createdBy } = correction;
  await writer
    .insertInto('correction')
    .values({
      task_id: taskId,
      from_text: from,
      to_text: to,
      reason,
      created_at: createdAt,
      created_by: createdBy,
    })
    .execute();
}
