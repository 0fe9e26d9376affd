/** 回表台: the files under review. */
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Reader, Writer } from '../executor.ts';
import type { DeskFileTable } from '../schema.ts';

export type DeskFileRow = Selectable<DeskFileTable>;

/** In the order in which they came. */
export function listDeskFiles(reader: Reader): Promise<DeskFileRow[]> {
  return reader.selectFrom('desk_file').selectAll().orderBy('id').execute();
}

export async function findDeskFile(reader: Reader, id: number): Promise<DeskFileRow | null> {
  const row = await reader.selectFrom('desk_file').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** @returns its id */
export async function insertDeskFile(writer: Writer, file: Insertable<DeskFileTable>): Promise<number> {
  const row = await writer.insertInto('desk_file').values(file).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** @throws unless it is on the desk */
export async function updateDeskFile(
  writer: Writer,
  id: number,
  change: Pick<Updateable<DeskFileTable>, 'stated_unit_id' | 'stated_period' | 'received_on' | 'decisions'>,
): Promise<void> {
  const { numUpdatedRows } = await writer
    .updateTable('desk_file')
    .set(change)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Error(`desk file ${id}: ${numUpdatedRows} rows updated`);
}

/** @param ids at most 30,000; those that are gone already do not matter */
export async function deleteDeskFiles(writer: Writer, ids: readonly number[]): Promise<void> {
  await writer.deleteFrom('desk_file').where('id', 'in', ids).execute();
}

/** The name under which a file on the desk, a return or a 退回 was of these bytes; null when none ever was. */
export async function findDigestName(reader: Reader, sha256: string): Promise<string | null> {
  const tables = ['desk_file', 'return_file', 'return_redo', 'plan_sheet', 'attachment'] as const;
  for (const table of tables) {
    const row = await reader
      .selectFrom(table)
      .select('file_name')
      .where('sha256', '=', sha256)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return row.file_name;
  }
  return null;
}

export async function isDigestInUse(reader: Reader, sha256: string): Promise<boolean> {
  return (await findDigestName(reader, sha256)) !== null;
}
