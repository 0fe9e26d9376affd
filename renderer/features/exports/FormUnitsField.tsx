import { Radio, Select } from 'antd';
import { useMemo } from 'react';
import type { UnitSummary } from '#shared/contract/units.ts';
import { matchesUnitSearch } from '../../components/select/unit-search.ts';

interface FormUnitsFieldProps {
  units: readonly UnitSummary[];
  /** Null: every unit that has tasks to report on. */
  unitIds: number[] | null;
  onChange: (unitIds: number[] | null) => void;
}

/** All units that report, or those named. */
export function FormUnitsField({ units, unitIds, onChange }: FormUnitsFieldProps) {
  const reporting = units.filter((unit) => unit.reportingCount > 0).length;
  const options = useMemo(
    () => units.filter(hasTasks).map((unit) => ({ value: unit.id, label: unit.name, unit })),
    [units],
  );
  const radios = [
    { value: 'all', label: `全部填报单位（${reporting} 个）` },
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

function hasTasks(unit: UnitSummary): boolean {
  return unit.reportingCount > 0 || Object.values(unit.taskCounts).some((count) => count > 0);
}
