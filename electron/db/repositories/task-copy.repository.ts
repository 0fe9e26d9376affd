/** What a new task takes over from the one it is split from. */
import type { Reader, Writer } from '../executor.ts';

/** The next number of a section: rows are never numbered twice. */
export async function findNextRow(reader: Reader, sectionId: number): Promise<number> {
  const { last } = await reader
    .selectFrom('task')
    .select((eb) => eb.fn.max<number | null>('row_number').as('last'))
    .where('section_id', '=', sectionId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

export function findTaskToCopy(reader: Reader, taskId: number) {
  return reader
    .selectFrom('task')
    .innerJoin('section', 'section.id', 'task.section_id')
    .leftJoin('leader', 'leader.id', 'task.leader_id')
    .select(['task.id', 'task.document_id as documentId', 'task.section_id as sectionId', 'task.kind'])
    .select(['task.leader_id as leaderId', 'leader.name as leader', 'task.source_line as sourceLine'])
    .select(['section.ordinal', 'section.title', 'task.code', 'task.remark'])
    .where('task.id', '=', taskId)
    .executeTakeFirst();
}

/** In printed order. */
export function listUnitsToCopy(reader: Reader, taskId: number) {
  return reader
    .selectFrom('task_unit')
    .innerJoin('unit', 'unit.id', 'task_unit.unit_id')
    .select(['task_unit.unit_id as unitId', 'task_unit.role', 'task_unit.printed', 'unit.name'])
    .where('task_unit.task_id', '=', taskId)
    .orderBy('task_unit.position')
    .execute();
}

/** The units named for 相关… groups go with their group. */
export async function copyNamedUnits(
  writer: Writer,
  fromTaskId: number,
  toTaskId: number,
  created: { at: string; by: string },
): Promise<void> {
  const rows = await writer
    .selectFrom('task_named_unit')
    .select(['group_id', 'unit_id', 'position'])
    .where('task_id', '=', fromTaskId)
    .where('group_id', 'in', (eb) =>
      eb.selectFrom('task_unit').select('task_unit.unit_id').where('task_unit.task_id', '=', toTaskId),
    )
    .execute();
  for (const row of rows)
    await writer
      .insertInto('task_named_unit')
      .values({ task_id: toTaskId, ...row, created_at: created.at, created_by: created.by })
      .execute();
}
