import { Alert, Button } from 'antd';
import type { ApplyResult, UndoResult } from '#shared/contract/returns.ts';
import { useUndoReturns } from '../../api/returns.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { UndoOutcome } from './UndoOutcome.tsx';

interface AppliedNoticeProps {
  results: readonly ApplyResult[];
  onUndone: (results: UndoResult[]) => void;
  undone: readonly UndoResult[] | null;
}

/** What was stored, and the way to take it back. */
export function AppliedNotice({ results, onUndone, undone }: AppliedNoticeProps) {
  const undo = useUndoReturns();
  if (undone !== null) return <UndoOutcome results={undone} />;
  const revisions = results.reduce((sum, result) => sum + result.revisions, 0);
  const files = results.flatMap((result) => result.files).filter(({ state }) => state === 'applied').length;
  const undoAll = async () => {
    const answers: UndoResult[] = [];
    // The last batch first, as it may stand on the one before.
    for (const { batchId } of results.toReversed()) answers.push(await undo.mutateAsync(batchId));
    onUndone(answers);
  };
  return (
    <>
      <Alert
        type="info"
        role="status"
        showIcon
        title={`已入库 ${revisions} 行进展，来自 ${files} 份文件（批次 ${results.map(({ batchId }) => batchId).join('、')}）。`}
        action={
          <Button size="small" loading={undo.isPending} onClick={() => void undoAll().catch(() => {})}>
            撤销本次导入
          </Button>
        }
      />
      {undo.error !== null && <ErrorNotice title="没有撤销" error={undo.error} />}
    </>
  );
}
