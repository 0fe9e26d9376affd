import { Button, Modal } from 'antd';
import { columnLabels, type EditableColumn, editableColumns } from './model/sheet-columns.ts';
import { storedText } from './model/cell-values.ts';
import { cellText, type SheetRow } from './model/sheet-state.ts';

interface ConflictDialogProps {
  /** Null when nothing is to be compared. */
  row: SheetRow | null;
  onChoose: (choice: 'mine' | 'theirs') => void;
  onClose: () => void;
}

/** Somebody else saved the same row: both versions beside each other, and the choice between them. */
export function ConflictDialog({ row, onChoose, onClose }: ConflictDialogProps) {
  if (row === null || row.failure?.kind !== 'stale') return null;
  const { theirs, message } = row.failure;
  const differing = editableColumns.filter((column) => mineOf(row, column) !== storedText(theirs, column));
  return (
    <Modal
      open
      width={760}
      title={`${row.stored.code} 有两个版本，请选择`}
      onCancel={onClose}
      footer={[
        <Button key="theirs" onClick={() => onChoose('theirs')}>
          用已保存的
        </Button>,
        <Button key="mine" type="primary" onClick={() => onChoose('mine')}>
          用我填写的
        </Button>,
      ]}
    >
      <p>{message}</p>
      <table className="conflict-table">
        <thead>
          <tr>
            <th scope="col">栏目</th>
            <th scope="col">我填写的</th>
            <th scope="col">已保存的</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((column) => (
            <tr key={column}>
              <th scope="row">{columnLabels[column]}</th>
              <td>{mineOf(row, column) || '（空）'}</td>
              <td>{storedText(theirs, column) || '（空）'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">没有改动过的栏目以已保存的为准。选“用已保存的”之后，按 Ctrl+Z 仍可找回我填写的。</p>
    </Modal>
  );
}

/** What would stand there after 用我填写的: only cells that were typed into override the other version. */
function mineOf(row: SheetRow, column: EditableColumn): string {
  if (row.failure?.kind === 'stale' && row.draft[column] === undefined) return storedText(row.failure.theirs, column);
  return cellText(row, column);
}
