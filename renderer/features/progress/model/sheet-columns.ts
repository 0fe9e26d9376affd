/** The columns of 进展录入, in the order of the printed fill-in form so that blocks copied from one fit. */
import type { ProgressRow } from '#shared/contract/progress.ts';
import { type ProgressField, progressFieldLabels, progressFields } from '#shared/domain/progress.ts';

/** `readings`: what the task's targets have reached, one line a target. */
export type EditableColumn = 'readings' | ProgressField;

export type ReadOnlyColumn = 'code' | 'content' | 'unit' | 'promise' | 'previous';

export type SheetColumn = ReadOnlyColumn | EditableColumn;

export const columnLabels: Record<SheetColumn, string> = {
  code: '任务编号',
  content: '重点工作',
  unit: '填报单位',
  promise: '年度目标',
  previous: '上期进展',
  readings: '指标完成值',
  ...progressFieldLabels,
};

export const editableColumns: readonly EditableColumn[] = ['readings', ...progressFields];

const beforeUnit: readonly SheetColumn[] = ['code', 'content'];
const afterUnit: readonly SheetColumn[] = ['promise', 'previous', ...editableColumns];

/** A leader's sheet has rows of many units, so it says which; one unit's sheet does not repeat it. */
export function sheetColumns(severalUnits: boolean): SheetColumn[] {
  return severalUnits ? [...beforeUnit, 'unit', ...afterUnit] : [...beforeUnit, ...afterUnit];
}

export function isEditableColumn(column: string): column is EditableColumn {
  return (editableColumns as readonly string[]).includes(column);
}

/** A task without targets has nothing to read off. */
export function isEditableCell(column: SheetColumn, row: ProgressRow): column is EditableColumn {
  return isEditableColumn(column) && (column !== 'readings' || row.targets.length > 0);
}

export type RowKey = string;

/** One task as one unit reports it. */
export function rowKey(row: { taskId: number; unitId: number }): RowKey {
  return `${row.taskId}:${row.unitId}`;
}
