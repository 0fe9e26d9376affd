/** 督办动作 as the window and the command line show them. */
import type { ActionDetail, ActionFilter, ActionReturn, ActionView } from '#shared/contract/actions.ts';
import { AppError } from '#shared/contract/errors.ts';
import { allowedActionMoves } from '#shared/domain/supervision/action-state.ts';
import { actionNumber, actionWords } from '#shared/domain/supervision/action-words.ts';
import { extensionWords } from '#shared/domain/supervision/extension.ts';
import type { Reader } from '../db/executor.ts';
import {
  type ActionRecord,
  type ActionTask,
  findAction,
  listActions,
  listActionTasks,
} from '../db/repositories/action.repository.ts';
import { listExtensions } from '../db/repositories/action-extensions.repository.ts';
import {
  type AcceptedReturn,
  findAcceptedReturn,
  listAcceptedReturnsOf,
} from '../db/repositories/action-facts.repository.ts';
import { listAttachments } from '../db/repositories/attachment.repository.ts';
import { listChanges } from '../db/repositories/change-log.repository.ts';
import { tasksById } from '../db/repositories/light-tasks.repository.ts';
import { localDate } from './moment.ts';

function viewOf(record: ActionRecord, tasks: readonly ActionTask[], today: string): ActionView {
  const { numberYear: _, number: __, returnFileId: ___, ...shown } = record;
  const { kind, state, answerDue } = record;
  return {
    ...shown,
    number: actionNumber(record),
    words: actionWords(record),
    tasks: [...tasks],
    isLate: state === 'open' && answerDue !== null && today > answerDue,
    moves: allowedActionMoves(kind, state).map(({ move, label, needs }) => ({ move, label, needs })),
  };
}

/** @param today `YYYY-MM-DD` */
export async function readActions(
  reader: Reader,
  filter: ActionFilter,
  today: string,
): Promise<ActionView[]> {
  const records = await listActions(reader, filter);
  const tasks = await listActionTasks(
    reader,
    records.map(({ id }) => id),
  );
  return records.map((record) => viewOf(record, tasks.get(record.id) ?? [], today));
}

/** @throws AppError `not_found` */
export async function requireAction(reader: Reader, actionId: number): Promise<ActionRecord> {
  const record = await findAction(reader, actionId);
  if (record === null) throw new AppError('not_found', '没有找到这件督办，请刷新后再试。', { actionId });
  return record;
}

async function extensionsOf(reader: Reader, { kind }: ActionRecord, tasks: readonly ActionTask[]) {
  if (kind !== 'extension') return '';
  const byTask = await listExtensions(reader, tasksById(tasks.map(({ id }) => id)));
  return extensionWords([...byTask.values()].flat());
}

function returnView({ storedAt, receivedOn, ...rest }: AcceptedReturn): ActionReturn {
  return { ...rest, receivedOn: receivedOn ?? localDate(new Date(storedAt)) };
}

/** An answer cannot lie in a return that came before the question. */
export async function returnsOf(reader: Reader, { unitId, actedOn }: ActionRecord): Promise<ActionReturn[]> {
  if (unitId === null) return [];
  const all = (await listAcceptedReturnsOf(reader, unitId)).map(returnView);
  return all.filter(({ receivedOn }) => receivedOn >= actedOn);
}

async function answeredWith(reader: Reader, { returnFileId }: ActionRecord): Promise<ActionReturn | null> {
  const found = returnFileId === null ? null : await findAcceptedReturn(reader, returnFileId);
  return found === null ? null : returnView(found);
}

/** @throws AppError `not_found` */
export async function readActionDetail(
  reader: Reader,
  actionId: number,
  today: string,
): Promise<ActionDetail> {
  const record = await requireAction(reader, actionId);
  const tasks = (await listActionTasks(reader, [actionId])).get(actionId) ?? [];
  const attachments = await listAttachments(reader, 'action', actionId);
  return {
    ...viewOf(record, tasks, today),
    attachments: attachments.map(({ id, fileName, createdAt, createdBy }) => ({
      id,
      fileName,
      createdAt,
      createdBy,
    })),
    extensions: await extensionsOf(reader, record, tasks),
    answeredWith: await answeredWith(reader, record),
    returns: await returnsOf(reader, record),
    history: await listChanges(reader, 'action', actionId),
  };
}
