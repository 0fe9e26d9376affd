import { Radio, Select } from 'antd';
import { useMemo } from 'react';
import type { UnitSummary } from '#shared/contract/units.ts';
import { matchesUnitSearch } from '../../components/select/unit-search.ts';

interface FormUnitsFieldProps {
  /** Those a form can be made for. */
  units: readonly UnitSummary[];
  /** Null: every one of them. */
  unitIds: number[] | null;
  onChange: (unitIds: number[] | null) => void;
}

/** All units, or those named. */
export function FormUnitsField({ units, unitIds, onChange }: FormUnitsFieldProps) {
  const options = useMemo(() => units.map((unit) => ({ value: unit.id, label: unit.name, unit })), [units]);
  const radios = [
    { value: 'all', label: `全部单位（${units.length} 个）` },
    { value: 'chosen', label: '只要选定的单位' },
  ];
  return (
    <fieldset className="export-fieldset">
      <legend>单位</legend>
      <Radio.Group
        value={unitIds === null ? 'all' : 'chosen'}
        options={radios}
        onChange={({ target }) => onChange(target.value === 'all' ? null : [])}
      />
      {unitIds !== null && (
        <Select
          mode="multiple"
          className="export-units"
          aria-label="选定的单位"
          placeholder="名称或拼音首字母，可选多个"
          showSearch={{
            filterOption: (search, option) => option !== undefined && matchesUnitSearch(option.unit, search),
          }}
          value={unitIds}
          options={options}
          onChange={onChange}
        />
      )}
    </fieldset>
  );
}
