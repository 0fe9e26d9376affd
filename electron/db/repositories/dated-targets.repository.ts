/** The numbers of a task's words, from which day and until when: what a re-wording changes of them. */
import type { TaskTarget } from '#shared/contract/tasks.ts';
import type { Target } from '#shared/domain/target.ts';
import type { Reader, Writer } from '../executor.ts';

/** @param ids not empty */
export function listTargetDays(
  reader: Reader,
  ids: readonly number[],
): Promise<(Pick<TaskTarget, 'id' | 'name'> & { from: string | null; until: string | null })[]> {
  return reader
    .selectFrom('target')
    .select(['id', 'name', 'from_date as from', 'until_date as until'])
    .where('id', 'in', ids)
    .orderBy('position')
    .execute();
}

/** The targets go no further than the day before. @param ids not empty */
export async function endTargets(writer: Writer, ids: readonly number[], until: string): Promise<void> {
  const { numUpdatedRows } = await writer
    .updateTable('target')
    .set({ until_date: until })
    .where('id', 'in', ids)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== BigInt(ids.length))
    throw new Error(`targets ${ids.join(', ')}: ${numUpdatedRows} rows updated`);
}

/** After those the task has had. @param targets not empty @param until the first day of later words; null: none */
export async function addTargets(
  writer: Writer,
  taskId: number,
  targets: readonly Target[],
  from: string,
  until: string | null,
): Promise<void> {
  const { last } = await writer
    .selectFrom('target')
    .select((eb) => eb.fn.max<number | null>('position').as('last'))
    .where('task_id', '=', taskId)
    .executeTakeFirstOrThrow();
  const rows = targets.map(({ name, comparator, value, measure, due }, index) => ({
    ...{ name, comparator, value, measure, due },
    task_id: taskId,
    position: (last ?? -1) + 1 + index,
    from_date: from,
    until_date: until,
  }));
  await writer.insertInto('target').values(rows).execute();
}

/**
 * The targets were never promised. One on which something was reported, be it in a report that another has taken the
 * place of, stays with what was reported and holds on no day.
 * @param ids not empty, of targets that began with their words
 */
export async function takeBackTargets(writer: Writer, ids: readonly number[]): Promise<void> {
  const read = await writer
    .selectFrom('target_reading')
    .select('target_id as id')
    .distinct()
    .where('target_id', 'in', ids)
    .execute();
  const kept = read.map(({ id }) => id);
  await writer
    .updateTable('target')
    .set((eb) => ({ until_date: eb.ref('from_date') }))
    .where('id', 'in', kept)
    .execute();
  await writer.deleteFrom('target').where('id', 'in', ids).where('id', 'not in', kept).execute();
}
