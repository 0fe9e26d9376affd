import type { ReactNode } from 'react';
import type { TaskProgress, TaskTarget } from '#shared/contract/tasks.ts';
import { progressStatusLabels } from '#shared/domain/progress.ts';
import { promiseText, quantityText, timeText } from '../../components/format.ts';
import { PercentCell } from '../../components/PercentCell.tsx';
import { TaskEvidence } from './TaskEvidence.tsx';

interface TaskReportProps {
  report: TaskProgress;
  title: string;
  targets: readonly TaskTarget[];
}

/** One revision of one unit's report: the words, the numbers, and where they come from. */
export function TaskReport({ report, title, targets }: TaskReportProps) {
  const { values } = report;
  return (
    <div className="task-report">
      <div className="task-report-head">
        <b>{title}</b>
        <PercentCell percent={values.percent} />
        {values.status !== null && <span>{progressStatusLabels[values.status]}</span>}
        <span className="muted task-report-origin">{originText(report)}</span>
      </div>
      {values.narrative !== '' && <p className="task-report-text">{values.narrative}</p>}
      <TargetReadings report={report} targets={targets} />
      <dl className="task-report-words">
        <Word label="存在问题" text={values.problems} />
        <Word label="下一步措施" text={values.next} />
        <Word label="填报人" text={[values.reporter, values.phone].filter(Boolean).join('　')} />
        {report.evidence !== null && (
          <Word
            label="依据"
            text={
              <TaskEvidence
                evidence={report.evidence}
                createdBy={report.createdBy}
                createdAt={report.createdAt}
              />
            }
          />
        )}
      </dl>
    </div>
  );
}

function Word({ label, text }: { label: string; text: ReactNode }) {
  if (text === '') return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function TargetReadings({ report, targets }: Pick<TaskReportProps, 'report' | 'targets'>) {
  if (report.targetValues.length === 0) return null;
  return (
    <ul className="task-readings">
      {report.targetValues.map(({ targetId, value }) => {
        const target = targets.find(({ id }) => id === targetId);
        if (target === undefined) return null;
        return (
          <li key={targetId} className="numeric">
            {target.name}：{quantityText(value, target.measure)}
            <span className="muted">（要求 {promiseText(target)}）</span>
          </li>
        );
      })}
    </ul>
  );
}

/** 「导入，张三，2024/06/28 15:04」 */
function originText(report: TaskProgress): string {
  const how = report.source === 'import' ? '回表导入' : '录入';
  const revision = report.revision > 1 ? `第 ${report.revision} 次填报，` : '';
  return `${revision}${how}，${report.createdBy}，${timeText(report.createdAt)}`;
}
