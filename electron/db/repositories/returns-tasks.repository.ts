/** The tasks a returned row may mean. */
import type { TaskKind } from '#shared/domain/task.ts';
import type { Reader } from '../executor.ts';

export interface MatchableTask {
  taskId: number;
  documentNumber: string;
  kind: TaskKind;
  code: string;
  content: string;
  sourceContent: string;
  leader: string | null;
  sectionLabel: string;
  sectionTitle: string;
}

/** Every task of the year's documents, in printed order. */
export function listMatchableTasks(reader: Reader, year: number): Promise<MatchableTask[]> {
  return reader
    .selectFrom('task')
    .innerJoin('section', 'section.id', 'task.section_id')
    .innerJoin('document', 'document.id', 'task.document_id')
    .leftJoin('leader', 'leader.id', 'task.leader_id')
    .select([
      'task.id as taskId',
      'document.number as documentNumber',
      'task.kind',
      'task.code',
      'task.content',
      'task.source_content as sourceContent',
      'leader.name as leader',
      'section.label as sectionLabel',
      'section.title as sectionTitle',
    ])
    .where('document.year', '=', year)
    .orderBy('task.document_id')
    .orderBy('section.kind')
    .orderBy('section.ordinal')
    .orderBy('task.row_number')
    .execute();
}

/** The year of the newest document, null before there is any. */
export async function newestDocumentYear(reader: Reader): Promise<number | null> {
  const row = await reader
    .selectFrom('document')
    .select((eb) => eb.fn.max('year').as('year'))
    .executeTakeFirst();
  return row?.year ?? null;
}
