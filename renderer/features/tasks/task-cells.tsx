import type { ICellRendererParams } from 'ag-grid-community';
import { Link } from 'react-router';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { CorrectionMark } from '../../components/CorrectionMark.tsx';
import { periodName } from '../../components/format.ts';
import { PercentCell } from '../../components/PercentCell.tsx';
import { UnitNames } from '../../components/UnitNames.tsx';
import { latestLines, leadUnits, memberUnits, stateText } from './task-texts.ts';

type Cell = ICellRendererParams<TaskRow>;

/** Out of the Tab order: in the grid one walks with arrow keys and opens with Enter. */
export function TaskCodeCell({ data }: Cell) {
  if (data === undefined) return null;
  return (
    <>
      <Link to={`/tasks/${data.id}`} tabIndex={-1} className="numeric">
        {data.code}
      </Link>
      {data.corrected && (
        <div>
          <CorrectionMark reason="与通知原文不同，点编号看勘误和原文" />
        </div>
      )}
      {stateText(data) !== '' && <div className="task-state-tag">{stateText(data)}</div>}
    </>
  );
}

export function LeadUnitsCell({ data }: Cell) {
  return data === undefined ? null : <UnitNames units={leadUnits(data)} />;
}

export function MemberUnitsCell({ data }: Cell) {
  return data === undefined ? null : <UnitNames units={memberUnits(data)} />;
}

export function LatestCell({ data }: Cell) {
  if (data?.latest == null) return null;
  return (
    <>
      <div className="muted">{periodName(data.latest.period)}</div>
      {latestLines(data).join('\n')}
    </>
  );
}

export function TaskPercentCell({ data }: Cell) {
  return data === undefined ? null : <PercentCell percent={data.latest?.percent ?? null} />;
}
