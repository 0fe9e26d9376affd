import { Button, Input, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { LightFilter } from '#shared/contract/lights.ts';
import type { TaskFilterOptions } from '#shared/contract/tasks.ts';
import type { UnitSummary } from '#shared/contract/units.ts';
import { type TaskKind, taskKindLabels } from '#shared/domain/task.ts';
import { UnitSelect } from '../../components/select/UnitSelect.tsx';
import type { LightFilterChange } from './light-view.ts';

interface LightFilterBarProps {
  filter: LightFilter;
  leaders: TaskFilterOptions['leaders'];
  units: readonly UnitSummary[];
  onChange: (change: LightFilterChange) => void;
  onClear: () => void;
}

const anyKind = 'any';
const kindOptions = [
  { value: anyKind, label: '全部' },
  ...Object.entries(taskKindLabels).map(([value, label]) => ({ value, label })),
];
/** Tasks nobody heads, as a choice among leaders. */
const noLeader = 0;
/** After the last key, in milliseconds. */
const restBeforeSearching = 250;

/** What narrows list and counts alike. */
export function LightFilterBar({ filter, leaders, units, onChange, onClear }: LightFilterBarProps) {
  return (
    <search className="light-filter" aria-label="筛选亮灯">
      <Segmented
        aria-label="类别"
        value={filter.kind ?? anyKind}
        options={kindOptions}
        onChange={(kind) => onChange({ kind: kind === anyKind ? undefined : (kind as TaskKind) })}
      />
      <Select
        className="light-filter-leader"
        aria-label="牵头领导"
        placeholder="牵头领导"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.leaderId === undefined ? null : (filter.leaderId ?? noLeader)}
        options={[
          ...leaders.map(({ id, name }) => ({ value: id, label: name })),
          { value: noLeader, label: '无牵头领导' },
        ]}
        onChange={(id?: number) => onChange({ leaderId: id === noLeader ? null : id })}
        popupMatchSelectWidth={140}
      />
      <UnitSelect
        units={units}
        allowClear
        value={filter.unitId ?? null}
        onChange={(unitId) => onChange({ unitId: unitId ?? undefined })}
      />
      <SearchField
        value={filter.text ?? ''}
        onSearch={(text) => onChange({ text: text.trim() || undefined })}
      />
      <Button onClick={onClear} disabled={Object.keys(filter).length === 0}>
        清除筛选
      </Button>
    </search>
  );
}

function SearchField({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onSearch(text), restBeforeSearching);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      className="light-filter-text"
      aria-label="查找任务"
      placeholder="编号、内容、单位，可输拼音首字母"
      allowClear
      maxLength={200}
      value={text}
      onChange={({ target }) => setText(target.value)}
    />
  );
}
