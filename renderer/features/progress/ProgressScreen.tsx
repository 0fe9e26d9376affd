/** 进展录入: one unit's or leader's tasks of a period, typed into as in a spreadsheet. */
import dayjs from 'dayjs';
import { useMemo } from 'react';
import type { TaskFilterOptions } from '#shared/contract/tasks.ts';
import { usePeriods } from '../../api/progress.ts';
import { useTaskFilterOptions } from '../../api/tasks.ts';
import { useUnits } from '../../api/units.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { SheetChoiceBar } from './SheetChoiceBar.tsx';
import { SheetCounts, SheetTools } from './SheetTools.tsx';
import { SheetWorkspace } from './SheetWorkspace.tsx';
import { likelyPeriod, type SheetAddress, sheetChoice } from './sheet-choice.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { useSheet } from './use-sheet.ts';
import { useSheetAddress } from './use-sheet-address.ts';
import './progress.css';

const noLeaders: TaskFilterOptions['leaders'] = [];

export default function ProgressScreen() {
  const { address, change } = useSheetAddress();
  const periods = usePeriods();
  const units = useUnits();
  const leaders = useTaskFilterOptions().data?.leaders ?? noLeaders;
  const period = address.period ?? likelyPeriod(periods.data ?? [], dayjs().format('YYYY-MM'));
  const choice = useMemo(() => sheetChoice(address, period), [address, period]);
  const { controller, error, refetch } = useSheet(choice);
  const guard = useLeaveGuard(controller);

  const listError = periods.error ?? units.error;
  return (
    <>
      <PageHeader title="进展录入" note={controller !== null && <SheetCounts controller={controller} />} />
      <div className="sheet-bar">
        <SheetChoiceBar
          address={address}
          period={period}
          periods={periods.data ?? []}
          units={units.data ?? []}
          leaders={leaders}
          onChange={change}
        />
        {controller !== null && <SheetTools controller={controller} />}
      </div>
      {listError !== null && <ErrorNotice title="报告期和单位没有读出来" error={listError} />}
      {error !== null && <ErrorNotice title="进展没有读出来" error={error} onRetry={() => void refetch()} />}
      {choice === null && <ChooseFirst by={address.by} />}
      {choice !== null && controller === null && error === null && <LoadingState />}
      {controller !== null && <SheetWorkspace controller={controller} />}
      <LeaveDialog {...guard} />
    </>
  );
}

function ChooseFirst({ by }: { by: SheetAddress['by'] }) {
  const what = by === 'unit' ? '单位' : '牵头领导';
  return <EmptyState title={`请选择${what}`} hint="选好以后，这里列出要填的任务，像在 Excel 里一样填写。" />;
}
