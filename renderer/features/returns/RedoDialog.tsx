import { Button, Checkbox, Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import type { DeskFile } from '#shared/contract/desk.ts';
import { chooseDirectory } from '../../api/application.ts';
import { asAppError } from '../../api/client.ts';
import { useRedoReturns } from '../../api/returns.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgressBar } from '../../components/JobProgressBar.tsx';
import { DateField } from './DateField.tsx';
import { factsText } from './desk-words.ts';
import { RedoOutcome } from './RedoOutcome.tsx';
import { StateTag } from './StateTag.tsx';

interface RedoDialogProps {
  files: readonly DeskFile[];
  onClose: () => void;
}

/** 退回: what goes back to the units, what the office adds, and the folder for it. */
export function RedoDialog({ files, onClose }: RedoDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const remarkId = useId();
  const [chosen, setChosen] = useState<readonly number[]>(() => files.map(({ id }) => id));
  const [remark, setRemark] = useState('');
  const [answerBy, setAnswerBy] = useState('');
  const [dialogError, setDialogError] = useState<Error | null>(null);
  const redo = useRedoReturns();
  useEffect(() => dialog.current?.showModal(), []);
  const error = redo.error ?? dialogError;

  const write = async () => {
    setDialogError(null);
    try {
      const directory = await chooseDirectory('选择存放退回表和退回说明的文件夹');
      if (directory !== null)
        redo.run({
          fileIds: [...chosen],
          directory,
          remark: remark.trim(),
          answerBy: answerBy === '' ? null : answerBy,
        });
    } catch (reason) {
      setDialogError(asAppError(reason));
    }
  };
  const toggle = (id: number, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <dialog
      ref={dialog}
      className="confirm-dialog redo-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!redo.isPending) onClose();
      }}
    >
      <h2 id={titleId}>退回重报</h2>
      {redo.result === undefined ? (
        <>
          <p className="redo-explanation">
            每份生成一份标出错处的原表和一页退回说明，可直接发回单位；退回的日期和原因记入报送情况。
          </p>
          <ul className="redo-files">
            {files.map((file) => (
              <li key={file.id}>
                <Checkbox
                  checked={chosen.includes(file.id)}
                  disabled={redo.isPending}
                  onChange={({ target }) => toggle(file.id, target.checked)}
                >
                  {file.fileName}
                </Checkbox>
                <span className="redo-file-facts">
                  <StateTag state={file.state} />
                  <span className="muted">{file.reason ?? factsText(file)}</span>
                </span>
              </li>
            ))}
          </ul>
          <div className="redo-answer">
            <span>请于</span>
            <DateField label="重新报送的期限" value={answerBy} onCommit={setAnswerBy} allowsFuture />
            <span>前重新报送（不填则在说明里留空）</span>
          </div>
          <label htmlFor={remarkId}>补充说明（写进退回说明，可不填）</label>
          <Input.TextArea
            id={remarkId}
            rows={3}
            maxLength={2_000}
            value={remark}
            disabled={redo.isPending}
            onChange={({ target }) => setRemark(target.value)}
          />
          {error !== null && <ErrorNotice title="没有退回" error={error} />}
          <JobProgressBar title="正在生成退回表" job={redo} />
        </>
      ) : (
        <RedoOutcome result={redo.result} />
      )}
      <div className="confirm-dialog-actions">
        <Button disabled={redo.isPending} onClick={onClose}>
          {redo.result === undefined ? '取消' : '关闭'}
        </Button>
        {redo.result === undefined && (
          <Button
            type="primary"
            disabled={chosen.length === 0 || redo.isPending}
            onClick={() => void write()}
          >
            选择文件夹并退回 {chosen.length} 份…
          </Button>
        )}
      </div>
    </dialog>
  );
}
