import { Button, Segmented, Select } from 'antd';
import { useCallback } from 'react';
import type { TaskFilter, TaskFilterOptions } from '#shared/contract/tasks.ts';
import type { UnitSummary } from '#shared/contract/units.ts';
import { taskStateLabels, taskStates } from '#shared/domain/supervision/task-state.ts';
import { roleLabels, roles, type TaskKind, taskKindLabels } from '#shared/domain/task.ts';
import { UnitSelect } from '../../components/select/UnitSelect.tsx';
import { SearchBox } from './SearchBox.tsx';
import type { TaskFilterChange } from './use-task-filter.ts';

interface TaskFilterBarProps {
  filter: TaskFilter;
  options: TaskFilterOptions;
  units: readonly UnitSummary[];
  onChange: (change: TaskFilterChange) => void;
  onClear: () => void;
}

const anyKind = 'any';
const kindOptions = [
  { value: anyKind, label: '全部' },
  ...Object.entries(taskKindLabels).map(([value, label]) => ({ value, label })),
];
const roleOptions = roles.map((role) => ({ value: role, label: roleLabels[role] }));

const stateOptions = taskStates.map((state) => ({ value: state, label: taskStateLabels[state] }));

/** What narrows the 任务总表. Every choice applies at once. */
export function TaskFilterBar({ filter, options, units, onChange, onClear }: TaskFilterBarProps) {
  const search = useCallback((text: string) => onChange({ text: text.trim() || undefined }), [onChange]);
  return (
    <search className="task-filter" aria-label="筛选任务">
      <Select
        className="task-filter-document"
        aria-label="文件"
        placeholder="全部文件"
        allowClear
        value={filter.documentId ?? null}
        options={options.documents.map(({ id, number, title }) => ({ value: id, label: number, title }))}
        onChange={(documentId?: number) => onChange({ documentId })}
        popupMatchSelectWidth={false}
      />
      <Segmented
        aria-label="类别"
        value={filter.kind ?? anyKind}
        options={kindOptions}
        onChange={(kind) => onChange({ kind: kind === anyKind ? undefined : (kind as TaskKind) })}
      />
      <Select
        className="task-filter-leader"
        aria-label="牵头领导"
        placeholder="牵头领导"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.leaderId ?? null}
        options={options.leaders.map(({ id, name, taskCount }) => ({ value: id, label: name, taskCount }))}
        optionRender={({ data }) => (
          <span className="option-with-note">
            {data.label}
            <span className="option-note">{data.taskCount} 项</span>
          </span>
        )}
        onChange={(leaderId?: number) => onChange({ leaderId })}
        popupMatchSelectWidth={140}
      />
      <UnitSelect
        units={units}
        allowClear
        value={filter.unitId ?? null}
        onChange={(unitId) => onChange(unitId === null ? { unitId: undefined, role: undefined } : { unitId })}
      />
      <Select
        className="task-filter-role"
        aria-label="单位在任务中的角色"
        placeholder="任何角色"
        allowClear
        disabled={filter.unitId === undefined}
        value={filter.role ?? null}
        options={roleOptions}
        onChange={(role?: TaskFilter['role']) => onChange({ role })}
      />
      <Select
        className="task-filter-state"
        aria-label="状态"
        placeholder="全部状态"
        allowClear
        value={filter.state ?? null}
        options={stateOptions}
        onChange={(state?: TaskFilter['state']) => onChange({ state })}
        popupMatchSelectWidth={false}
      />
      <SearchBox value={filter.text ?? ''} onSearch={search} />
      <Button onClick={onClear} disabled={Object.keys(filter).length === 0}>
        清除筛选
      </Button>
    </search>
  );
}
