/** 导入回表: what units sent back, looked at row by row before any of it is stored. */
import { useSearchParams } from 'react-router';
import { usePeriods } from '../../api/progress.ts';
import { useDesk } from '../../api/returns.ts';
import { useDeskReading } from '../../api/returns-reading.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { BatchHistory } from './BatchHistory.tsx';
import { DeskViews } from './DeskViews.tsx';
import { DropArea } from './DropArea.tsx';
import { IntakeBar } from './IntakeBar.tsx';
import { ReturnDesk } from './ReturnDesk.tsx';
import { useAutomaticReading } from './use-automatic-reading.ts';
import { useIntake } from './use-intake.ts';
import './returns.css';

export default function ReturnsScreen() {
  const [params] = useSearchParams();
  const view = params.get('view') === 'history' ? 'history' : 'desk';
  const desk = useDesk();
  const periods = usePeriods();
  const reading = useDeskReading();
  const intake = useIntake(reading.collect);
  useAutomaticReading(desk.data, reading);
  const error = intake.error ?? reading.error ?? periods.error;
  return (
    <>
      <PageHeader
        title="导入回表"
        note={<DeskViews view={view} />}
        actions={view === 'desk' && <IntakeBar intake={intake} periods={periods.data ?? []} />}
      />
      {view === 'history' ? (
        <BatchHistory />
      ) : (
        <DropArea onPaths={intake.bring}>
          {error !== null && <ErrorNotice title="没有完成" error={error} />}
          {desk.error !== null && (
            <ErrorNotice title="回表台没有读出来" error={desk.error} onRetry={() => void desk.refetch()} />
          )}
          {desk.data === undefined ? (
            desk.error === null && <LoadingState />
          ) : (
            <ReturnDesk files={desk.data.files} reading={reading} periods={periods.data ?? []} />
          )}
        </DropArea>
      )}
    </>
  );
}
