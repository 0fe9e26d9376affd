import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { ApplyDeskResult } from '#shared/contract/desk.ts';
import type { UndoResult } from '#shared/contract/returns.ts';
import { useUndoReturns } from '../../api/returns.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { UndoOutcome } from './UndoOutcome.tsx';

interface AppliedNoticeProps {
  result: ApplyDeskResult;
  /** Null until it was taken back. */
  undone: UndoResult | null;
  onUndone: (result: UndoResult) => void;
}

/** Papers that the returns answered: somebody has to look at each. */
function AnsweredPapers({ files }: { files: ApplyDeskResult['applied'] }) {
  return (
    <ul className="desk-outcome-list">
      {files.map(({ fileId, unit, answered: papers }) => (
        <li key={fileId}>
          {unit}随回表答复了{papers.join('、')}，请到“<Link to="/actions?tab=list">督办</Link>
          ”核实后办结或退回重答。
        </li>
      ))}
    </ul>
  );
}

/** What was stored, what was not, and the way to take it back. */
export function AppliedNotice({ result, undone, onUndone }: AppliedNoticeProps) {
  const undo = useUndoReturns();
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed is switched off now: the focus goes to what came of it.
  useEffect(() => place.current?.focus(), []);
  const { batchId, applied, failed, revisions } = result;
  const answering = applied.filter(({ answered }) => answered.length > 0);
  const untaken = applied.reduce((sum, file) => sum + file.untaken, 0);
  return (
    <div ref={place} tabIndex={-1} className="desk-outcome">
      {undone !== null && <UndoOutcome results={[undone]} />}
      {undone === null && applied.length > 0 && (
        <Alert
          type="info"
          role="status"
          showIcon
          title={`已入库 ${applied.length} 份，共 ${revisions} 行进展${batchId === null ? '' : `（批次 ${batchId}）`}。${untaken === 0 ? '' : `另有 ${untaken} 行没有采纳，不入库。`}`}
          description={answering.length > 0 && <AnsweredPapers files={answering} />}
          action={
            batchId !== null && (
              <Button
                size="small"
                loading={undo.isPending}
                onClick={() => undo.mutate(batchId, { onSuccess: onUndone })}
              >
                撤销本次导入
              </Button>
            )
          }
        />
      )}
      {failed.length > 0 && (
        <Alert
          type="error"
          role="alert"
          showIcon
          title={`${failed.length} 份没有入库：`}
          description={
            <ul className="desk-outcome-list">
              {failed.map(({ fileId, fileName, message }) => (
                <li key={fileId}>
                  {fileName}：{message}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {applied.length === 0 && failed.length === 0 && (
        <Alert type="info" role="status" title="没有需要入库的内容。" />
      )}
      {undo.error !== null && <ErrorNotice title="没有撤销" error={undo.error} />}
    </div>
  );
}
