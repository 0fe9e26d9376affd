import type { GridApi } from 'ag-grid-community';
import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { DataGrid } from '../../../components/grid/DataGrid.tsx';
import { useWrappedRows } from '../../../components/grid/use-wrapped-rows.ts';
import type { SheetRow } from '../model/sheet-state.ts';
import type { SheetController } from '../sheet/sheet-controller.ts';
import type { SheetContext } from './SheetCell.tsx';
import { pinningFor, sheetColumnDefinitions, wrappedSheetTexts } from './sheet-column-definitions.ts';
import { useSheetEvents } from './use-sheet-events.ts';

interface SheetGridProps {
  controller: SheetController;
  onReady: (api: GridApi<SheetRow>) => void;
}

const defaultColumn = {
  resizable: true,
  sortable: false,
  suppressMovable: true,
  suppressHeaderMenuButton: true,
};

/** The sheet one types into. */
export function SheetGrid({ controller, onReady }: SheetGridProps) {
  const { sheet, columns } = useSyncExternalStore(controller.store.subscribe, controller.store.read);
  const [api, setApi] = useState<GridApi<SheetRow> | null>(null);
  const [width, setWidth] = useState(window.innerWidth);
  const element = useRef<HTMLDivElement>(null);
  const wrapped = useWrappedRows(wrappedSheetTexts);
  useSheetEvents(element, api, controller);

  const pinning = pinningFor(width);
  const definitions = useMemo(() => sheetColumnDefinitions(columns, pinning), [columns, pinning]);
  const context = useMemo<SheetContext>(() => ({ controller }), [controller]);
  const rows = useMemo(() => sheet.order.flatMap((key) => sheet.rows[key] ?? []), [sheet.order, sheet.rows]);
  return (
    <div className="progress-sheet" ref={element}>
      <DataGrid<SheetRow>
        label="进展录入表"
        {...wrapped}
        rowData={rows}
        columnDefs={definitions}
        defaultColDef={defaultColumn}
        context={context}
        getRowId={({ data }) => data.key}
        enableCellTextSelection={false}
        suppressColumnVirtualisation
        suppressRowHoverHighlight
        rowBuffer={6}
        onGridReady={(event) => {
          setApi(event.api);
          onReady(event.api);
        }}
        onGridSizeChanged={({ clientWidth }) => setWidth(clientWidth)}
      />
    </div>
  );
}
