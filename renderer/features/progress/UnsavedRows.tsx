import { Button } from 'antd';
import { useSyncExternalStore } from 'react';
import type { RowKey } from './model/sheet-columns.ts';
import { rowStatus, type SheetRow } from './model/sheet-state.ts';
import { rowReason } from './row-reason.ts';
import type { SheetController } from './sheet/sheet-controller.ts';
import { typingColumn } from './sheet/sheet-store.ts';

interface UnsavedRowsProps {
  controller: SheetController;
  onShow: (key: RowKey) => void;
  onCompare: (key: RowKey) => void;
}

/** Rows whose save failed, each with the reason and the way on. Their texts stay in the sheet. */
export function UnsavedRows({ controller, onShow, onCompare }: UnsavedRowsProps) {
  const view = useSyncExternalStore(controller.store.subscribe, controller.store.read);
  const failed = view.sheet.order.flatMap((key) => {
    const row = view.sheet.rows[key];
    const status = row === undefined ? 'blank' : rowStatus(row, typingColumn(view, key));
    return row !== undefined && (status === 'failed' || status === 'stale') ? [row] : [];
  });
  if (failed.length === 0) return null;
  return (
    <section className="unsaved-notice" role="alert" aria-label="没有存全的行">
      <p>{failed.length} 行没有存全，填写的内容都还在表里：</p>
      <ul className="unsaved-rows">
        {failed.map((row) => (
          <li key={row.key}>
            <span className="unsaved-row-code">
              {row.stored.code} {row.stored.unit}
            </span>
            <span className="unsaved-row-reason">{rowReason(row, typingColumn(view, row.key))}</span>
            <Button size="small" onClick={() => onShow(row.key)}>
              转到
            </Button>
            <WayOn row={row} controller={controller} onCompare={onCompare} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function WayOn({ row, controller, onCompare }: { row: SheetRow } & Omit<UnsavedRowsProps, 'onShow'>) {
  if (row.failure?.kind === 'stale') {
    return (
      <Button size="small" type="primary" onClick={() => onCompare(row.key)}>
        对照选择
      </Button>
    );
  }
  if (row.failure === null) return null;
  return (
    <Button size="small" onClick={() => controller.retry(row.key)}>
      重试
    </Button>
  );
}
