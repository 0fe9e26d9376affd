import { Button, Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { type ScorecardFormat, type ScoreSheet, scorecardFormats } from '#shared/contract/assess.ts';
import { chooseDirectory } from '../../api/application.ts';
import { useScorecards } from '../../api/assess.ts';
import { asAppError } from '../../api/client.ts';
import { useUnits } from '../../api/units.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgressBar } from '../../components/JobProgressBar.tsx';
import { UnitSelect } from '../../components/select/UnitSelect.tsx';

interface ScorecardExportProps {
  sheet: ScoreSheet;
  onWritten: (directory: string, files: number) => void;
  onClose: () => void;
}

const formatLabels: Record<ScorecardFormat, string> = { xlsx: 'Excel（.xlsx）', docx: 'Word（.docx）' };

/** One unit's card or all, in either format or both. */
export function ScorecardExport({ sheet, onWritten, onClose }: ScorecardExportProps) {
  const { data: units } = useUnits();
  const cards = useScorecards();
  const [scope, setScope] = useState<'all' | 'one'>('all');
  const [unitId, setUnitId] = useState<number | null>(null);
  const [formats, setFormats] = useState<ScorecardFormat[]>([...scorecardFormats]);
  const [failure, setFailure] = useState<Error | null>(null);
  const scored = new Set(sheet.scores.filter(({ score }) => score !== null).map(({ unit }) => unit));
  const choices = (units ?? []).filter(({ name }) => scored.has(name));
  const unit = choices.find(({ id }) => id === unitId)?.name;
  const isReady = formats.length > 0 && (scope === 'all' || unit !== undefined);
  const write = async () => {
    setFailure(null);
    const directory = await chooseDirectory('成绩单放在哪个文件夹');
    if (directory === null) return;
    cards.run(
      {
        period: sheet.period,
        formats,
        directory,
        ...(scope === 'one' && unit !== undefined ? { unit } : {}),
      },
      { onSuccess: ({ files }) => onWritten(directory, files.length) },
    );
  };
  const error = failure ?? cards.error;
  return (
    <section className="scorecard-export sheet" aria-label="导出成绩单">
      <Radio.Group
        aria-label="哪些单位"
        value={scope}
        onChange={({ target }) => setScope(target.value === 'one' ? 'one' : 'all')}
        options={[
          { value: 'all', label: `全部 ${scored.size} 个计分单位` },
          { value: 'one', label: '一个单位' },
        ]}
      />
      {scope === 'one' && <UnitSelect units={choices} value={unitId} onChange={setUnitId} />}
      <Checkbox.Group<ScorecardFormat>
        aria-label="格式"
        value={formats}
        onChange={setFormats}
        options={scorecardFormats.map((value) => ({ value, label: formatLabels[value] }))}
      />
      <span className="rules-actions">
        <Button
          type="primary"
          disabled={!isReady || cards.isPending}
          onClick={() => void write().catch((cause) => setFailure(asAppError(cause)))}
        >
          选择文件夹并导出…
        </Button>
        <Button disabled={cards.isPending} onClick={onClose}>
          取消
        </Button>
      </span>
      <JobProgressBar title="正在导出成绩单" job={cards} />
      {error !== null && <ErrorNotice title="没有导出" error={error} />}
    </section>
  );
}
