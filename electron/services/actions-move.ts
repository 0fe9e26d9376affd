/** Moving a 督办动作 on: only by the table of moves, and only from the version a person saw. */
import type { Updateable } from 'kysely';
import type { ActionMoveRequest } from '#shared/contract/actions.ts';
import { AppError } from '#shared/contract/errors.ts';
import {
  type ActionMoveKey,
  type ActionState,
  actionMoves,
  applyActionMove,
} from '#shared/domain/supervision/action-state.ts';
import { type ActionRecord, listActionTasks, updateAction } from '../db/repositories/action.repository.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import type { ActionTable } from '../db/schema.ts';
import type { ActionWriting } from './actions-create.ts';
import { readDues } from './actions-due.ts';
import { requireAction, returnsOf } from './actions-view.ts';

type Change = Updateable<ActionTable>;

/** What every move needs; only deciding a 延期 looks at more. */
export type ActionMoving = Pick<ActionWriting, 'writer' | 'context'>;

/** What each move writes beside the state. */
const writings: Record<ActionMoveKey, (request: ActionMoveRequest) => Change> = {
  answer: ({ date, answer, returnFileId }) => ({
    answered_on: date,
    answer,
    return_file_id: returnFileId,
  }),
  reject_answer: ({ answerDue }) => ({
    answered_on: null,
    answer: '',
    answer_due: answerDue,
    return_file_id: null,
  }),
  withdraw_answer: () => ({ answered_on: null, answer: '', return_file_id: null }),
  close: ({ date }) => ({ closed_on: date }),
  void: () => ({}),
  approve: ({ date, newDue, decider, reason }) => ({
    decided_on: date,
    decided_by: decider,
    new_due: newDue,
    answer: reason,
  }),
  refuse: ({ date, decider, reason }) => ({ decided_on: date, decided_by: decider, answer: reason }),
  take_back: ({ date }) => ({ closed_on: date }),
  hold: ({ date, answer }) => ({ closed_on: date, answer }),
  cancel: ({ date }) => ({ closed_on: date }),
};

/** Another 延期 may have been approved since this one was asked for: the date in force is what must be moved. */
async function dueBefore({ writer, proposals }: ActionWriting, record: ActionRecord, date: string) {
  if (record.kind !== 'extension' || record.oldDue === null) return '';
  const [task] = (await listActionTasks(writer, [record.id])).get(record.id) ?? [];
  if (task === undefined) return record.oldDue;
  return (await readDues(writer, proposals, [task.id], date)).get(task.id) ?? record.oldDue;
}

function given({ actionId: _, version: __, move: ___, ...said }: ActionMoveRequest) {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '' && value !== null));
}

/** What a move may change, as it stands: the log holds one against the other. */
function said({ state, answer, answerDue, answeredOn, newDue }: ActionRecord) {
  return { state, answer, answerDue, answeredOn, newDue };
}

function labelOf(move: ActionMoveKey): string {
  return actionMoves.find((row) => row.move === move)?.label ?? move;
}

async function requireOwnReturn(
  { writer }: ActionMoving,
  record: ActionRecord,
  { returnFileId }: ActionMoveRequest,
): Promise<void> {
  if (returnFileId === null) return;
  if ((await returnsOf(writer, record)).some(({ id }) => id === returnFileId)) return;
  throw new AppError('bad_input', '所选的回表不是这个单位在发出以后报来的，没有保存，请重新选择。');
}

async function store(
  { writer, context }: ActionMoving,
  record: ActionRecord,
  state: ActionState,
  request: ActionMoveRequest,
): Promise<void> {
  const written = await updateAction(writer, record, { state, ...writings[request.move](request) });
  if (!written) throw new AppError('stale', '这件督办刚被别处改过，没有保存，请刷新后再办。');
  const stored = await requireAction(writer, record.id);
  await recordChange(writer, {
    at: context.now().toISOString(),
    actor: context.operator,
    origin: context.origin,
    action: labelOf(request.move),
    entity: 'action',
    entityId: record.id,
    before: said(record),
    after: { ...given(request), ...said(stored) },
  });
}

/**
 * @param oldDue of a 延期 that is decided: the due date in force
 * @throws AppError `stale`, `bad_input` for a move that is not in the table or lacks what it needs
 */
export async function makeMove(
  moving: ActionMoving,
  record: ActionRecord,
  request: ActionMoveRequest,
  oldDue = '',
): Promise<void> {
  const { date, reason, answer, answerDue, newDue, decider } = request;
  const facts = { date, actedOn: record.actedOn, reason, answer, answerDue, newDue, oldDue, decider };
  const result = applyActionMove(record.kind, record.state, request.move, facts);
  if (!result.ok) throw new AppError('bad_input', result.reasons.join(''));
  await requireOwnReturn(moving, record, request);
  await store(moving, record, result.state, request);
}

/** @throws AppError `not_found`, or as {@link makeMove} */
export async function moveAction(writing: ActionWriting, request: ActionMoveRequest): Promise<void> {
  const record = await requireAction(writing.writer, request.actionId);
  if (record.version !== request.version)
    throw new AppError('stale', '这件督办刚被别处改过，没有保存，请刷新后再办。', {
      actionId: record.id,
    });
  const oldDue = request.move === 'approve' ? await dueBefore(writing, record, request.date) : '';
  await makeMove(writing, record, request, oldDue);
}
