import { Button } from 'antd';
import { useEffect, useId, useRef } from 'react';
import { storedText } from './model/cell-values.ts';
import { columnLabels, type EditableColumn, editableColumns } from './model/sheet-columns.ts';
import { cellText, type SaveFailure, type SheetRow } from './model/sheet-state.ts';
import { overtakenText } from './row-reason.ts';
import './conflict-dialog.css';

interface ConflictDialogProps {
  row: SheetRow;
  failure: Extract<SaveFailure, { kind: 'stale' }>;
  onChoose: (choice: 'mine' | 'theirs') => void;
  onClose: () => void;
}

/** Somebody else saved the same row: both versions beside each other, and the choice between them. */
export function ConflictDialog({ row, failure, onChoose, onClose }: ConflictDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="conflict-dialog" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>
        {row.stored.code} {row.stored.unit}的进展有两个版本，请选择
      </h2>
      <p>{overtakenText(failure)}，您填写的还没有保存。</p>
      <VersionTable row={row} failure={failure} />
      <p className="muted">
        没有改动过的栏目以已保存的为准。选“用已保存的”之后，按 Ctrl+Z 仍可找回我填写的。
      </p>
      <div className="conflict-dialog-actions">
        <Button autoFocus onClick={onClose}>
          以后再定
        </Button>
        <Button onClick={() => onChoose('theirs')}>用已保存的</Button>
        <Button type="primary" onClick={() => onChoose('mine')}>
          用我填写的
        </Button>
      </div>
    </dialog>
  );
}

function VersionTable({ row, failure }: Pick<ConflictDialogProps, 'row' | 'failure'>) {
  /** Only cells that were typed into override the other version. */
  const mine = (column: EditableColumn) =>
    row.draft[column] === undefined ? storedText(failure.theirs, column) : cellText(row, column);
  const differing = editableColumns.filter((column) => mine(column) !== storedText(failure.theirs, column));
  return (
    <table>
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
            <td>{mine(column) || '（空）'}</td>
            <td>{storedText(failure.theirs, column) || '（空）'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
