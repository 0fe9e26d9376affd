import type { TaskChange } from '#shared/contract/tasks.ts';
import { timeText } from '../../components/format.ts';

/** Who changed what, and when; newest first, as the service gives it. */
export function TaskHistory({ changes }: { changes: readonly TaskChange[] }) {
  return (
    <section className="task-block sheet" aria-labelledby="task-history">
      <h2 id="task-history">修改记录</h2>
      {changes.length === 0 && <p className="muted">从录入通知到现在没有改过。</p>}
      <ol className="task-history">
        {changes.map((change) => (
          <li key={`${change.at} ${change.action}`}>
            <div>
              <b>{change.action}</b>
              <span className="muted">
                {' '}
                {change.actor}，{timeText(change.at)}
              </span>
            </div>
            {change.before !== null && <div className="task-history-before">{change.before}</div>}
            {change.after !== null && <div>{change.after}</div>}
          </li>
        ))}
      </ol>
    </section>
  );
}
