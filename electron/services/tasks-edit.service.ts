/** Editing a task: the source text stays, the difference is kept as 勘误 with its reason. */
import { AppError } from '#shared/contract/errors.ts';
import type { TaskEdit, TaskRow } from '#shared/contract/tasks.ts';
import { changedPassage } from '#shared/domain/correction.ts';
import { taskSearchText } from '#shared/domain/search-text.ts';
import type { Reader, Writer } from '../db/executor.ts';
import { listChanges, recordChange } from '../db/repositories/change-log.repository.ts';
import { correctWordingInForce } from '../db/repositories/task-terms.repository.ts';
import { listTaskRowsByIds } from '../db/repositories/tasks.repository.ts';
import {
  addCorrection,
  findTaskText,
  replaceTaskText,
  type TaskText,
} from '../db/repositories/tasks-edit.repository.ts';
import type { ServiceContext } from './context.ts';
import { localDate, localMoment } from './moment.ts';

const editAction = '修改任务';

/** @throws AppError `not_found` */
export async function requireTaskText(reader: Reader, taskId: number): Promise<TaskText> {
  const text = await findTaskText(reader, taskId);
  if (text === null) throw new AppError('not_found', '没有找到这项任务，请刷新后再试。', { taskId });
  return text;
}

async function staleError(reader: Reader, taskId: number, text: TaskText): Promise<AppError> {
  const [last] = await listChanges(reader, 'task', taskId);
  const who = last === undefined ? '' : `由${last.actor}于${localMoment(last.at)}`;
  return new AppError(
    'stale',
    `任务 ${text.code} 已${who}改过，您的修改没有保存。请刷新，看过新的内容后再改。`,
    { code: text.code, version: text.version, actor: last?.actor ?? null, at: last?.at ?? null },
  );
}

async function correctContent(
  writer: Writer,
  context: ServiceContext,
  edit: TaskEdit,
  before: TaskText,
): Promise<void> {
  if (edit.reason === '') {
    throw new AppError('bad_input', `任务 ${before.code} 的内容改了，请写明原因，作为勘误一并保存。`);
  }
  await addCorrection(writer, edit.taskId, {
    ...changedPassage(before.content, edit.content),
    reason: edit.reason,
    createdAt: context.now().toISOString(),
    createdBy: context.operator,
  });
}

/** As the task will be searched once its text is the edit's. */
function searchTextAfter(task: TaskRow, { content, remark }: TaskEdit): string {
  return taskSearchText({ ...task, content, remark });
}

async function logEdit(
  writer: Writer,
  context: ServiceContext,
  edit: TaskEdit,
  before: TaskText,
): Promise<void> {
  const { content, remark, version } = before;
  await recordChange(writer, {
    at: context.now().toISOString(),
    actor: context.operator,
    origin: context.origin,
    action: editAction,
    entity: 'task',
    entityId: edit.taskId,
    before: { content, remark, version },
    after: { content: edit.content, remark: edit.remark, version: version + 1 },
  });
}

/**
 * Replaces content and remark; targets, roles and the source text stay as they are. An edit that changes nothing
 * makes no new version.
 * @throws AppError `not_found`, `bad_input` without a reason for a changed content, `stale` naming who was faster
 */
export async function editTask(writer: Writer, context: ServiceContext, edit: TaskEdit): Promise<void> {
  const before = await requireTaskText(writer, edit.taskId);
  if (before.version !== edit.version) throw await staleError(writer, edit.taskId, before);
  if (before.content === edit.content && before.remark === edit.remark) return;
  if (before.content !== edit.content) await correctContent(writer, context, edit, before);
  const [task] = await listTaskRowsByIds(writer, [edit.taskId]);
  if (task === undefined) throw new Error(`task ${edit.taskId} has no section`);
  const { content, remark } = edit;
  const searchText = searchTextAfter(task, edit);
  await replaceTaskText(writer, edit.taskId, edit.version, { content, remark, searchText });
  await correctWordingInForce(writer, edit.taskId, localDate(context.now()), content);
  await logEdit(writer, context, edit, before);
}
