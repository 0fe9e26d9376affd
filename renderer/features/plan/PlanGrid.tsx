import { type ColDef, type Module, RowSelectionModule } from 'ag-grid-community';
import type { PlanColumnKey, PlanGridRow } from '#shared/domain/plan-sheet.ts';
import { planColumns } from '#shared/domain/plan-sheet.ts';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import {
  PlanCodeCell,
  PlanContentCell,
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

/** 「一季」: four of them stand side by side. */
function headingOf(key: PlanColumnKey): string {
  const heading = planColumns.find((column) => column.key === key)?.heading ?? '';
  return heading.replace('季度%', '季');
}

function fieldColumn(key: PlanColumnKey, width: number): ColDef<PlanGridRow> {
  return {
    colId: key,
    headerName: headingOf(key),
    width,
    valueGetter: ({ data }) => data?.cells[key] ?? '',
    cellRenderer: PlanFieldCell,
    cellClass: 'plan-field-cell',
    // Every key belongs to the field in the cell.
    suppressKeyboardEvent: () => true,
  };
}

const columns: ColDef<PlanGridRow>[] = [
  { colId: 'code', headerName: '编号', field: 'code', width: 78, pinned: 'left', cellRenderer: PlanCodeCell },
  {
    colId: 'content',
    headerName: '重点工作',
    field: 'content',
    flex: 1,
    minWidth: 180,
    cellRenderer: PlanContentCell,
  },
  { colId: 'leader', headerName: '牵头领导', width: 76, valueGetter: ({ data }) => data?.leader ?? '' },
  fieldColumn('responsibleLeader', 78),
  fieldColumn('responsiblePerson', 66),
  fieldColumn('contact', 66),
  fieldColumn('contactPhone', 110),
  fieldColumn('due', 96),
  fieldColumn('shape', 90),
  fieldColumn('q1', 50),
  fieldColumn('q2', 50),
  fieldColumn('q3', 50),
  fieldColumn('q4', 50),
  {
    colId: 'milestones',
    headerName: '节点',
    width: 56,
    valueGetter: ({ data }) => data?.milestoneCount ?? 0,
    cellRenderer: PlanMilestonesCell,
  },
  {
    colId: 'status',
    headerName: '计划',
    width: 108,
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
