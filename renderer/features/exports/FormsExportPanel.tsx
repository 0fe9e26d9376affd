import { Button, Checkbox, Radio } from 'antd';
import { useMemo, useState } from 'react';
import type { FormRole } from '#shared/contract/exports.ts';
import type { UnitSummary } from '#shared/contract/units.ts';
import { chooseDirectory } from '../../api/application.ts';
import { asAppError } from '../../api/client.ts';
import { useFormsExport } from '../../api/exports.ts';
import { JobProgressBar } from '../../components/JobProgressBar.tsx';
import { ExportFailure } from './ExportFailure.tsx';
import { FormFileList } from './FormFileList.tsx';
import { FormIssuesNotice } from './FormIssuesNotice.tsx';
import { FormUnitsField } from './FormUnitsField.tsx';
import { unitsWithForms } from './form-units.ts';

interface FormsExportPanelProps {
  period: string | null;
  units: readonly UnitSummary[];
}

const roleOptions = [
  { value: 'lead', label: '由本单位填报的任务' },
  { value: 'all', label: '全部角色（连同配合的任务）' },
];

/** One fill-in workbook for each unit, all into one folder. */
export function FormsExportPanel({ period, units }: FormsExportPanelProps) {
  const [chosenIds, setChosenIds] = useState<number[] | null>(null);
  const [role, setRole] = useState<FormRole>('lead');
  const [zip, setZip] = useState(false);
  const [dialogError, setDialogError] = useState<Error | null>(null);
  const job = useFormsExport();
  const possible = useMemo(() => unitsWithForms(units, role), [units, role]);
  // Whoever was chosen for the wider role stays chosen, but has no form in the narrower one.
  const unitIds = chosenIds?.filter((id) => possible.some((unit) => unit.id === id)) ?? null;
  const ready = period !== null && unitIds?.length !== 0 && !job.isPending;

  async function chooseAndExport(wantedPeriod: string): Promise<void> {
    setDialogError(null);
    job.reset();
    try {
      const directory = await chooseDirectory('选择存放填报表的文件夹');
      if (directory === null) return;
      job.run({ period: wantedPeriod, role, directory, zip, ...(unitIds === null ? {} : { unitIds }) });
    } catch (error) {
      setDialogError(asAppError(error));
    }
  }

  return (
    <section className="export-panel sheet" aria-labelledby="forms-heading">
      <h2 id="forms-heading">填报表</h2>
      <p className="muted">每个单位一份，带上期进展；单位填好发回后，在“导入回表”里导入。</p>
      {period !== null && (
        <FormIssuesNotice
          key={period}
          period={period}
          onChooseStale={(staleIds, issuedRole) => {
            setRole(issuedRole);
            setChosenIds(staleIds);
          }}
        />
      )}
      <FormUnitsField units={possible} unitIds={unitIds} onChange={setChosenIds} />
      <fieldset className="export-fieldset">
        <legend>任务</legend>
        <Radio.Group
          value={role}
          options={roleOptions}
          onChange={({ target }) => setRole(target.value as FormRole)}
        />
      </fieldset>
      <Checkbox checked={zip} onChange={({ target }) => setZip(target.checked)}>
        另外打成一个压缩包（.zip），便于群发
      </Checkbox>
      <div>
        <Button
          type="primary"
          disabled={!ready}
          onClick={() => period !== null && void chooseAndExport(period)}
        >
          选择文件夹并导出…
        </Button>
      </div>
      <JobProgressBar title="正在生成填报表" job={job} />
      <ExportFailure error={dialogError ?? job.error} what="填报表" />
      {job.result !== undefined && <FormFileList result={job.result} />}
    </section>
  );
}
