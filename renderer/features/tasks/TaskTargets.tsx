import type { TaskTarget } from '#shared/contract/tasks.ts';
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import { promiseText } from '../../components/format.ts';

/** The numbers the text promises, each with its due date. */
export function TaskTargets({ targets }: { targets: readonly TaskTarget[] }) {
  return (
    <section className="task-block sheet" aria-labelledby="task-targets">
      <h2 id="task-targets">指标</h2>
      {targets.length === 0 ? (
        <p className="muted">这项任务没有写明数字指标。</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col">要求</th>
              <th scope="col">期限</th>
            </tr>
          </thead>
          <tbody>
            {targets.map((target) => (
              <tr key={target.id}>
                <td>{target.name}</td>
                <td className="numeric">{promiseText(target)}</td>
                <td className="numeric">{dateLabel(target.due)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
