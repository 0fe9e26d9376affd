import './select.css';
import { Select } from 'antd';
import type { PeriodSummary } from '#shared/contract/progress.ts';

interface PeriodSelectProps {
  periods: readonly PeriodSummary[];
  value: string | null;
  onChange: (period: string) => void;
  /** Beside the choices; with it the choice can be taken back. */
  onClear?: () => void;
  placeholder?: string;
  id?: string;
}

/** 报告期, with how much has been reported for each. */
export function PeriodSelect({
  periods,
  value,
  onChange,
  placeholder = '选择报告期',
  onClear,
  id,
}: PeriodSelectProps) {
  const options = periods.map((period) => ({
    value: period.period,
    label: period.label,
    note: period.reported === 0 ? '尚无进展' : `已报 ${period.reported} 条`,
  }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="period-select"
      aria-label="报告期"
      placeholder={placeholder}
      {...(onClear === undefined ? {} : { allowClear: true, onClear })}
      value={value}
      options={options}
      optionRender={({ data }) => (
        <span className="option-with-note">
          {data.label}
          <span className="option-note">{data.note}</span>
        </span>
      )}
      onChange={(period: string | undefined) => period !== undefined && onChange(period)}
      popupMatchSelectWidth={false}
    />
  );
}
