/** A plan sheet that came back among the returns: looked at, and taken in with its original kept. */
import type { PlanGridEdit, PlanSheetPreview } from '#shared/contract/plan-sheet.ts';
import type { Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import { insertPlanSheetImport } from '../db/repositories/plan-sheet.repository.ts';
import type { ServiceContext } from './context.ts';
import { editPlanRows } from './plan-grid.service.ts';

/** How a change of a plan by a sheet is called in the log. */
export function planSheetAction(fileName: string): string {
  return `导入计划表“${fileName}”`;
}

/**
 * What is taken where nobody is asked, cell by cell: what only the sheet has changed.
 * @param takesConflicts also what both sides have changed
 */
export function unaskedEdits({ rows }: PlanSheetPreview, takesConflicts: boolean): PlanGridEdit[] {
  return rows
    .filter(({ problems }) => problems.length === 0)
    .map(({ taskId, version, changes }) => {
      const taken = changes.filter(({ conflict }) => takesConflicts || !conflict);
      return {
        taskId,
        version,
        cells: Object.fromEntries(taken.map(({ column, sheet }) => [column, sheet])),
      };
    })
    .filter(({ cells }) => Object.keys(cells).length > 0);
}

/** All or nothing. @returns tasks and cells stored @throws AppError as `editPlanRows` */
export async function storePlanSheet(
  writer: Writer,
  context: ServiceContext,
  { sha256, fileName }: { sha256: string; fileName: string },
  edits: readonly PlanGridEdit[],
): Promise<{ rows: number; cells: number }> {
  const cells = await editPlanRows(writer, context, edits, planSheetAction(fileName));
  const applied = { at: context.now().toISOString(), by: context.operator };
  const id = await insertPlanSheetImport(writer, { sha256, fileName, tasks: edits.length, cells }, applied);
  await recordChange(writer, {
    ...{ at: applied.at, actor: applied.by, origin: context.origin },
    ...{ action: planSheetAction(fileName), entity: 'plan_sheet', entityId: id, before: null },
    after: { files: fileName, sha256, tasks: edits.length, cells },
  });
  return { rows: edits.length, cells };
}
