import type { CustomCellRendererProps } from 'ag-grid-react';
import { type RowStatus, rowStatus, type SheetRow } from '../model/sheet-state.ts';
import { rowReason } from '../row-reason.ts';

const marks: Record<RowStatus, { sign: string; label: string }> = {
  blank: { sign: '', label: '未填' },
  saved: { sign: '✓', label: '已保存' },
  unsaved: { sign: '●', label: '未保存' },
  saving: { sign: '…', label: '保存中' },
  failed: { sign: '!', label: '失败' },
  stale: { sign: '!', label: '失败，别人已改过' },
};

/** 未保存, 保存中, 已保存 or 失败, in the first column. */
export function RowStateCell({ data }: CustomCellRendererProps<SheetRow>) {
  if (data === undefined) return null;
  const status = rowStatus(data);
  const { sign, label } = marks[status];
  const reason = rowReason(data);
  return (
    <span className={`row-state row-state-${status}`} title={reason === null ? label : `${label}：${reason}`}>
      <span aria-hidden>{sign}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
