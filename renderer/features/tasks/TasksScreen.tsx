/** 任务总表: every task of every notice in one grid. */
import type { GridApi } from 'ag-grid-community';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { TaskFilter, TaskFilterOptions, TaskRow } from '#shared/contract/tasks.ts';
import { useTaskFilterOptions, useTaskList } from '../../api/tasks.ts';
import { useUnits } from '../../api/units.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { TaskCounts } from './TaskCounts.tsx';
import { TaskFilterBar } from './TaskFilterBar.tsx';
import { TaskGrid } from './TaskGrid.tsx';
import { useTaskFilter } from './use-task-filter.ts';
import './tasks.css';

const noOptions: TaskFilterOptions = { documents: [], leaders: [] };

/** Another choice of tasks is read from its first row, once it has come. */
function useStartFromTop(grid: GridApi<TaskRow> | null, filter: TaskFilter, arrived: boolean): void {
  const shown = useRef(filter);
  useEffect(() => {
    if (!arrived || shown.current === filter) return;
    shown.current = filter;
    if (grid !== null && !grid.isDestroyed() && grid.getDisplayedRowCount() > 0)
      grid.ensureIndexVisible(0, 'top');
  }, [grid, filter, arrived]);
}

export default function TasksScreen() {
  const { filter, change, clear } = useTaskFilter();
  const { rows, totals, error, isPlaceholderData, refetch } = useTaskList(filter);
  const options = useTaskFilterOptions().data ?? noOptions;
  const units = useUnits().data ?? [];
  const [grid, setGrid] = useState<GridApi<TaskRow> | null>(null);
  useStartFromTop(grid, filter, !isPlaceholderData);
  const filtered = Object.keys(filter).length > 0;
  const counts = rows !== undefined && totals !== undefined && (
    <TaskCounts totals={totals} loaded={rows.length} filtered={filtered} />
  );
  return (
    <>
      <PageHeader title="任务总表" note={counts} actions={<ColumnChooser api={grid} />} />
      <TaskFilterBar filter={filter} options={options} units={units} onChange={change} onClear={clear} />
      {error !== null && <ErrorNotice title="任务没有读出来" error={error} onRetry={() => void refetch()} />}
      {rows === undefined && error === null && <LoadingState />}
      {rows !== undefined && (
        <div className="task-grid">
          <TaskGrid rows={rows} onReady={setGrid} />
          {rows.length === 0 && <NoTasks filtered={filtered} onClear={clear} />}
        </div>
      )}
    </>
  );
}

function NoTasks({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const state = filtered ? (
    <EmptyState
      title="没有符合条件的任务"
      hint="换一个词试试，或放宽筛选条件。"
      action={<Button onClick={onClear}>清除筛选</Button>}
    />
  ) : (
    <EmptyState title="还没有任务" hint="数据库里没有通知。请关闭程序后重新打开，或查看日志。" />
  );
  return <div className="task-grid-empty">{state}</div>;
}
