/** 今日待办 by unit: choose some of a unit's tasks and draft one paper for all of them. */

import { Button } from 'antd';
import { memo, useMemo, useState } from 'react';
import type { WorklistLine } from '#shared/contract/actions.ts';
import type { ChaseKind } from '#shared/domain/supervision/chase-reasons.ts';
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import { type DraftRequest, useWorklist } from '../../api/actions.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { linesOfKind, WorklistBar } from './WorklistBar.tsx';
import { WorklistUnit } from './WorklistUnit.tsx';

export interface UnitLines {
  unitId: number;
  unit: string;
  lines: WorklistLine[];
}

/** Units in the order of their most urgent task. */
function byUnit(lines: readonly WorklistLine[]): UnitLines[] {
  const units = new Map<number, UnitLines>();
  for (const line of lines) {
    const known = units.get(line.unitId);
    if (known === undefined) units.set(line.unitId, { unitId: line.unitId, unit: line.unit, lines: [line] });
    else known.lines.push(line);
  }
  return [...units.values()];
}

/** So many tables stand on the screen without a wait. */
const unitsAtOnce = 40;

interface WorklistPanelProps {
  /** `YYYY-MM-DD`; null: today. */
  date: string | null;
  onDate: (date: string) => void;
  onDraft: (request: DraftRequest) => void;
}

/** Kept as it is while a dialog opens and closes before it: drawing it anew takes a while. */
export const WorklistPanel = memo(function WorklistPanel({ date, onDate, onDraft }: WorklistPanelProps) {
  const { data, error, refetch } = useWorklist(date);
  const [kind, setKind] = useState<ChaseKind | null>(null);
  const [shown, setShown] = useState(unitsAtOnce);
  const units = useMemo(() => byUnit(linesOfKind(data?.lines ?? [], kind)), [data, kind]);
  if (error !== null)
    return <ErrorNotice title="待办没有读出来" error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  const count = units.reduce((sum, { lines }) => sum + lines.length, 0);
  return (
    <>
      <div className="worklist-head">
        <WorklistBar date={data.date} lines={data.lines} kind={kind} onDate={onDate} onKind={setKind} />
        <p className="worklist-sum">
          {dateLabel(data.date)}：{units.length} 个单位，{count} 项
        </p>
      </div>
      {units.length === 0 && (
        <EmptyState title="这一天没有要催的" hint="落后、逾期、未报或逾期未答复的任务会列在这里。" />
      )}
      {units.slice(0, shown).map((unit) => (
        <WorklistUnit key={unit.unitId} unit={unit} date={date} onDraft={onDraft} />
      ))}
      {units.length > shown && (
        <Button onClick={() => setShown(shown + unitsAtOnce)}>
          再列出后面的单位（还有 {units.length - shown} 个）
        </Button>
      )}
    </>
  );
});
