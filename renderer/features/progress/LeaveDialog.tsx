import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import type { LeaveGuard } from './use-leave-guard.ts';

/** Asked only when rows could not be saved on the way out. */
export function LeaveDialog({ unsaved, stay, leave }: LeaveGuard) {
  if (unsaved === 0) return null;
  return (
    <ConfirmDialog
      title={`还有 ${unsaved} 行没有保存`}
      confirmText="放弃这些内容，离开"
      cancelText="留在本页"
      onConfirm={leave}
      onCancel={stay}
    >
      原因列在表格下方。离开后，这些行里没有保存的文字就没有了。
    </ConfirmDialog>
  );
}
