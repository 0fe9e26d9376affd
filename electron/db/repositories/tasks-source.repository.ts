/** Where a task stands in its notice, and the words it was printed in. */
import type { Reader } from '../executor.ts';

export interface TaskSource {
  documentNumber: string;
  /** Verbatim. */
  content: string;
  /** 1-based line in the notice. */
  line: number;
}

/** @param taskIds at most 30,000 */
export async function listSources(
  reader: Reader,
  taskIds: readonly number[],
): Promise<Map<number, TaskSource>> {
  if (taskIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('task')
    .innerJoin('document', 'document.id', 'task.document_id')
    .select(['task.id', 'document.number', 'task.source_content', 'task.source_line'])
    .where('task.id', 'in', taskIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { documentNumber: row.number, content: row.source_content, line: row.source_line },
    ]),
  );
}
