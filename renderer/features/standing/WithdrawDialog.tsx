import type { ReturnOverviewRow } from '#shared/contract/desk.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { timeText } from '../../components/format.ts';

interface WithdrawDialogProps {
  row: ReturnOverviewRow;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before a 退回 is taken back: the unit may have been told already. */
export function WithdrawDialog({ row, onConfirm, onCancel }: WithdrawDialogProps) {
  return (
    <ConfirmDialog
      title={`撤回对${row.unit.name}的退回？`}
      confirmText="撤回退回"
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>
        {row.redo === null ? '' : `${timeText(row.redo.returnedAt)}退回：${row.redo.reason}`}
        <br />
        撤回后，这个单位按它已入库的回表计算；已经发出的退回说明请另行告知。
      </p>
    </ConfirmDialog>
  );
}
