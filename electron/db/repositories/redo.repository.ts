/** 退回: returns sent back to their units. */
import type { Insertable } from 'kysely';
import type { Writer } from '../executor.ts';
import type { ReturnRedoTable } from '../schema.ts';

export type NewRedo = Omit<Insertable<ReturnRedoTable>, 'id' | 'withdrawn_at' | 'withdrawn_by'>;

/** @returns its id */
export async function insertRedo(writer: Writer, redo: NewRedo): Promise<number> {
  const { id } = await writer
    .insertInto('return_redo')
    .values({ ...redo, withdrawn_at: null, withdrawn_by: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
