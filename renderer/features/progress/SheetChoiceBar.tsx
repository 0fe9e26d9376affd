import { Segmented, Select } from 'antd';
import type { PeriodSummary } from '#shared/contract/progress.ts';
import type { TaskFilterOptions } from '#shared/contract/tasks.ts';
import type { UnitSummary } from '#shared/contract/units.ts';
import { PeriodSelect } from '../../components/select/PeriodSelect.tsx';
import { UnitSelect } from '../../components/select/UnitSelect.tsx';
import type { SheetAddress } from './sheet-choice.ts';

interface SheetChoiceBarProps {
  address: SheetAddress;
  period: string | null;
  periods: readonly PeriodSummary[];
  units: readonly UnitSummary[];
  leaders: TaskFilterOptions['leaders'];
  onChange: (part: Partial<SheetAddress>) => void;
}

const byOptions = [
  { value: 'unit', label: '按单位' },
  { value: 'leader', label: '按牵头领导' },
];
const scopeOptions = [
  { value: 'lead', label: '牵头任务' },
  { value: 'all', label: '全部任务' },
];

/** 报告期, whose rows, and which of them. */
export function SheetChoiceBar({ address, period, periods, units, leaders, onChange }: SheetChoiceBarProps) {
  return (
    <search className="sheet-choice" aria-label="选择进展表">
      <PeriodSelect periods={periods} value={period} onChange={(next) => onChange({ period: next })} />
      <Segmented
        aria-label="按单位或按牵头领导"
        value={address.by}
        options={byOptions}
        onChange={(by) => onChange({ by: by as SheetAddress['by'], unitId: null, leaderId: null })}
      />
      {address.by === 'unit' ? (
        <UnitSelect
          units={reportingFirst(units)}
          value={address.unitId}
          placeholder="选择单位：名称或拼音首字母"
          onChange={(unitId) => onChange({ unitId })}
        />
      ) : (
        <Select
          className="sheet-choice-leader"
          aria-label="牵头领导"
          placeholder="选择牵头领导"
          showSearch={{ optionFilterProp: 'label' }}
          value={address.leaderId}
          options={leaders.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(leaderId: number) => onChange({ leaderId })}
        />
      )}
      <Segmented
        aria-label="任务范围"
        value={address.scope}
        options={scopeOptions}
        onChange={(scope) => onChange({ scope: scope as SheetAddress['scope'] })}
      />
    </search>
  );
}

/** Units with rows to fill in come first; a unit without any task is not offered. */
function reportingFirst(units: readonly UnitSummary[]): UnitSummary[] {
  const hasTasks = (unit: UnitSummary) => Object.values(unit.taskCounts).some((count) => count > 0);
  const reporting = units.filter((unit) => unit.reportingCount > 0);
  return [...reporting, ...units.filter((unit) => unit.reportingCount === 0 && hasTasks(unit))];
}
