/** Photographs and files of a 督办动作. */
import { AppError } from '#shared/contract/errors.ts';
import { insertAttachments, listAttachments } from '../db/repositories/attachment.repository.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import type { OpenDatabase } from '../db/sqlite/open.ts';
import { requireAction } from './actions-view.ts';
import { copyAttachmentForViewing } from './attachment-viewing.ts';
import { type KeptFile, keepAttachment } from './attachments.ts';
import type { ServiceContext } from './context.ts';

/** @throws AppError `not_found`, or as `keepAttachment`; nothing is recorded then */
export async function attachFiles(
  { database, directory }: Pick<OpenDatabase, 'database' | 'directory'>,
  context: ServiceContext,
  { actionId, paths }: { actionId: number; paths: readonly string[] },
): Promise<void> {
  await requireAction(database, actionId);
  const kept: KeptFile[] = [];
  for (const path of paths) kept.push(await keepAttachment(directory, path));
  const at = context.now().toISOString();
  const { operator: actor, origin } = context;
  const of = { entity: 'action', entity_id: actionId, note: '', created_at: at, created_by: actor } as const;
  await database.transaction().execute(async (writer) => {
    await insertAttachments(
      writer,
      kept.map(({ sha256, fileName }) => ({ ...of, sha256, file_name: fileName })),
    );
    const after = { files: kept.map(({ fileName, sha256 }) => ({ fileName, sha256 })) };
    const entry = { action: '附上文件', entity: 'action', entityId: actionId, before: null, after } as const;
    await recordChange(writer, { at, actor, origin, ...entry });
  });
}

/** @returns a copy to open @throws AppError `not_found`, or as `copyAttachmentForViewing` */
export async function copyActionAttachment(
  { database, directory }: Pick<OpenDatabase, 'database' | 'directory'>,
  { actionId, attachmentId }: { actionId: number; attachmentId: number },
): Promise<string> {
  const attachments = await listAttachments(database, 'action', actionId);
  const found = attachments.find(({ id }) => id === attachmentId);
  if (found === undefined) throw new AppError('not_found', '没有找到这份附件，请刷新后再试。');
  return copyAttachmentForViewing(directory, found);
}
