/** 表扬 and the leader's marks. One that was a mistake is withdrawn and stays readable in the log. */
import type { UnitMark, UnitMarkEntry } from '#shared/contract/assess.ts';
import type { Reader, Writer } from '../executor.ts';

/** Those that stand, oldest first. */
export function listUnitMarks(reader: Reader, year: number): Promise<UnitMark[]> {
  return reader
    .selectFrom('unit_mark as mark')
    .innerJoin('unit', 'unit.id', 'mark.unit_id')
    .select(['mark.id', 'mark.unit_id as unitId', 'unit.name as unit', 'mark.period', 'mark.kind'])
    .select(['mark.points', 'mark.reason', 'mark.created_at as createdAt', 'mark.created_by as createdBy'])
    .where('mark.period', 'like', `${year}-%`)
    .where('mark.withdrawn_at', 'is', null)
    .orderBy('mark.id')
    .execute();
}

/** @returns its id */
export async function insertUnitMark(
  writer: Writer,
  { unitId, ...entry }: UnitMarkEntry,
  createdAt: string,
  createdBy: string,
): Promise<number> {
  const { id } = await writer
    .insertInto('unit_mark')
    .values({
      ...entry,
      unit_id: unitId,
      created_at: createdAt,
      created_by: createdBy,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @returns what was withdrawn; null when there is no such mark or it was withdrawn before */
export async function withdrawUnitMark(writer: Writer, id: number, at: string, by: string) {
  const row = await writer
    .updateTable('unit_mark')
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning(['unit_id', 'period', 'kind', 'points', 'reason'])
    .executeTakeFirst();
  return row ?? null;
}
