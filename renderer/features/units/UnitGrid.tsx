import { useNavigate } from 'react-router';
import type { UnitSummary } from '#shared/contract/units.ts';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { useWrappedRows } from '../../components/grid/use-wrapped-rows.ts';
import { unitColumns, unitTexts } from './unit-columns.tsx';

const defaultColumn = { sortable: true, resizable: true, minWidth: 60 };

/** Enter, a double click, or a click on the name opens a unit. */
export function UnitGrid({ units }: { units: UnitSummary[] }) {
  const navigate = useNavigate();
  const wrapped = useWrappedRows(unitTexts);
  const open = (unit: UnitSummary | undefined) => {
    if (unit !== undefined) void navigate(`/units/${unit.id}`);
  };
  return (
    <DataGrid<UnitSummary>
      label="单位名录"
      {...wrapped}
      rowData={units}
      columnDefs={unitColumns}
      defaultColDef={defaultColumn}
      getRowId={({ data }) => String(data.id)}
      onCellKeyDown={({ data, event }) => {
        if (event instanceof KeyboardEvent && event.key === 'Enter') open(data);
      }}
      onRowDoubleClicked={({ data }) => open(data)}
    />
  );
}
