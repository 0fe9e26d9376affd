import type { CellKeyDownEvent, FullWidthCellKeyDownEvent, GridApi } from 'ag-grid-community';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { useWrappedRows } from '../../components/grid/use-wrapped-rows.ts';
import { taskGridPreference } from './grid-layout.ts';
import { lastOpenedTask, rememberOpenedTask } from './last-opened-task.ts';
import { taskColumns, taskTexts } from './task-columns.ts';
import { useGridLayout } from './use-grid-layout.ts';

interface TaskGridProps {
  rows: TaskRow[];
  onReady: (api: GridApi<TaskRow>) => void;
}

const defaultColumn = { sortable: true, resizable: true, minWidth: 60, suppressHeaderMenuButton: true };

function returnToLastOpened({ api }: { api: GridApi<TaskRow> }): void {
  const node = api.getRowNode(lastOpenedTask() ?? '');
  if (node?.rowIndex == null) return;
  api.ensureNodeVisible(node, 'middle');
  api.setFocusedCell(node.rowIndex, 'code');
}

/** All tasks of the filter. Enter, a double click, or a click on the code opens a task. */
export function TaskGrid({ rows, onReady }: TaskGridProps) {
  const navigate = useNavigate();
  const layout = useGridLayout<TaskRow>(taskGridPreference);
  const { onColumnResized, onDisplayedColumnsChanged, ...wrapped } = useWrappedRows(taskTexts);

  const open = useCallback(
    (task: TaskRow | undefined) => {
      if (task === undefined) return;
      rememberOpenedTask(task.id);
      void navigate(`/tasks/${task.id}`);
    },
    [navigate],
  );
  const openOnEnter = useCallback(
    ({ data, event }: CellKeyDownEvent<TaskRow> | FullWidthCellKeyDownEvent<TaskRow>) => {
      if (event instanceof KeyboardEvent && event.key === 'Enter') open(data);
    },
    [open],
  );

  if (!layout.ready) return null;
  return (
    <DataGrid<TaskRow>
      label="任务总表"
      {...wrapped}
      rowData={rows}
      columnDefs={taskColumns}
      defaultColDef={defaultColumn}
      getRowId={({ data }) => String(data.id)}
      maintainColumnOrder
      onGridReady={({ api }) => {
        layout.restore(api);
        onReady(api);
      }}
      onFirstDataRendered={returnToLastOpened}
      onCellKeyDown={openOnEnter}
      onCellClicked={({ data, column }) => {
        if (column.getColId() === 'code' && data !== undefined) rememberOpenedTask(data.id);
      }}
      onRowDoubleClicked={({ data }) => open(data)}
      onColumnResized={(event) => {
        onColumnResized(event);
        if (event.finished && event.source !== 'flex') layout.save(event);
      }}
      onDisplayedColumnsChanged={(event) => {
        onDisplayedColumnsChanged(event);
        layout.save(event);
      }}
      onColumnMoved={layout.save}
      onSortChanged={layout.save}
    />
  );
}
