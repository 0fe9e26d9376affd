import { useMemo } from 'react';
import type { TaskDetail } from '#shared/contract/tasks.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { periodName } from '../../components/format.ts';
import { groupProgress, type UnitReports } from './progress-groups.ts';
import { TaskReport } from './TaskReport.tsx';

/** Everything units have reported on the task, period by period; nothing is ever overwritten. */
export function TaskProgressList({ task }: { task: TaskDetail }) {
  const periods = useMemo(() => groupProgress(task.progress), [task.progress]);
  return (
    <section className="task-block sheet" aria-labelledby="task-progress">
      <h2 id="task-progress">进展</h2>
      {periods.length === 0 && (
        <EmptyState title="还没有进展" hint="在“进展录入”里填写，或在“导入回表”里导入单位报回的填报表。" />
      )}
      {periods.map(({ period, units }) => (
        <section key={period} className="task-period" aria-label={periodName(period)}>
          <h3>{periodName(period)}</h3>
          {units.map((reports) => (
            <UnitProgress key={reports.unitId} reports={reports} task={task} />
          ))}
        </section>
      ))}
    </section>
  );
}

function UnitProgress({ reports, task }: { reports: UnitReports; task: TaskDetail }) {
  const { unit, current, earlier } = reports;
  return (
    <article className="task-unit-report" aria-label={unit}>
      <TaskReport report={current} title={unit} targets={task.targets} />
      {earlier.length > 0 && (
        <details className="task-earlier">
          <summary>以前的填报（{earlier.length} 次）</summary>
          {earlier.map((report) => (
            <TaskReport
              key={report.reportId}
              report={report}
              title={`第 ${report.revision} 次填报`}
              targets={task.targets}
            />
          ))}
        </details>
      )}
    </article>
  );
}
