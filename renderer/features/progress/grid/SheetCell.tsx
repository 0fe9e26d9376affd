import type { CustomCellRendererProps } from 'ag-grid-react';
import { useId, useSyncExternalStore } from 'react';
import { RoleTag } from '../../../components/RoleTag.tsx';
import { cellProblem } from '../model/cell-values.ts';
import { isEditableCell, isEditableColumn, type SheetColumn } from '../model/sheet-columns.ts';
import { cellText, type SheetRow } from '../model/sheet-state.ts';
import type { SheetController } from '../sheet/sheet-controller.ts';
import { CellField } from './CellField.tsx';
import { ReadingsCell } from './ReadingsCell.tsx';
import { StatusField } from './StatusField.tsx';
import { useCellMark } from './use-cell-mark.ts';

export interface SheetContext {
  controller: SheetController;
}

type SheetCellProps = CustomCellRendererProps<SheetRow, string, SheetContext>;

/** The words of a refused cell; null where there is nothing to say. */
function problemOf(row: SheetRow, column: SheetColumn): string | null {
  const text = isEditableColumn(column) ? row.draft[column] : undefined;
  return text === undefined || !isEditableColumn(column) ? null : cellProblem(row.stored, column, text);
}

/** The grid redraws a cell only when its text changes; what became of its save shows too. */
function useSheetRow(controller: SheetController, key: string): SheetRow | undefined {
  return useSyncExternalStore(controller.store.subscribe, () => controller.store.read().sheet.rows[key]);
}

/** One cell: its text, and while the cursor is on it the field that is typed into. */
export function SheetCell({ data, column, node, context }: SheetCellProps) {
  const columnId = (column?.getColId() ?? 'code') as SheetColumn;
  const mark = useCellMark(context.controller, node.rowIndex ?? -1, columnId);
  const row = useSheetRow(context.controller, data?.key ?? '');
  const textId = useId();
  if (row === undefined) return null;

  const text = cellText(row, columnId);
  const problem = problemOf(row, columnId);
  const editable = isEditableCell(columnId, row.stored);
  const active = mark !== 'plain' && mark !== 'spanned';
  const classes = ['sheet-cell', `sheet-cell-${mark}`];
  if (active) classes.push('sheet-cell-active');
  if (!editable) classes.push('sheet-cell-fixed');
  if (problem !== null) classes.push('sheet-cell-refused');
  if (isEditableColumn(columnId) && row.draft[columnId] !== undefined) classes.push('sheet-cell-draft');

  const field = {
    controller: context.controller,
    row,
    column: columnId,
    mark,
    text,
    describedBy: textId,
  };
  return (
    <div className={classes.join(' ')} title={problem ?? undefined}>
      {columnId === 'readings' ? (
        <ReadingsCell {...field} active={active && editable} />
      ) : (
        <div id={textId} className="sheet-cell-text">
          {text}
          {columnId === 'code' && row.stored.ended !== null && (
            <span className="role-tag" title={`${row.stored.ended}：填的进展只作留存，不改变任务状态`}>
              {row.stored.ended.replace(/^.*日/u, '')}
            </span>
          )}
          {columnId === 'code' && row.stored.role !== 'lead' && <RoleTag role={row.stored.role} />}
        </div>
      )}
      {problem !== null && <span className="visually-hidden">{problem}</span>}
      {active && editable && columnId === 'status' && <StatusField {...field} />}
      {active && editable && columnId !== 'status' && columnId !== 'readings' && <CellField {...field} />}
    </div>
  );
}
