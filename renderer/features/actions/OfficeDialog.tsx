import { type ReactNode, useEffect, useId, useRef } from 'react';

interface OfficeDialogProps {
  title: string;
  children: ReactNode;
  /** Also for Esc. */
  onClose: () => void;
}

/** The browser's own dialog: focus stays inside and comes back by itself. */
export function OfficeDialog({ title, children, onClose }: OfficeDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="confirm-dialog action-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
