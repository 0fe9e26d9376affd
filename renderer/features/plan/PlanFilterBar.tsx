import { Input, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { TaskFilterOptions } from '#shared/contract/tasks.ts';
import type { UnitSummary } from '#shared/contract/units.ts';
import { type TaskKind, taskKindLabels } from '#shared/domain/task.ts';
import { UnitSelect } from '../../components/select/UnitSelect.tsx';
import type { PlanFilter, PlanViewName } from './plan-view.ts';

interface PlanFilterBarProps {
  filter: PlanFilter;
  /** How many rows each view lists. */
  counts: Record<PlanViewName, number>;
  leaders: TaskFilterOptions['leaders'];
  units: readonly UnitSummary[];
  onChange: (part: Partial<PlanFilter>) => void;
}

const anyKind = 'any';
const kindOptions = [
  { value: anyKind, label: '全部' },
  ...Object.entries(taskKindLabels).map(([value, label]) => ({ value, label })),
];

export function PlanFilterBar({ filter, counts, leaders, units, onChange }: PlanFilterBarProps) {
  const views = [
    { value: 'all', label: `全部 ${counts.all}` },
    { value: 'proposed', label: `待确认建议 ${counts.proposed}` },
    { value: 'unspecified', label: `待明确 ${counts.unspecified}` },
  ];
  return (
    <search className="plan-filter" aria-label="筛选计划">
      <Segmented
        aria-label="看法"
        value={filter.view}
        options={views}
        onChange={(view) => onChange({ view: view as PlanViewName })}
      />
      <Segmented
        aria-label="类别"
        value={filter.kind ?? anyKind}
        options={kindOptions}
        onChange={(kind) => onChange({ kind: kind === anyKind ? undefined : (kind as TaskKind) })}
      />
      <Select
        className="plan-filter-leader"
        aria-label="牵头领导"
        placeholder="牵头领导"
        allowClear
        value={filter.leaderId ?? null}
        options={leaders.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(leaderId?: number | null) => onChange({ leaderId: leaderId ?? undefined })}
      />
      <UnitSelect
        units={units}
        allowClear
        value={filter.unitId ?? null}
        onChange={(unitId) => onChange({ unitId: unitId ?? undefined })}
      />
      <SearchField value={filter.text} onSearch={(text) => onChange({ text: text.trim() })} />
    </search>
  );
}

/** Follows the address, which going back and 清除筛选 change. */
function SearchField({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <Input.Search
      className="plan-filter-text"
      aria-label="查找"
      placeholder="编号、内容、单位"
      allowClear
      value={text}
      onChange={({ target }) => setText(target.value)}
      onSearch={onSearch}
    />
  );
}
