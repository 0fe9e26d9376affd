/** Which kept files belong to which record. */
import type { Insertable } from 'kysely';
import type { Reader, Writer } from '../executor.ts';
import type { AttachmentTable } from '../schema.ts';

export type NewAttachment = Omit<Insertable<AttachmentTable>, 'id' | 'withdrawn_at' | 'withdrawn_by'>;

export async function insertAttachments(
  writer: Writer,
  attachments: readonly NewAttachment[],
): Promise<void> {
  if (attachments.length === 0) return;
  await writer
    .insertInto('attachment')
    .values(attachments.map((attachment) => ({ ...attachment, withdrawn_at: null, withdrawn_by: null })))
    .execute();
}

export interface AttachmentRow {
  id: number;
  sha256: string;
  fileName: string;
  note: string;
  createdAt: string;
  createdBy: string;
}

/** Those that stand, oldest first. */
export function listAttachments(
  reader: Reader,
  entity: AttachmentTable['entity'],
  entityId: number,
): Promise<AttachmentRow[]> {
  return reader
    .selectFrom('attachment')
    .select(['id', 'sha256', 'file_name as fileName', 'note'])
    .select(['created_at as createdAt', 'created_by as createdBy'])
    .where('entity', '=', entity)
    .where('entity_id', '=', entityId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** The record stays; the file no longer counts. @returns false when it is not there or was taken back before */
export async function withdrawAttachment(
  writer: Writer,
  of: { id: number; entity: AttachmentTable['entity']; entityId: number },
  withdrawn: { at: string; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('attachment')
    .set({ withdrawn_at: withdrawn.at, withdrawn_by: withdrawn.by })
    .where('id', '=', of.id)
    .where('entity', '=', of.entity)
    .where('entity_id', '=', of.entityId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
