import type { CustomCellRendererProps } from 'ag-grid-react';
import { useSyncExternalStore } from 'react';
import { type RowStatus, rowStatus, type SheetRow } from '../model/sheet-state.ts';
import { rowReason } from '../row-reason.ts';
import { typingColumn } from '../sheet/sheet-store.ts';
import type { SheetContext } from './SheetCell.tsx';

const marks: Record<RowStatus, { sign: string; label: string }> = {
  blank: { sign: '', label: '未填' },
  saved: { sign: '✓', label: '已保存' },
  unsaved: { sign: '●', label: '未保存' },
  saving: { sign: '…', label: '保存中' },
  failed: { sign: '!', label: '失败' },
  stale: { sign: '!', label: '失败，别人已改过' },
};

/** 未保存, 保存中, 已保存 or 失败, in the first column. */
export function RowStateCell({ data, context }: CustomCellRendererProps<SheetRow, unknown, SheetContext>) {
  const { store } = context.controller;
  const key = data?.key ?? '';
  const row = useSyncExternalStore(store.subscribe, () => store.read().sheet.rows[key]);
  const typing = useSyncExternalStore(store.subscribe, () => typingColumn(store.read(), key));
  if (row === undefined) return null;
  const status = rowStatus(row, typing);
  const { sign, label } = marks[status];
  const reason = rowReason(row, typing);
  return (
    <span className={`row-state row-state-${status}`} title={reason === null ? label : `${label}：${reason}`}>
      <span aria-hidden>{sign}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
