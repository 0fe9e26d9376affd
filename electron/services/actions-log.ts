/** Papers of 督办 that were written out, in the log: which paper went into which file. */
import { basename } from 'node:path';
import type { Writer } from '../db/executor.ts';
import { recordChange, recordChanges } from '../db/repositories/change-log.repository.ts';
import type { WrittenLetter } from './actions-letters.ts';
import type { ServiceContext } from './context.ts';

function who({ operator: actor, origin, now }: ServiceContext) {
  return { at: now().toISOString(), actor, origin };
}

export function logLetters(
  writer: Writer,
  context: ServiceContext,
  letters: readonly WrittenLetter[],
): Promise<void> {
  return recordChanges(
    writer,
    letters.map(({ actionId, file }) => ({
      ...{ ...who(context), action: '生成文书', entity: 'action', entityId: actionId, before: null },
      after: { papers: basename(file) },
    })),
  );
}

export function logTemplates(
  writer: Writer,
  context: ServiceContext,
  written: readonly string[],
): Promise<void> {
  return recordChange(writer, {
    ...{ ...who(context), action: '放置文书模板', entity: 'templates', entityId: 0, before: null },
    after: { papers: written.join('、') },
  });
}
