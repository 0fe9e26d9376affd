import type { CustomCellRendererProps } from 'ag-grid-react';
import { type KeyboardEvent, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { type PlanColumnKey, type PlanGridRow, planColumns } from '#shared/domain/plan-sheet.ts';
import { planStatusLabels } from '#shared/domain/supervision/plan.ts';
import { taskStateLabels } from '#shared/domain/supervision/task-state.ts';
import { trajectoryShapeLabels } from '#shared/domain/supervision/trajectory.ts';
import type { PlanDrafts } from './plan-drafts.ts';

export interface PlanContext {
  drafts: PlanDrafts;
  onName: (row: PlanGridRow) => void;
}

type Cell = CustomCellRendererProps<PlanGridRow, unknown, PlanContext>;

const shapes = Object.values(trajectoryShapeLabels);
const steps: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** Which field stands where, so that Enter and the arrows find the next one. */
function placeOf(rowIndex: number | null, key: string): string {
  return `${rowIndex ?? -1} ${key}`;
}

/** One line of it; the rest shows under the pointer. */
export function PlanContentCell({ data }: Cell) {
  return data === undefined ? null : <span title={data.content}>{data.content}</span>;
}

/** An ordinary field in each cell: what an input method composes is typed whole, and Tab goes on. */
export function PlanFieldCell({ data, column, node, context, api }: Cell) {
  const { drafts } = context;
  const key = (column?.getColId() ?? 'contact') as PlanColumnKey;
  const text = useSyncExternalStore(drafts.subscribe, () =>
    data === undefined ? '' : drafts.textOf(data, key),
  );
  if (data === undefined) return null;
  const label = `${data.code} ${planColumns.find((known) => known.key === key)?.heading ?? ''}`;
  const className = text === data.cells[key] ? 'plan-field' : 'plan-field plan-field-typed';
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    if (step === undefined || event.nativeEvent.isComposing) return;
    const next = (node.rowIndex ?? 0) + step;
    if (next < 0 || next >= api.getDisplayedRowCount()) return;
    event.preventDefault();
    api.ensureIndexVisible(next);
    document.querySelector<HTMLElement>(`[data-place="${placeOf(next, key)}"]`)?.focus();
  };
  const field = { className, 'aria-label': label, 'data-place': placeOf(node.rowIndex, key), value: text };
  if (key === 'shape') {
    return (
      <select {...field} onChange={(event) => drafts.type(data, key, event.target.value)}>
        {shapes.map((shape) => (
          <option key={shape}>{shape}</option>
        ))}
      </select>
    );
  }
  return (
    <input {...field} onChange={(event) => drafts.type(data, key, event.target.value)} onKeyDown={move} />
  );
}

export function PlanCodeCell({ data }: Cell) {
  if (data === undefined) return null;
  return (
    <Link to={`/tasks/${data.taskId}`} tabIndex={-1} className="numeric">
      {data.code}
    </Link>
  );
}

/** 建议 with its reason, the state where the task is not under way, and what must still be named. */
export function PlanStatusCell({ data, context }: Cell) {
  if (data === undefined) return null;
  const { status, reason, state, unspecified } = data;
  return (
    <span className="plan-status" title={reason}>
      <span className={`plan-status-${status}`}>{planStatusLabels[status]}</span>
      {state !== 'active' && <span className="muted"> {taskStateLabels[state]}</span>}
      {unspecified.length > 0 && (
        <button type="button" className="plan-name-button" onClick={() => context.onName(data)}>
          待明确
        </button>
      )}
    </span>
  );
}

export function PlanMilestonesCell({ data }: Cell) {
  if (data === undefined) return null;
  return (
    <Link to={`/tasks/${data.taskId}`} tabIndex={-1} title={data.cells.milestones}>
      {data.milestoneCount} 个
    </Link>
  );
}
