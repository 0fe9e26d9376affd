import { Alert, Button } from 'antd';

interface UndoNoticeProps {
  /** What was done: 「已添加别名“区人社局”。」 */
  message: string;
  onUndo: () => void;
  onClose: () => void;
  busy?: boolean;
}

/** Stays until the next change, so that whoever works by keyboard reaches it in their own time. */
export function UndoNotice({ message, onUndo, onClose, busy = false }: UndoNoticeProps) {
  return (
    <Alert
      type="info"
      role="status"
      title={message}
      closable={{ onClose, 'aria-label': '关闭提示' }}
      action={
        <Button size="small" onClick={onUndo} loading={busy}>
          撤销
        </Button>
      }
    />
  );
}
