/** Who heads a task and how it reads, from which day on. `task` itself holds what is in force today. */
import type { LeaderTermView } from '#shared/contract/leader-terms.ts';
import type { WordingView } from '#shared/contract/task-life.ts';
import type { Reader, Writer } from '../executor.ts';

interface Created {
  at: string;
  by: string;
}

/** Oldest first. */
export async function listTerms(
  reader: Reader,
  taskId: number,
): Promise<(LeaderTermView & { leaderId: number | null })[]> {
  const rows = await reader
    .selectFrom('leader_term as term')
    .leftJoin('leader', 'leader.id', 'term.leader_id')
    .select(['term.from_date as from', 'term.leader_id as leaderId', 'leader.name as leader'])
    .select(['leader.title', 'term.reason', 'term.created_by as createdBy'])
    .where('term.task_id', '=', taskId)
    .orderBy('term.from_date')
    .execute();
  return rows.map((row) => ({ ...row, title: row.title ?? '' }));
}

export async function insertTerm(
  writer: Writer,
  term: { taskId: number; from: string; leaderId: number | null; reason: string },
  created: Created,
): Promise<void> {
  await writer
    .insertInto('leader_term')
    .values({
      task_id: term.taskId,
      from_date: term.from,
      leader_id: term.leaderId,
      reason: term.reason,
      created_at: created.at,
      created_by: created.by,
    })
    .execute();
}

/** Oldest first. */
export function listWordingsOf(reader: Reader, taskId: number): Promise<WordingView[]> {
  return reader
    .selectFrom('task_wording')
    .select(['from_date as from', 'content', 'reason', 'created_by as createdBy'])
    .where('task_id', '=', taskId)
    .orderBy('from_date')
    .execute();
}

export async function insertWording(
  writer: Writer,
  wording: { taskId: number; from: string; content: string; reason: string },
  created: Created,
): Promise<void> {
  await writer
    .insertInto('task_wording')
    .values({
      task_id: wording.taskId,
      from_date: wording.from,
      content: wording.content,
      reason: wording.reason,
      created_at: created.at,
      created_by: created.by,
    })
    .execute();
}

/** A 勘误 goes into the wording that is in force; a task that was never re-worded has none. */
export async function correctWordingInForce(
  writer: Writer,
  taskId: number,
  today: string,
  content: string,
): Promise<void> {
  await writer
    .updateTable('task_wording')
    .set({ content })
    .where('task_id', '=', taskId)
    .where('from_date', '=', (eb) =>
      eb
        .selectFrom('task_wording as begun')
        .select((inner) => inner.fn.max('begun.from_date').as('last'))
        .where('begun.task_id', '=', taskId)
        .where('begun.from_date', '<=', today),
    )
    .execute();
}

/** Tasks that are headed by somebody else than the term in force says. */
export function listDueTerms(reader: Reader, today: string) {
  return reader
    .selectFrom('leader_term as term')
    .innerJoin('task', 'task.id', 'term.task_id')
    .select(['task.id as taskId', 'task.leader_id as before', 'term.leader_id as after'])
    .select(['term.reason', 'term.from_date as from'])
    .where('term.from_date', '<=', today)
    .where((eb) => eb('term.leader_id', 'is distinct from', eb.ref('task.leader_id')))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('leader_term as later')
            .select('later.task_id')
            .whereRef('later.task_id', '=', 'term.task_id')
            .whereRef('later.from_date', '>', 'term.from_date')
            .where('later.from_date', '<=', today),
        ),
      ),
    )
    .execute();
}

/** Tasks that read otherwise than the wording in force. */
export function listDueWordings(reader: Reader, today: string) {
  return reader
    .selectFrom('task_wording as wording')
    .innerJoin('task', 'task.id', 'wording.task_id')
    .select(['task.id as taskId', 'task.version', 'task.content as before', 'wording.content as after'])
    .select(['task.remark', 'wording.reason', 'wording.from_date as from'])
    .where('wording.from_date', '<=', today)
    .whereRef('wording.content', '<>', 'task.content')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('task_wording as later')
            .select('later.task_id')
            .whereRef('later.task_id', '=', 'wording.task_id')
            .whereRef('later.from_date', '>', 'wording.from_date')
            .where('later.from_date', '<=', today),
        ),
      ),
    )
    .execute();
}

export async function setTaskLeader(
  writer: Writer,
  taskId: number,
  leaderId: number | null,
  searchText: string,
): Promise<void> {
  const { numUpdatedRows } = await writer
    .updateTable('task')
    .set({ leader_id: leaderId, search_text: searchText })
    .where('id', '=', taskId)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Error(`task ${taskId}: ${numUpdatedRows} rows updated`);
}

/** Every leader, as the notices name them. */
export function listLeaderRows(reader: Reader) {
  return reader.selectFrom('leader').select(['id', 'name', 'title']).orderBy('id').execute();
}

/** What was handed over: terms that follow another one of the same task. */
export function listHandovers(reader: Reader) {
  return reader
    .selectFrom('leader_term as term')
    .innerJoin('leader_term as before', 'before.task_id', 'term.task_id')
    .innerJoin('leader', 'leader.id', 'term.leader_id')
    .select((eb) => [
      'before.leader_id as fromLeaderId',
      'leader.name as to',
      'term.from_date as from',
      'term.reason',
      'term.created_by as createdBy',
      eb.fn.countAll<number>().as('tasks'),
    ])
    .where('before.from_date', '=', (eb) =>
      eb
        .selectFrom('leader_term as previous')
        .select((inner) => inner.fn.max('previous.from_date').as('last'))
        .whereRef('previous.task_id', '=', 'term.task_id')
        .whereRef('previous.from_date', '<', 'term.from_date'),
    )
    .groupBy(['before.leader_id', 'leader.name', 'term.from_date', 'term.reason', 'term.created_by'])
    .orderBy('term.from_date')
    .execute();
}
