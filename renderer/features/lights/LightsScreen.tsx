/** 亮灯: every task's light at a period's end or today, counted, listed, and changed by hand with a reason. */

import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { LightBasis, LightFilter, LightRow } from '#shared/contract/lights.ts';
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import { useLightSummary, useLights } from '../../api/lights.ts';
import { usePeriods } from '../../api/progress.ts';
import { useTaskFilterOptions } from '../../api/tasks.ts';
import { useUnits } from '../../api/units.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { periodName } from '../../components/format.ts';
import { LoadingState } from '../../components/LoadingState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { PeriodSelect } from '../../components/select/PeriodSelect.tsx';
import { LightFilterBar } from './LightFilterBar.tsx';
import { LightGrid } from './LightGrid.tsx';
import { LightGroups } from './LightGroups.tsx';
import { LightTiles } from './LightTiles.tsx';
import { type LightViewName, lightViewLabels, useLightView } from './light-view.ts';
import { OverrideDialog } from './OverrideDialog.tsx';
import './lights.css';

const viewOptions = Object.entries(lightViewLabels).map(([value, label]) => ({ value, label }));

/** Which day is judged by whose words. */
function basisText({ date, period, reportsOf, lastPeriod }: LightBasis): string {
  const by = reportsOf === null ? '还没有进展' : period === null ? `按${periodName(reportsOf)}所报` : '';
  const against = lastPeriod === null ? '没有上期可比' : `升降对比${periodName(lastPeriod)}`;
  return [`截至${dateLabel(date)}`, by, against].filter((words) => words !== '').join('，');
}

/** The tiles count whatever light is chosen: choosing one must not empty the others. */
function withoutChoice({ light: _, progressClass: __, ...filter }: LightFilter): LightFilter {
  return filter;
}

function useLightData() {
  const controls = useLightView();
  const { name, moment, filter } = controls.view;
  const list = useLights({ moment, filter });
  const groupBy = name === 'list' ? 'kind' : name;
  const summary = useLightSummary({ moment, filter: withoutChoice(filter), groupBy });
  return { ...controls, list, summary, groupBy };
}

export default function LightsScreen() {
  const { view, list, summary, groupBy, setPeriod, show, narrow, open, clear } = useLightData();
  const [chosen, setChosen] = useState<LightRow | null>(null);
  const [isOverriding, setOverriding] = useState(false);
  const periods = usePeriods().data ?? [];
  const leaders = useTaskFilterOptions().data?.leaders ?? [];
  const units = useUnits().data ?? [];
  const row = list.data?.rows.find(({ taskId }) => taskId === chosen?.taskId) ?? null;
  const error = list.error ?? summary.error;
  return (
    <>
      <PageHeader
        title="亮灯"
        note={list.data === undefined ? undefined : basisText(list.data.basis)}
        actions={
          <>
            <PeriodSelect
              periods={periods}
              value={view.moment.period ?? null}
              placeholder="今天"
              onChange={setPeriod}
              onClear={() => setPeriod(null)}
            />
            <Button disabled={row === null} onClick={() => setOverriding(true)}>
              {row === null ? '人工改灯' : `人工改灯（${row.code}）`}
            </Button>
            <Link to="/rules?kind=light">亮灯规则</Link>
          </>
        }
      />
      {error !== null && (
        <ErrorNotice
          title="灯没有读出来"
          error={error}
          onRetry={() => {
            void list.refetch();
            void summary.refetch();
          }}
        />
      )}
      {summary.data !== undefined && (
        <LightTiles
          summary={summary.data}
          filter={view.filter}
          onChoose={(change) => (view.name === 'list' ? narrow(change) : open(change))}
        />
      )}
      <div className="light-bar">
        <Segmented
          aria-label="看法"
          value={view.name}
          options={viewOptions}
          onChange={(name) => show(name as LightViewName)}
        />
        <LightFilterBar
          filter={view.filter}
          leaders={leaders}
          units={units}
          onChange={narrow}
          onClear={clear}
        />
      </div>
      {list.data === undefined && error === null && <LoadingState />}
      {view.name === 'list' && list.data !== undefined && (
        <div className="light-list">
          <p className="light-count" role="status">
            共 {list.data.rows.length} 项
          </p>
          <LightGrid rows={list.data.rows} onChosen={setChosen} />
          {list.data.rows.length === 0 && <NoLights onClear={clear} />}
        </div>
      )}
      {view.name !== 'list' && summary.data !== undefined && (
        <LightGroups groupBy={groupBy} groups={summary.data.groups} onOpen={open} />
      )}
      {isOverriding && row !== null && list.data !== undefined && (
        <OverrideDialog row={row} date={list.data.basis.date} onClose={() => setOverriding(false)} />
      )}
    </>
  );
}

function NoLights({ onClear }: { onClear: () => void }) {
  return (
    <div className="light-empty">
      <EmptyState
        title="没有符合条件的任务"
        hint="放宽筛选，或改选有文件的年份。"
        action={<Button onClick={onClear}>清除筛选</Button>}
      />
    </div>
  );
}
