import type { DeskFile } from '#shared/contract/desk.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';

interface RemoveDialogProps {
  files: readonly DeskFile[];
  onConfirm: () => void;
  onCancel: () => void;
}

const namedFiles = 5;

/** Asks before files leave the desk: what was decided about them is lost. */
export function RemoveDialog({ files, onConfirm, onCancel }: RemoveDialogProps) {
  return (
    <ConfirmDialog
      title={`移出 ${files.length} 份文件？`}
      confirmText="移出回表台"
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>不再等待入库，在这里作的选择也不保留；需要时可以重新选择文件。单位报来的文件本身不动。</p>
      <ul className="remove-files">
        {files.slice(0, namedFiles).map(({ id, fileName }) => (
          <li key={id}>{fileName}</li>
        ))}
        {files.length > namedFiles && <li>等共 {files.length} 份</li>}
      </ul>
    </ConfirmDialog>
  );
}
