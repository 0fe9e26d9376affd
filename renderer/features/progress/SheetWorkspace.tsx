import type { GridApi } from 'ag-grid-community';
import { Alert } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { SheetGrid } from './grid/SheetGrid.tsx';
import { showCursor } from './grid/use-sheet-events.ts';
import type { RowKey } from './model/sheet-columns.ts';
import type { SheetRow } from './model/sheet-state.ts';
import type { SheetController } from './sheet/sheet-controller.ts';
import { UnsavedRows } from './UnsavedRows.tsx';

/** The sheet, what became of the last paste, and the rows that could not be saved. */
export function SheetWorkspace({ controller }: { controller: SheetController }) {
  const { sheet, notice } = useSyncExternalStore(controller.store.subscribe, controller.store.read);
  const [grid, setGrid] = useState<GridApi<SheetRow> | null>(null);
  const [compared, setCompared] = useState<RowKey | null>(null);
  if (sheet.order.length === 0) {
    return <EmptyState title="没有要填的任务" hint="换成“全部任务”，或另选单位、牵头领导。" />;
  }
  const show = (key: RowKey) => {
    controller.goToRow(key);
    if (grid !== null) showCursor(grid, controller);
  };
  const comparedRow = compared === null ? undefined : sheet.rows[compared];
  return (
    <>
      <SheetGrid controller={controller} onReady={setGrid} />
      {notice !== null && (
        <Alert
          className="sheet-notice"
          type="info"
          role="status"
          title={notice}
          closable={{ onClose: () => controller.dismissNotice(), 'aria-label': '关闭提示' }}
        />
      )}
      <UnsavedRows controller={controller} onShow={show} onCompare={setCompared} />
      {comparedRow?.failure?.kind === 'stale' && (
        <ConflictDialog
          row={comparedRow}
          failure={comparedRow.failure}
          onClose={() => setCompared(null)}
          onChoose={(side) => {
            controller.settleConflict(comparedRow.key, side);
            setCompared(null);
            show(comparedRow.key);
          }}
        />
      )}
      <p className="sheet-hint">
        直接打字即可填写；Enter 向下，Tab 向右，F2 修改原文，Alt+Enter 换行，可从 Excel、WPS
        成片粘贴；离开一行自动保存。
      </p>
    </>
  );
}
