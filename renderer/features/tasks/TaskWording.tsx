import type { TaskDetail } from '#shared/contract/tasks.ts';
import type { TaskKind } from '#shared/domain/task.ts';
import { CorrectionMark } from '../../components/CorrectionMark.tsx';
import { DifferenceText } from '../../components/DifferenceText.tsx';
import { timeText } from '../../components/format.ts';

/** What the notice calls the column the text stands in: 附件1 and 附件2 differ. */
const contentHeadings: Record<TaskKind, string> = { key: '重点工作', livelihood: '项目内容' };

/** What the task says now, the notice's own words beside it where they differ, and why they do. */
export function TaskWording({ task }: { task: TaskDetail }) {
  const differs = task.content !== task.sourceContent;
  return (
    <section className="task-wording sheet" aria-labelledby="task-wording">
      {differs ? <BothTexts task={task} /> : <SameText task={task} />}
      {task.remark !== '' && (
        <p className="task-remark">
          <b>备注</b> {task.remark}
        </p>
      )}
      <Corrections task={task} />
    </section>
  );
}

/** 「温鹿政办〔2024〕16号，第 58 行」 */
function sourcePlace({ documentNumber, sourceLine }: TaskDetail): string {
  return `${documentNumber}，第 ${sourceLine} 行`;
}

function SameText({ task }: { task: TaskDetail }) {
  return (
    <>
      <h2 id="task-wording">
        {contentHeadings[task.kind]} <small>与通知原文一字不差（{sourcePlace(task)}）</small>
      </h2>
      <p className="task-text">{task.content}</p>
    </>
  );
}

function BothTexts({ task }: { task: TaskDetail }) {
  return (
    <div className="task-wording-texts">
      <div>
        <h2 id="task-wording">
          {contentHeadings[task.kind]} <CorrectionMark />
        </h2>
        <p className="task-text">
          <DifferenceText source={task.sourceContent} present={task.content} show="present" />
        </p>
      </div>
      <div className="task-wording-source">
        <h2>
          通知原文 <small>{sourcePlace(task)}</small>
        </h2>
        <p className="task-text">
          <DifferenceText source={task.sourceContent} present={task.content} show="source" />
        </p>
      </div>
    </div>
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
