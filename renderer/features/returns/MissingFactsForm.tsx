import { Button } from 'antd';
import { useState } from 'react';
import type { PeriodSummary } from '#shared/contract/progress.ts';
import type { ReturnFile } from '#shared/contract/returns.ts';
import type { UnitSummary } from '#shared/contract/units.ts';
import { PeriodSelect } from '../../components/select/PeriodSelect.tsx';
import { UnitSelect } from '../../components/select/UnitSelect.tsx';
import { type FactsRequest, groupByFacts, missingFacts } from './missing-facts.ts';

interface MissingFactsFormProps {
  files: readonly ReturnFile[];
  periods: readonly PeriodSummary[];
  units: readonly UnitSummary[];
  disabled: boolean;
  onRead: (requests: FactsRequest[]) => void;
}

interface Answer {
  unitId: number | null;
  period: string | null;
}

const noAnswer: Answer = { unitId: null, period: null };

/** Asks once for what files do not say: whose they are and for when; then they are read again. */
export function MissingFactsForm({ files, periods, units, disabled, onRead }: MissingFactsFormProps) {
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const asked = files.flatMap((file) => {
    const missing = missingFacts(file);
    return missing === null ? [] : [{ file, missing, answer: answerFor(file, answers) }];
  });
  if (asked.length === 0) return null;
  const complete = asked.filter(
    ({ missing, answer }) =>
      (!missing.unit || answer.unitId !== null) && (!missing.period || answer.period !== null),
  );
  const read = () =>
    onRead(groupByFacts(complete.map(({ file, answer }) => ({ file: file.file, ...answer }))));
  return (
    <section className="missing-facts sheet" aria-labelledby="missing-heading">
      <h2 id="missing-heading">{asked.length} 个文件没有写清单位或报告期，请补充</h2>
      <ul>
        {asked.map(({ file, answer }) => (
          <li key={file.file} className="missing-file-row">
            <span className="missing-file">{file.fileName}</span>
            <UnitSelect
              units={units}
              allowClear
              value={answer.unitId}
              onChange={(unitId) => setAnswers({ ...answers, [file.file]: { ...answer, unitId } })}
            />
            <PeriodSelect
              periods={periods}
              value={answer.period}
              onChange={(period) => setAnswers({ ...answers, [file.file]: { ...answer, period } })}
            />
          </li>
        ))}
      </ul>
      <div className="missing-actions">
        <Button type="primary" disabled={disabled || complete.length === 0} onClick={read}>
          按选定的重新读取
        </Button>
        <span className="muted">文件里写明了报告期的，可以不选。</span>
      </div>
    </section>
  );
}

/** What the file says itself stands already. */
function answerFor(file: ReturnFile, answers: Readonly<Record<string, Answer>>): Answer {
  const given = answers[file.file] ?? noAnswer;
  return { unitId: given.unitId ?? file.unit?.id ?? null, period: given.period ?? file.period };
}
