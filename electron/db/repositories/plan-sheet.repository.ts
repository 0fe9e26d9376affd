/** Plan sheets that were taken in from the return desk; their originals are kept. */
import type { Writer } from '../executor.ts';

export interface PlanSheetImport {
  sha256: string;
  fileName: string;
  /** Tasks and cells that were stored. */
  tasks: number;
  cells: number;
}

/** @returns its id */
export async function insertPlanSheetImport(
  writer: Writer,
  { sha256, fileName, tasks, cells }: PlanSheetImport,
  applied: { at: string; by: string },
): Promise<number> {
  const { id } = await writer
    .insertInto('plan_sheet')
    .values({
      sha256,
      file_name: fileName,
      tasks,
      cells,
      applied_at: applied.at,
      applied_by: applied.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
