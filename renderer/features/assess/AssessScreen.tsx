/** 考核: scores with the records behind them, the rules, 表扬 and marks, and what was published. */
import { Tabs } from 'antd';
import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import { usePeriods } from '../../api/progress.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { likelyPeriod } from '../../components/select/likely-period.ts';
import { PeriodSelect } from '../../components/select/PeriodSelect.tsx';
import { MarksPanel } from './MarksPanel.tsx';
import { PublicationsPanel } from './PublicationsPanel.tsx';
import { RankingPanel } from './RankingPanel.tsx';
import { RulesPanel } from './RulesPanel.tsx';
import './assess.css';

export default function AssessScreen() {
  const periods = usePeriods();
  const [search, setSearch] = useSearchParams();
  const period = search.get('period') ?? likelyPeriod(periods.data ?? [], dayjs().format('YYYY-MM'));
  const tab = search.get('tab') ?? 'ranking';
  const set = (name: string, value: string) =>
    setSearch(
      (now) => {
        now.set(name, value);
        return now;
      },
      { replace: true },
    );
  return (
    <>
      <PageHeader title="考核" note="从一月起累计到所选报告期；每一分都能点开看依据" />
      <div className="assess-period">
        <label htmlFor="assess-period">报告期</label>
        <PeriodSelect
          id="assess-period"
          periods={periods.data ?? []}
          value={period}
          onChange={(value) => set('period', value)}
        />
      </div>
      {periods.error !== null && <ErrorNotice title="报告期没有读出来" error={periods.error} />}
      {period !== null && (
        <Tabs
          className="assess-tabs"
          activeKey={tab}
          onChange={(key) => set('tab', key)}
          items={[
            { key: 'ranking', label: '排名', children: <RankingPanel period={period} /> },
            { key: 'marks', label: '表扬与评分', children: <MarksPanel period={period} /> },
            {
              key: 'rules',
              label: '考核规则',
              children: <RulesPanel key={period.slice(0, 4)} period={period} />,
            },
            { key: 'publications', label: '发布', children: <PublicationsPanel period={period} /> },
          ]}
        />
      )}
    </>
  );
}
