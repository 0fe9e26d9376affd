/** 台账与填报表: the workbooks that go out, for a period. */
import dayjs from 'dayjs';
import { useState } from 'react';
import { usePeriods } from '../../api/progress.ts';
import { useTaskFilterOptions } from '../../api/tasks.ts';
import { useUnits } from '../../api/units.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { likelyPeriod } from '../../components/select/likely-period.ts';
import { PeriodSelect } from '../../components/select/PeriodSelect.tsx';
import { FormsExportPanel } from './FormsExportPanel.tsx';
import { LedgerExportPanel } from './LedgerExportPanel.tsx';

import './exports.css';

export default function ExportsScreen() {
  const periods = usePeriods();
  const units = useUnits();
  const options = useTaskFilterOptions();
  const [chosen, setChosen] = useState<string | null>(null);
  const period = chosen ?? likelyPeriod(periods.data ?? [], dayjs().format('YYYY-MM'));
  const error = periods.error ?? units.error ?? options.error;
  return (
    <>
      <PageHeader title="台账与填报表" />
      <div className="export-period">
        <label htmlFor="export-period">报告期</label>
        <PeriodSelect id="export-period" periods={periods.data ?? []} value={period} onChange={setChosen} />
      </div>
      {error !== null && <ErrorNotice title="可选的内容没有读出来" error={error} />}
      <div className="export-panels">
        <LedgerExportPanel period={period} leaders={options.data?.leaders ?? []} units={units.data ?? []} />
        <FormsExportPanel period={period} units={units.data ?? []} />
      </div>
    </>
  );
}
