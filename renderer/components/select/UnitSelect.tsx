import './select.css';
import { Select } from 'antd';
import { useMemo } from 'react';
import type { UnitSummary } from '#shared/contract/units.ts';
import { matchesUnitSearch } from './unit-search.ts';

export type SelectableUnit = Pick<UnitSummary, 'id' | 'name' | 'aliases' | 'offices' | 'initials'>;

interface UnitSelectProps {
  units: readonly SelectableUnit[];
  value: number | null;
  /** Null when cleared. */
  onChange: (unitId: number | null) => void;
  placeholder?: string;
  allowClear?: boolean;
  id?: string;
}

/** One unit, found by any part of its name, an alias, or pinyin initials (区发改局: qfgj). */
export function UnitSelect({ units, value, onChange, placeholder, allowClear, id }: UnitSelectProps) {
  const options = useMemo(() => units.map((unit) => ({ value: unit.id, label: unit.name, unit })), [units]);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="unit-select"
      aria-label="单位"
      placeholder={placeholder ?? '单位（可输拼音首字母）'}
      showSearch={{
        filterOption: (search, option) => option !== undefined && matchesUnitSearch(option.unit, search),
      }}
      allowClear={allowClear ?? false}
      value={value}
      options={options}
      onChange={(unitId: number | undefined) => onChange(unitId ?? null)}
      popupMatchSelectWidth={false}
    />
  );
}
