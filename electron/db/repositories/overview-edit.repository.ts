/** What staff change in the 未报名单: a period's deadline, and a 退回 that was a mistake. */
import type { Period } from '#shared/domain/period.ts';
import type { Reader, Writer } from '../executor.ts';

/** @param deadline `YYYY-MM-DD` */
export async function saveDeadline(writer: Writer, period: Period, deadline: string): Promise<void> {
  await writer
    .insertInto('period')
    .values({ period, deadline })
    .onConflict((conflict) => conflict.column('period').doUpdateSet({ deadline }))
    .execute();
}

export interface Redo {
  unitId: number;
  unit: string;
  period: string;
  fileName: string;
  returnedAt: string;
  reason: string;
  withdrawnAt: string | null;
}

/** Null for one that does not exist. */
export async function findRedo(reader: Reader, redoId: number): Promise<Redo | null> {
  const row = await reader
    .selectFrom('return_redo')
    .innerJoin('unit', 'unit.id', 'return_redo.unit_id')
    .select([
      'return_redo.unit_id as unitId',
      'unit.name as unit',
      'return_redo.period',
      'return_redo.file_name as fileName',
      'return_redo.returned_at as returnedAt',
      'return_redo.reason',
      'return_redo.withdrawn_at as withdrawnAt',
    ])
    .where('return_redo.id', '=', redoId)
    .executeTakeFirst();
  return row ?? null;
}

/** @throws unless the redo stood */
export async function markRedoWithdrawn(
  writer: Writer,
  redoId: number,
  withdrawnAt: string,
  withdrawnBy: string,
): Promise<void> {
  const { numUpdatedRows } = await writer
    .updateTable('return_redo')
    .set({ withdrawn_at: withdrawnAt, withdrawn_by: withdrawnBy })
    .where('id', '=', redoId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Error(`redo ${redoId}: ${numUpdatedRows} rows updated`);
}
