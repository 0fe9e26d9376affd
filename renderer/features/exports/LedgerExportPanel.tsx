import { Button } from 'antd';
import { useState } from 'react';
import type { LedgerResult, LedgerScope } from '#shared/contract/exports.ts';
import type { TaskFilterOptions } from '#shared/contract/tasks.ts';
import type { UnitSummary } from '#shared/contract/units.ts';
import { chooseSaveFile } from '../../api/application.ts';
import { asAppError } from '../../api/client.ts';
import { suggestLedgerName, useLedgerExport } from '../../api/exports.ts';
import { JobProgressBar } from '../../components/JobProgressBar.tsx';
import { ExportFailure } from './ExportFailure.tsx';
import { FileActions } from './FileActions.tsx';
import { LedgerScopeFields, ledgerScopeOf, type ScopeChoice } from './LedgerScopeFields.tsx';

interface LedgerExportPanelProps {
  period: string | null;
  leaders: TaskFilterOptions['leaders'];
  units: readonly UnitSummary[];
}

/** The table a meeting reads, as a workbook ready to print. */
export function LedgerExportPanel({ period, leaders, units }: LedgerExportPanelProps) {
  const [choice, setChoice] = useState<ScopeChoice>({ type: 'all', leaderId: null, unitId: null });
  const [dialogError, setDialogError] = useState<Error | null>(null);
  const job = useLedgerExport();
  const scope = ledgerScopeOf(choice);

  async function chooseAndExport(wantedPeriod: string, wantedScope: LedgerScope): Promise<void> {
    setDialogError(null);
    job.reset();
    try {
      const file = await chooseSaveFile(await suggestLedgerName(wantedPeriod, wantedScope));
      if (file !== null) job.run({ period: wantedPeriod, scope: wantedScope, file });
    } catch (error) {
      setDialogError(asAppError(error));
    }
  }

  return (
    <section className="export-panel sheet" aria-labelledby="ledger-heading">
      <h2 id="ledger-heading">会议台账</h2>
      <p className="muted">A3 横向，按部分分组，民生实事单列一表，可直接打印。</p>
      <LedgerScopeFields choice={choice} leaders={leaders} units={units} onChange={setChoice} />
      <div>
        <Button
          type="primary"
          disabled={period === null || scope === null || job.isPending}
          onClick={() => period !== null && scope !== null && void chooseAndExport(period, scope)}
        >
          导出台账…
        </Button>
      </div>
      <JobProgressBar title="正在导出台账" job={job} />
      <ExportFailure error={dialogError ?? job.error} what="台账" />
      {job.result !== undefined && <LedgerDone result={job.result} />}
    </section>
  );
}

function LedgerDone({ result }: { result: LedgerResult }) {
  return (
    <div className="export-done" role="status">
      <p>
        台账已导出：{result.rows} 项任务，其中 {result.reported} 项本期已报。
        <br />
        <span className="export-path">{result.file}</span>
      </p>
      <FileActions file={result.file} />
    </div>
  );
}
