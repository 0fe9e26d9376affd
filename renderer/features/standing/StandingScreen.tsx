/** 报送情况: per period who has returned the form, late, sent back, not yet. */
import dayjs from 'dayjs';
import { useReturnOverview } from '../../api/overview.ts';
import { usePeriods } from '../../api/progress.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { likelyPeriod } from '../../components/select/likely-period.ts';
import { PeriodSelect } from '../../components/select/PeriodSelect.tsx';
import { StandingList } from './StandingList.tsx';
import { useStandingAddress } from './use-standing-address.ts';
import './standing.css';

export default function StandingScreen() {
  const periods = usePeriods();
  const address = useStandingAddress();
  const period = address.period ?? likelyPeriod(periods.data ?? [], dayjs().format('YYYY-MM'));
  const { data: overview, error, refetch } = useReturnOverview(period);
  const failure = periods.error ?? error;
  return (
    <>
      <PageHeader title="报送情况" note="截止当天收到的算按时，次日起算迟报；手工录入的算已报" />
      <div className="standing-period">
        <label htmlFor="standing-period">报告期</label>
        <PeriodSelect
          id="standing-period"
          periods={periods.data ?? []}
          value={period}
          onChange={address.setPeriod}
        />
      </div>
      {failure !== null && (
        <ErrorNotice title="报送情况没有读出来" error={failure} onRetry={() => void refetch()} />
      )}
      {overview === undefined && failure === null && <LoadingState />}
      {overview !== undefined && error === null && (
        <StandingList key={overview.period} overview={overview} address={address} />
      )}
    </>
  );
}
