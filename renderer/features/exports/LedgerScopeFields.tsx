import { Radio, Select } from 'antd';
import type { LedgerScope } from '#shared/contract/exports.ts';
import type { TaskFilterOptions } from '#shared/contract/tasks.ts';
import type { UnitSummary } from '#shared/contract/units.ts';
import { UnitSelect } from '../../components/select/UnitSelect.tsx';

/** What has been chosen so far; a leader or unit may still be missing. */
export interface ScopeChoice {
  type: LedgerScope['type'];
  leaderId: number | null;
  unitId: number | null;
}

interface LedgerScopeFieldsProps {
  choice: ScopeChoice;
  leaders: TaskFilterOptions['leaders'];
  units: readonly UnitSummary[];
  onChange: (choice: ScopeChoice) => void;
}

const scopeOptions = [
  { value: 'all', label: '全部任务' },
  { value: 'leader', label: '一位牵头领导' },
  { value: 'unit', label: '一个单位' },
];

/** Null while the leader or unit is missing. */
export function ledgerScopeOf({ type, leaderId, unitId }: ScopeChoice): LedgerScope | null {
  if (type === 'all') return { type };
  if (type === 'leader') return leaderId === null ? null : { type, leaderId };
  return unitId === null ? null : { type, unitId };
}

/** Whose tasks the ledger lists. */
export function LedgerScopeFields({ choice, leaders, units, onChange }: LedgerScopeFieldsProps) {
  return (
    <fieldset className="export-fieldset">
      <legend>范围</legend>
      <Radio.Group
        value={choice.type}
        options={scopeOptions}
        onChange={({ target }) => onChange({ ...choice, type: target.value as ScopeChoice['type'] })}
      />
      {choice.type === 'leader' && (
        <Select
          className="export-leader"
          aria-label="牵头领导"
          placeholder="选择牵头领导"
          showSearch={{ optionFilterProp: 'label' }}
          value={choice.leaderId}
          options={leaders.map(({ id, name, taskCount }) => ({ value: id, label: name, taskCount }))}
          onChange={(leaderId: number) => onChange({ ...choice, leaderId })}
        />
      )}
      {choice.type === 'unit' && (
        <UnitSelect
          units={units}
          value={choice.unitId}
          onChange={(unitId) => onChange({ ...choice, unitId })}
        />
      )}
    </fieldset>
  );
}
