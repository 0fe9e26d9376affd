import { useBlocker } from 'react-router';
import { ConfirmDialog } from './ConfirmDialog.tsx';

/** Asks before typed text that is not saved is left behind. */
export function LeaveWarning({ unsaved }: { unsaved: boolean }) {
  const blocker = useBlocker(unsaved);
  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      title="修改还没有保存"
      confirmText="不保存，离开"
      cancelText="留在这里"
      onConfirm={() => blocker.proceed()}
      onCancel={() => blocker.reset()}
    >
      离开这个页面，刚才输入的内容就没有了。
    </ConfirmDialog>
  );
}
