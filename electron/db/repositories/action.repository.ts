/** 督办动作 as they are recorded. */
import type { Updateable } from 'kysely';
import type { ActionFilter } from '#shared/contract/actions.ts';
import type { ActionKind } from '#shared/domain/supervision/action.ts';
import type { ActionState } from '#shared/domain/supervision/action-state.ts';
import type { NumberedKind, UsedNumber } from '#shared/domain/supervision/order-number.ts';
import type { Reader, Writer } from '../executor.ts';
import { groupRows } from '../group-rows.ts';
import type { ActionTable } from '../schema.ts';

export interface ActionRecord {
  id: number;
  kind: ActionKind;
  colour: ActionTable['colour'];
  unitId: number | null;
  unit: string | null;
  numberYear: number | null;
  number: number | null;
  title: string;
  reason: string;
  actedOn: string;
  answerDue: string | null;
  state: ActionState;
  answer: string;
  answeredOn: string | null;
  closedOn: string | null;
  oldDue: string | null;
  newDue: string | null;
  decidedOn: string | null;
  decidedBy: string;
  returnFileId: number | null;
  version: number;
  createdAt: string;
  createdBy: string;
}

/** Only what the table of moves made is in there: the database holds no other words. */
function selectActions(reader: Reader) {
  return reader
    .selectFrom('action')
    .leftJoin('unit', 'unit.id', 'action.unit_id')
    .select(['action.id', 'action.colour', 'action.unit_id as unitId', 'unit.name as unit'])
    .select((eb) => [
      eb.ref('action.kind').$castTo<ActionKind>().as('kind'),
      eb.ref('action.state').$castTo<ActionState>().as('state'),
    ])
    .select(['action.number_year as numberYear', 'action.number', 'action.title', 'action.reason'])
    .select(['action.acted_on as actedOn', 'action.answer_due as answerDue', 'action.answer'])
    .select(['action.answered_on as answeredOn', 'action.closed_on as closedOn'])
    .select(['action.old_due as oldDue', 'action.new_due as newDue'])
    .select(['action.decided_on as decidedOn', 'action.decided_by as decidedBy', 'action.version'])
    .select('action.return_file_id as returnFileId')
    .select(['action.created_at as createdAt', 'action.created_by as createdBy']);
}

/** In these a 督办动作 waits for somebody. */
const openStates: readonly ActionState[] = ['open', 'answered', 'requested', 'planned'];

/** Newest first. */
export function listActions(
  reader: Reader,
  { kind, state, unitId, taskId, openOnly, year }: ActionFilter,
): Promise<ActionRecord[]> {
  return selectActions(reader)
    .$if(kind !== undefined, (query) => query.where('action.kind', '=', kind ?? ''))
    .$if(state !== undefined, (query) => query.where('action.state', '=', state ?? ''))
    .$if(unitId !== undefined, (query) => query.where('action.unit_id', '=', unitId ?? null))
    .$if(openOnly === true, (query) => query.where('action.state', 'in', openStates))
    .$if(year !== undefined, (query) =>
      query.where('action.acted_on', '>=', `${year}-01-01`).where('action.acted_on', '<=', `${year}-12-31`),
    )
    .$if(taskId !== undefined, (query) =>
      query.where('action.id', 'in', (eb) =>
        eb
          .selectFrom('action_task')
          .select('action_task.action_id')
          .where('action_task.task_id', '=', taskId ?? 0),
      ),
    )
    .orderBy('action.acted_on', 'desc')
    .orderBy('action.id', 'desc')
    .execute();
}

/** Papers of a unit that still wait for its answer, oldest first. */
export function listUnansweredSlips(reader: Reader, unitId: number): Promise<ActionRecord[]> {
  return selectActions(reader)
    .where('action.unit_id', '=', unitId)
    .where('action.state', '=', 'open')
    .orderBy('action.id')
    .execute();
}

/** Papers whose answer came with a return of the batch and was not judged yet. */
export function listAnsweredByBatch(reader: Reader, batchId: number): Promise<ActionRecord[]> {
  return selectActions(reader)
    .where('action.state', '=', 'answered')
    .where('action.return_file_id', 'in', (eb) =>
      eb.selectFrom('return_file').select('return_file.id').where('return_file.batch_id', '=', batchId),
    )
    .orderBy('action.id')
    .execute();
}

export async function findAction(reader: Reader, actionId: number): Promise<ActionRecord | null> {
  return (await selectActions(reader).where('action.id', '=', actionId).executeTakeFirst()) ?? null;
}

export interface ActionTask {
  id: number;
  code: string;
  content: string;
}

/** The tasks each action names, in its own order. */
export async function listActionTasks(
  reader: Reader,
  actionIds: readonly number[],
): Promise<Map<number, ActionTask[]>> {
  const rows = await reader
    .selectFrom('action_task as named')
    .innerJoin('task', 'task.id', 'named.task_id')
    .select(['named.action_id as actionId', 'task.id', 'task.code', 'task.content'])
    .where('named.action_id', 'in', actionIds)
    .orderBy('named.action_id')
    .orderBy('named.position')
    .execute();
  const byAction = groupRows(rows, ({ actionId }) => actionId);
  return new Map(
    [...byAction].map(([id, own]) => [id, own.map(({ actionId: _, ...task }) => task)] as const),
  );
}

/** In the order they are asked for; one that is not there is left out. */
export async function listNamedTasks(reader: Reader, taskIds: readonly number[]): Promise<ActionTask[]> {
  const rows = await reader
    .selectFrom('task')
    .select(['id', 'code', 'content'])
    .where('id', 'in', taskIds)
    .execute();
  const byId = new Map(rows.map((task) => [task.id, task]));
  return taskIds.flatMap((id) => byId.get(id) ?? []);
}

export async function listUsedNumbers(
  reader: Reader,
  kind: NumberedKind,
  year: number,
): Promise<UsedNumber[]> {
  const rows = await reader
    .selectFrom('action')
    .select(['number', 'state'])
    .where('kind', '=', kind)
    .where('number_year', '=', year)
    .execute();
  return rows.flatMap(({ number, state }) =>
    number === null ? [] : [{ kind, year, number, isVoid: state === 'void' }],
  );
}

/** Every number that was ever given, void ones included. */
export async function listAllNumbers(reader: Reader): Promise<UsedNumber[]> {
  const rows = await reader
    .selectFrom('action')
    .select((eb) => [eb.ref('kind').$castTo<NumberedKind>().as('kind'), 'number_year', 'number', 'state'])
    .where('number', 'is not', null)
    .execute();
  return rows.flatMap(({ kind, number_year: year, number, state }) =>
    year === null || number === null ? [] : [{ kind, year, number, isVoid: state === 'void' }],
  );
}

export type NewAction = Omit<
  ActionTable,
  | 'id'
  | 'version'
  | 'answer'
  | 'answered_on'
  | 'closed_on'
  | 'decided_on'
  | 'decided_by'
  | 'return_file_id'
  | 'period'
>;

/** @returns its id */
export async function insertAction(
  writer: Writer,
  action: NewAction,
  taskIds: readonly number[],
): Promise<number> {
  const { id } = await writer
    .insertInto('action')
    .values({
      ...action,
      answer: '',
      answered_on: null,
      closed_on: null,
      decided_on: null,
      decided_by: '',
      return_file_id: null,
      period: null,
      version: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (taskIds.length > 0) {
    await writer
      .insertInto('action_task')
      .values(taskIds.map((taskId, position) => ({ action_id: id, task_id: taskId, position })))
      .execute();
  }
  return id;
}

/** @returns false when somebody else has changed it since that version */
export async function updateAction(
  writer: Writer,
  { id, version }: { id: number; version: number },
  change: Updateable<ActionTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('action')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
