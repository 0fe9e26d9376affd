import { Button } from 'antd';
import { useState } from 'react';
import type { DeskFile } from '#shared/contract/desk.ts';
import type { PeriodSummary } from '#shared/contract/progress.ts';
import type { UnitSummary } from '#shared/contract/units.ts';
import { PeriodSelect } from '../../components/select/PeriodSelect.tsx';
import { UnitSelect } from '../../components/select/UnitSelect.tsx';
import { answersAll, type Facts, factsOf, toldFacts } from './told-facts.ts';

interface FactsFormProps {
  file: DeskFile;
  /** Marked files that lack the same, this one not counted: they are told it too. */
  others: number;
  periods: readonly PeriodSummary[];
  units: readonly UnitSummary[];
  onTell: (told: Partial<Facts>) => void;
}

const words = { unit: '填报单位', period: '报告期' };

/** Asks once for what a file does not say: whose it is and for when. Also corrects what was recognised wrongly. */
export function FactsForm({ file, others, periods, units, onTell }: FactsFormProps) {
  const [facts, setFacts] = useState<Facts>(() => factsOf(file));
  const told = toldFacts(file, facts);
  const isComplete = answersAll(file, facts) && Object.keys(told).length > 0;
  return (
    <section className="facts-form" aria-label="单位和报告期">
      <p>{question(file)}</p>
      <div className="facts-fields">
        <UnitSelect
          units={units}
          value={facts.unitId}
          onChange={(unitId) => setFacts({ ...facts, unitId })}
        />
        <PeriodSelect
          periods={periods}
          value={facts.period}
          onChange={(period) => setFacts({ ...facts, period })}
        />
        <Button type="primary" disabled={!isComplete} onClick={() => onTell(told)}>
          {others > 0 ? `用于所选的 ${others + 1} 份` : '按选定的读取'}
        </Button>
      </div>
    </section>
  );
}

function question({ missing, state }: DeskFile): string {
  if (missing.length > 0)
    return `表里没有写清${missing.map((fact) => words[fact]).join('和')}，选定以后就能读取。`;
  if (state === 'wrong_period') return '请选定按哪一期收；确认后照此入库。';
  return '认得不对时，在这里改正。';
}
