import { type ColDef, type Module, RowSelectionModule } from 'ag-grid-community';
import type { PlanColumnKey, PlanGridRow } from '#shared/domain/plan-sheet.ts';
import { planColumns } from '#shared/domain/plan-sheet.ts';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import {
  PlanCodeCell,
  type PlanContext,
  PlanFieldCell,
  PlanMilestonesCell,
  PlanStatusCell,
} from './PlanCell.tsx';

interface PlanGridProps {
  rows: PlanGridRow[];
  context: PlanContext;
  onChosen: (taskIds: number[]) => void;
}

const modules: Module[] = [RowSelectionModule];
const defaultColumn: ColDef<PlanGridRow> = {
  sortable: true,
  resizable: true,
  minWidth: 48,
  suppressHeaderMenuButton: true,
};

function fieldColumn(key: PlanColumnKey, width: number): ColDef<PlanGridRow> {
  return {
    colId: key,
    headerName: planColumns.find((column) => column.key === key)?.heading ?? '',
    width,
    valueGetter: ({ data }) => data?.cells[key] ?? '',
    cellRenderer: PlanFieldCell,
    cellClass: 'plan-field-cell',
    // Every key belongs to the field in the cell.
    suppressKeyboardEvent: () => true,
  };
}

const columns: ColDef<PlanGridRow>[] = [
  { colId: 'code', headerName: '编号', field: 'code', width: 82, pinned: 'left', cellRenderer: PlanCodeCell },
  { colId: 'content', headerName: '重点工作', field: 'content', flex: 1, minWidth: 170 },
  { colId: 'leader', headerName: '牵头领导', width: 84, valueGetter: ({ data }) => data?.leader ?? '' },
  fieldColumn('responsibleLeader', 84),
  fieldColumn('responsiblePerson', 84),
  fieldColumn('contact', 84),
  fieldColumn('contactPhone', 118),
  fieldColumn('due', 106),
  fieldColumn('shape', 96),
  fieldColumn('q1', 62),
  fieldColumn('q2', 62),
  fieldColumn('q3', 62),
  fieldColumn('q4', 62),
  {
    colId: 'milestones',
    headerName: '节点',
    width: 62,
    valueGetter: ({ data }) => data?.milestoneCount ?? 0,
    cellRenderer: PlanMilestonesCell,
  },
  {
    colId: 'status',
    headerName: '计划',
    width: 120,
    valueGetter: ({ data }) => data?.status ?? '',
    cellRenderer: PlanStatusCell,
  },
];

/** Rows to be typed over and chosen. */
export function PlanGrid({ rows, context, onChosen }: PlanGridProps) {
  return (
    <DataGrid<PlanGridRow>
      label="计划"
      modules={modules}
      rowData={rows}
      columnDefs={columns}
      defaultColDef={defaultColumn}
      context={context}
      getRowId={({ data }) => String(data.taskId)}
      rowSelection={{ mode: 'multiRow', checkboxes: true, headerCheckbox: true, enableClickSelection: false }}
      selectionColumnDef={{ width: 42, pinned: 'left', suppressHeaderMenuButton: true }}
      onSelectionChanged={({ api }) => onChosen(api.getSelectedRows().map(({ taskId }) => taskId))}
      rowHeight={36}
      maintainColumnOrder
    />
  );
}
