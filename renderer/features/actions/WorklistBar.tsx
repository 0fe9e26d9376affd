import { Input, Select } from 'antd';
import type { WorklistLine } from '#shared/contract/actions.ts';
import { type ChaseKind, chaseKindLabels } from '#shared/domain/supervision/chase-reasons.ts';

/** Lines with a reason of that kind; all without. */
export function linesOfKind(lines: readonly WorklistLine[], kind: ChaseKind | null): readonly WorklistLine[] {
  return kind === null
    ? lines
    : lines.filter(({ reasons }) => reasons.some((reason) => reason.kind === kind));
}

interface WorklistBarProps {
  /** `YYYY-MM-DD` */
  date: string;
  lines: readonly WorklistLine[];
  kind: ChaseKind | null;
  onDate: (date: string) => void;
  onKind: (kind: ChaseKind | null) => void;
}

/** The day looked at, and which reason. A reason's number is that of the lines it leaves. */
export function WorklistBar({ date, lines, kind, onDate, onKind }: WorklistBarProps) {
  const kinds = (Object.keys(chaseKindLabels) as ChaseKind[])
    .map((value) => ({ value, count: linesOfKind(lines, value).length }))
    .filter(({ value, count }) => count > 0 || value === kind);
  return (
    <search className="worklist-bar" aria-label="筛选待办">
      <Input
        type="date"
        aria-label="看哪一天的待办"
        className="worklist-day"
        value={date}
        onChange={({ target }) => target.value !== '' && onDate(target.value)}
      />
      <Select<ChaseKind | ''>
        aria-label="缘由"
        value={kind ?? ''}
        options={[
          { value: '', label: `全部缘由 ${lines.length} 项` },
          ...kinds.map(({ value, count }) => ({ value, label: `${chaseKindLabels[value]} ${count} 项` })),
        ]}
        onChange={(value) => onKind(value === '' ? null : value)}
        popupMatchSelectWidth={220}
      />
    </search>
  );
}
