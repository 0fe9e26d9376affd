import { Button, DatePicker, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useId } from 'react';
import type { LogFilter, LogOptions } from '#shared/contract/log.ts';
import { logEntityLabel } from '#shared/domain/log-words.ts';

interface LogFilterBarProps {
  filter: LogFilter;
  /** Undefined while it is being read. */
  options: LogOptions | undefined;
  onChange: (filter: LogFilter) => void;
}

function dayOf(date: string | undefined): Dayjs | null {
  return date === undefined ? null : dayjs(date);
}

/** An empty answer does not narrow. */
function given(value: string | null | undefined): string | undefined {
  return value === null || value === undefined || value === '' ? undefined : value;
}

export function LogFilterBar({ filter, options, onChange }: LogFilterBarProps) {
  const rangeId = useId();
  return (
    <search className="log-filter" aria-label="筛选变更记录">
      <DatePicker.RangePicker
        id={{ start: `${rangeId}-since`, end: `${rangeId}-until` }}
        aria-label="日期"
        allowEmpty={[true, true]}
        value={[dayOf(filter.since), dayOf(filter.until)]}
        onChange={(_, [since, until]) => onChange({ ...filter, since: given(since), until: given(until) })}
      />
      <Select
        className="log-actor"
        aria-label="操作人"
        placeholder="全部操作人"
        allowClear
        value={filter.actor ?? null}
        options={(options?.actors ?? []).map((value) => ({ value, label: value }))}
        onChange={(actor?: string) => onChange({ ...filter, actor: given(actor) })}
      />
      <Select
        className="log-entity"
        aria-label="对象"
        placeholder="全部对象"
        allowClear
        value={filter.entity ?? null}
        options={(options?.entities ?? []).map((value) => ({ value, label: logEntityLabel(value) }))}
        onChange={(entity?: string) => onChange({ ...filter, entity: given(entity) })}
      />
      <Input
        className="log-text"
        aria-label="查找"
        placeholder="查找：任务编号、单位、改动的文字"
        allowClear
        defaultValue={filter.text ?? ''}
        onPressEnter={(event) => onChange({ ...filter, text: given(event.currentTarget.value.trim()) })}
        onBlur={(event) => {
          const text = given(event.currentTarget.value.trim());
          if (text !== filter.text) onChange({ ...filter, text });
        }}
        onClear={() => onChange({ ...filter, text: undefined })}
      />
      <Button
        onClick={() => onChange({})}
        disabled={Object.values(filter).every((value) => value === undefined)}
      >
        清除筛选
      </Button>
    </search>
  );
}
