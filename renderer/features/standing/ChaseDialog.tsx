import { useRef, useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { copyText } from '../../components/copy-text.ts';

interface ChaseDialogProps {
  text: string;
  onClose: () => void;
}

/** 催报文字, to be looked at before it is pasted somewhere. */
export function ChaseDialog({ text, onClose }: ChaseDialogProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState('');
  const copy = () => {
    field.current?.select();
    setOutcome(copyText(text) ? '已复制，可以粘贴到聊天窗口或短信里。' : '没有复制成功，请按 Ctrl+C。');
  };
  return (
    <ConfirmDialog title="催报文字" confirmText="复制" cancelText="关闭" onConfirm={copy} onCancel={onClose}>
      <textarea ref={field} className="chase-text" aria-label="催报文字" readOnly rows={14} value={text} />
      <p role="status">{outcome}</p>
    </ConfirmDialog>
  );
}
