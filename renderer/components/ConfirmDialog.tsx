import { Button } from 'antd';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import './confirm-dialog.css';

interface ConfirmDialogProps {
  title: string;
  /** What will be lost or done. */
  children: ReactNode;
  /** Says what happens, not 「确定」: 「不保存，离开」. */
  confirmText: string;
  cancelText?: string;
  onConfirm: () => void;
  /** Also for Esc. */
  onCancel: () => void;
}

/**
 * Asks before something that cannot be taken back; the harmless answer has the focus. It is the browser's own
 * dialog, so that focus stays inside and comes back without any code.
 */
export function ConfirmDialog({
  title,
  children,
  confirmText,
  cancelText = '取消',
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="confirm-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      <div>{children}</div>
      <div className="confirm-dialog-actions">
        <Button autoFocus onClick={onCancel}>
          {cancelText}
        </Button>
        <Button type="primary" onClick={onConfirm}>
          {confirmText}
        </Button>
      </div>
    </dialog>
  );
}
