import { Link } from 'react-router';
import type { LightFigures, LightPart, LightRow, TaskLights as Lights } from '#shared/contract/lights.ts';
import { overrideWords } from '#shared/domain/supervision/light-override.ts';
import { planStatusLabels } from '#shared/domain/supervision/plan.ts';
import { useTaskLights } from '../../api/lights.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { timeText } from '../../components/format.ts';
import { LightMark, MovementMark, ShownLight } from '../../components/LightMark.tsx';
import { TrajectoryChart } from './TrajectoryChart.tsx';
import './task-lights.css';

interface TaskLightsProps {
  taskId: number;
  code: string;
  /** At whose end the light is looked at, where a score led here; null: today. */
  period: string | null;
}

/** The task's light with the sentence why, each lead's, and the year's drawing. */
export function TaskLights({ taskId, code, period }: TaskLightsProps) {
  const { data, error, refetch } = useTaskLights(taskId, period === null ? {} : { period });
  return (
    <section className="task-block sheet" aria-labelledby="task-lights">
      <h2 id="task-lights">亮灯 {data !== undefined && <small>截至{data.basis.label}</small>}</h2>
      {error !== null && <ErrorNotice title="灯没有读出来" error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <>
          {data.row === null ? <p className="muted">这项任务还没有列入。</p> : <Sentences row={data.row} />}
          <TrajectoryChart expected={data.expected} actual={data.actual} date={data.basis.date} />
          <p className="muted task-lights-plan">
            虚线为序时（{planStatusLabels[data.plan.status]}）
            {data.plan.reason !== '' && `：${data.plan.reason}`}
          </p>
          <Overrides overrides={data.overrides} />
          <p className="task-lights-links">
            <Link to={`/lights?text=${code}${period === null ? '' : `&period=${period}`}`}>
              在亮灯中查看、改灯
            </Link>
            {period !== null && <Link to={`/tasks/${taskId}`}>看今天的灯</Link>}
          </p>
        </>
      )}
    </section>
  );
}

function Sentences({ row }: { row: LightRow }) {
  if (row.parts.length <= 1) return <Sentence figures={row} />;
  return (
    <>
      <Sentence figures={row} />
      <LeadSentences parts={row.parts} />
    </>
  );
}

/** More leads than these are behind a count. */
const mostLeadsShown = 4;

function LeadSentences({ parts }: { parts: readonly LightPart[] }) {
  const list = (
    <ul className="task-lights-leads" aria-label="各填报单位的灯">
      {parts.map((part) => (
        <li key={part.unitId}>
          <b>{part.unit}</b> <Sentence figures={part} />
        </li>
      ))}
    </ul>
  );
  if (parts.length <= mostLeadsShown) return list;
  return (
    <details className="task-earlier">
      <summary>{parts.length} 个填报单位各自的灯</summary>
      {list}
    </details>
  );
}

function Sentence({ figures }: { figures: LightFigures }) {
  const { light, computed, override, movement, reason } = figures;
  return (
    <p className="task-lights-sentence">
      <ShownLight light={light} computed={computed} overridden={override !== null} />{' '}
      <MovementMark movement={movement} /> {reason}
      {override !== null && <span className="muted">　{overrideWords(override)}</span>}
    </p>
  );
}

function Overrides({ overrides }: Pick<Lights, 'overrides'>) {
  if (overrides.length === 0) return null;
  return (
    <details className="task-earlier">
      <summary>人工改灯 {overrides.length} 次</summary>
      <ul className="task-lights-leads">
        {overrides.map((override) => (
          <li key={override.id}>
            <LightMark light={override.light} /> {override.unit ?? '整项任务'}，自{override.from}
            {overrideWords(override)}
            <span className="muted">
              （{timeText(override.createdAt)}
              {override.withdrawn !== null &&
                `，${override.withdrawn.by}于${timeText(override.withdrawn.at)}撤回`}
              ）
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
