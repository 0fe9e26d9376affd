import type { TaskDetail } from '#shared/contract/tasks.ts';
import { CorrectionMark } from '../../components/CorrectionMark.tsx';
import { timeText } from '../../components/format.ts';
import { DifferenceText } from './DifferenceText.tsx';

/** What the task says now, the notice's own words beside it, and why they differ. */
export function TaskWording({ task }: { task: TaskDetail }) {
  const differs = task.content !== task.sourceContent;
  return (
    <section className="task-wording sheet" aria-labelledby="task-wording">
      <div className="task-wording-texts">
        <div>
          <h2 id="task-wording">重点工作 {differs && <CorrectionMark />}</h2>
          <p className="task-text">
            {differs ? (
              <DifferenceText source={task.sourceContent} present={task.content} show="present" />
            ) : (
              task.content
            )}
          </p>
        </div>
        <div className="task-wording-source">
          <h2>
            通知原文{' '}
            <small>
              {task.documentNumber}，第 {task.sourceLine} 行
            </small>
          </h2>
          {differs ? (
            <p className="task-text">
              <DifferenceText source={task.sourceContent} present={task.content} show="source" />
            </p>
          ) : (
            <p className="muted">与左边一字不差。</p>
          )}
        </div>
      </div>
      {task.remark !== '' && (
        <p className="task-remark">
          <b>备注</b> {task.remark}
        </p>
      )}
      <Corrections task={task} />
    </section>
  );
}

function Corrections({ task }: { task: TaskDetail }) {
  if (task.corrections.length === 0) return null;
  return (
    <ul className="task-corrections" aria-label="勘误">
      {task.corrections.map(({ from, to, reason, createdAt, createdBy }) => (
        <li key={`${from}→${to}→${createdAt}`}>
          <CorrectionMark />
          <span>
            {from !== '' && <del>{from}</del>}
            {from !== '' && to !== '' && ' → '}
            {to !== '' && <ins>{to}</ins>}
          </span>
          <span className="muted">
            {reason}
            {createdAt === null ? '（随通知录入）' : `（${createdBy ?? ''}，${timeText(createdAt)}）`}
          </span>
        </li>
      ))}
    </ul>
  );
}
