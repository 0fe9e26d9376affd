/** 导入回表: what units sent back, looked at row by row before any of it is stored. */
import { Alert } from 'antd';
import { useState } from 'react';
import type { UndoResult } from '#shared/contract/returns.ts';
import { asAppError } from '../../api/client.ts';
import { usePeriods } from '../../api/progress.ts';
import { useUnits } from '../../api/units.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgressBar } from '../../components/JobProgressBar.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { AppliedNotice } from './AppliedNotice.tsx';
import { BatchHistory } from './BatchHistory.tsx';
import { DropZone } from './DropZone.tsx';
import { MissingFactsForm } from './MissingFactsForm.tsx';
import { ReturnFileList } from './ReturnFileList.tsx';
import { ReturnRows } from './ReturnRows.tsx';
import { ReviewSummary } from './ReviewSummary.tsx';
import { filesOf } from './review.ts';
import { useReview } from './use-review.ts';
import './returns.css';

export default function ReturnsScreen() {
  const periods = usePeriods();
  const units = useUnits();
  const [dialogError, setDialogError] = useState<Error | null>(null);
  const [undone, setUndone] = useState<UndoResult[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const work = useReview();
  const { review, results, previewing, applying } = work;
  const files = filesOf(review);
  const shown = files.find(({ file }) => file === chosen) ?? files[0];
  const busy = previewing.isPending || applying.isPending;
  const error = work.error ?? dialogError ?? periods.error ?? units.error;

  const begin = (paths: string[]) => {
    setDialogError(null);
    setUndone(null);
    void work.readFiles(paths);
  };
  return (
    <>
      <PageHeader title="导入回表" />
      <DropZone
        compact={files.length > 0}
        disabled={busy}
        onFiles={begin}
        onError={(reason) => setDialogError(asAppError(reason))}
      >
        {previewing.isPending && (
          <JobProgressBar title="正在读取回表" {...jobProps(previewing)} onCancel={previewing.cancel} />
        )}
        {applying.isPending && (
          <JobProgressBar title="正在入库" {...jobProps(applying)} onCancel={applying.cancel} />
        )}
        {error !== null && <FailureNotice error={error} />}
        {results !== null && <AppliedNotice results={results} undone={undone} onUndone={setUndone} />}
        <MissingFactsForm
          files={files}
          periods={periods.data ?? []}
          units={units.data ?? []}
          disabled={busy}
          onRead={(requests) => void work.readStated(requests)}
        />
        {files.length > 0 && (
          <>
            <ReviewSummary
              review={review}
              disabled={busy}
              onStore={() => {
                setUndone(null);
                void work.store();
              }}
              onReadAgain={() => void work.readAgain()}
              onClear={() => {
                setUndone(null);
                work.startOver();
              }}
            />
            <div className="return-panes">
              <ReturnFileList review={review} files={files} shown={shown?.file ?? null} onShow={setChosen} />
              {shown !== undefined && (
                <ReturnRows file={shown} review={review} disabled={busy} onDecide={work.setReview} />
              )}
            </div>
          </>
        )}
        <BatchHistory />
      </DropZone>
    </>
  );
}

type Job = ReturnType<typeof useReview>['previewing'] | ReturnType<typeof useReview>['applying'];

function jobProps({ progress, cancelling }: Job) {
  return { progress, cancelling };
}

/** Cancelling is what the person asked for and is not shown as something that went wrong. */
function FailureNotice({ error }: { error: Error }) {
  if (asAppError(error).code === 'cancelled') {
    return <Alert type="info" role="status" title={error.message} />;
  }
  return <ErrorNotice error={error} title="没有完成" />;
}
