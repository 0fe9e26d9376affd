import type { CellKeyDownEvent, FullWidthCellKeyDownEvent } from 'ag-grid-community';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { LightRow } from '#shared/contract/lights.ts';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { useWrappedRows } from '../../components/grid/use-wrapped-rows.ts';
import { lightColumns, lightTexts } from './light-columns.tsx';

interface LightGridProps {
  rows: LightRow[];
  /** The row the keyboard or the pointer is on. */
  onChosen: (row: LightRow) => void;
}

const defaultColumn = { sortable: true, resizable: true, minWidth: 60, suppressHeaderMenuButton: true };

/** The list of lights. Enter, a double click, or a click on the code opens the task. */
export function LightGrid({ rows, onChosen }: LightGridProps) {
  const navigate = useNavigate();
  const wrapped = useWrappedRows(lightTexts);
  const open = useCallback(
    (row: LightRow | undefined) => row !== undefined && void navigate(`/tasks/${row.taskId}`),
    [navigate],
  );
  const openOnEnter = useCallback(
    ({ data, event }: CellKeyDownEvent<LightRow> | FullWidthCellKeyDownEvent<LightRow>) => {
      if (event instanceof KeyboardEvent && event.key === 'Enter') open(data);
    },
    [open],
  );
  return (
    <DataGrid<LightRow>
      label="亮灯清单"
      {...wrapped}
      rowData={rows}
      columnDefs={lightColumns}
      defaultColDef={defaultColumn}
      getRowId={({ data }) => String(data.taskId)}
      maintainColumnOrder
      onCellKeyDown={openOnEnter}
      onCellFocused={({ api, rowIndex }) => {
        const row = rowIndex === null ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data;
        if (row !== undefined) onChosen(row);
      }}
      onCellClicked={({ data }) => data !== undefined && onChosen(data)}
      onRowDoubleClicked={({ data }) => open(data)}
    />
  );
}
