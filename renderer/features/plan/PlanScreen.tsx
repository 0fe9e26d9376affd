/** 计划: the plans of all tasks in one grid, to be typed over, confirmed, and taken out to a workbook and back. */
import { Button } from 'antd';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import type { PlanSheetPreview } from '#shared/contract/plan-sheet.ts';
import type { PlanGridRow } from '#shared/domain/plan-sheet.ts';
import { useApplyPlanSheet, useConfirmPlans, useEditPlanGrid, usePlanGrid } from '../../api/plan.ts';
import { useTaskFilterOptions } from '../../api/tasks.ts';
import { useUnits } from '../../api/units.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LeaveWarning } from '../../components/LeaveWarning.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { PlanSheetReview } from '../../components/plan-sheet/PlanSheetReview.tsx';
import { NameUnitsDialog } from './NameUnitsDialog.tsx';
import { PlanFilterBar } from './PlanFilterBar.tsx';
import { PlanGrid } from './PlanGrid.tsx';
import { PlanSheetTools } from './PlanSheetTools.tsx';
import { createPlanDrafts, type PlanDrafts } from './plan-drafts.ts';
import { isInView, matchingRows, type PlanFilter, usePlanFilter } from './plan-view.ts';
import './plan.css';

const noRows: PlanGridRow[] = [];
const everything: PlanFilter = {
  view: 'all',
  text: '',
  kind: undefined,
  leaderId: undefined,
  unitId: undefined,
};

export default function PlanScreen() {
  const { data, error, refetch } = usePlanGrid();
  const { filter, change } = usePlanFilter();
  const leaders = useTaskFilterOptions().data?.leaders ?? [];
  const units = useUnits().data ?? [];
  const [drafts] = useState(createPlanDrafts);
  const [chosen, setChosen] = useState<number[]>([]);
  const [naming, setNaming] = useState<PlanGridRow | null>(null);
  const [preview, setPreview] = useState<PlanSheetPreview | null>(null);
  const matching = useMemo(() => matchingRows(data?.rows ?? noRows, filter), [data, filter]);
  const rows = useMemo(() => matching.filter((row) => isInView(row, filter.view)), [matching, filter.view]);
  const context = useMemo(() => ({ drafts, onName: setNaming }), [drafts]);
  const counts = {
    all: matching.length,
    proposed: matching.filter((row) => isInView(row, 'proposed')).length,
    unspecified: matching.filter((row) => isInView(row, 'unspecified')).length,
  };
  const shown = rows.map(({ taskId }) => taskId);
  return (
    <>
      <PageHeader
        title="计划"
        note="直接在格子里改；改了季度比例，序时就按季度。"
        actions={
          <>
            <Link to="/plan/leaders">领导分工</Link>
            <PlanSheetTools taskIds={chosen.length > 0 ? chosen : shown} onPreview={setPreview} />
          </>
        }
      />
      {error !== null && <ErrorNotice title="计划没有读出来" error={error} onRetry={() => void refetch()} />}
      {preview !== null && (
        <SheetReview key={preview.fileName} preview={preview} onClose={() => setPreview(null)} />
      )}
      <PlanFilterBar filter={filter} counts={counts} leaders={leaders} units={units} onChange={change} />
      <PlanActions drafts={drafts} chosen={chosen} rows={rows} />
      {data === undefined && error === null && <LoadingState />}
      {data !== undefined && (
        <div className="plan-grid">
          <PlanGrid rows={rows} context={context} onChosen={setChosen} />
          {rows.length === 0 && (
            <div className="plan-empty">
              <EmptyState
                title="没有符合条件的任务"
                hint="换一个词试试，或放宽筛选条件。"
                action={<Button onClick={() => change(everything)}>清除筛选</Button>}
              />
            </div>
          )}
        </div>
      )}
      {naming !== null && (
        <NameUnitsDialog taskId={naming.taskId} code={naming.code} onClose={() => setNaming(null)} />
      )}
    </>
  );
}

function SheetReview({ preview, onClose }: { preview: PlanSheetPreview; onClose: () => void }) {
  const { mutate, error, isPending } = useApplyPlanSheet();
  const fileName = preview.fileName.slice(0, 200);
  return (
    <PlanSheetReview
      preview={preview}
      error={error}
      isPending={isPending}
      onApply={(edits) => mutate({ edits, fileName }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

interface PlanActionsProps {
  drafts: PlanDrafts;
  chosen: readonly number[];
  rows: readonly PlanGridRow[];
}

/** Saving is all or nothing: what is refused stays typed. */
function PlanActions({ drafts, chosen, rows }: PlanActionsProps) {
  const typed = useSyncExternalStore(drafts.subscribe, drafts.read).size;
  const save = useEditPlanGrid();
  const confirm = useConfirmPlans();
  const proposed = rows
    .filter(({ taskId, status }) => status === 'proposed' && chosen.includes(taskId))
    .map(({ taskId }) => taskId);
  const error = save.error ?? confirm.error;
  return (
    <>
      <LeaveWarning unsaved={typed > 0 && !save.isPending} />
      <div className="plan-actions">
        <Button
          type="primary"
          disabled={typed === 0}
          loading={save.isPending}
          onClick={() => save.mutate(drafts.edits(), { onSuccess: drafts.clear })}
        >
          保存 {typed} 项
        </Button>
        <Button disabled={typed === 0} onClick={drafts.clear}>
          放弃改动
        </Button>
        <Button
          disabled={proposed.length === 0}
          loading={confirm.isPending}
          onClick={() => confirm.mutate(proposed)}
        >
          确认所选建议（{proposed.length} 项）
        </Button>
        {confirm.data !== undefined && <span role="status">已确认 {confirm.data.confirmed} 项。</span>}
      </div>
      {error !== null && <ErrorNotice title="没有保存，改动还在格子里" error={error} />}
    </>
  );
}
