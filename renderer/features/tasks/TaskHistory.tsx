import type { TaskChange } from '#shared/contract/tasks.ts';
import { DifferenceText } from '../../components/DifferenceText.tsx';
import { timeText } from '../../components/format.ts';
import { type ChangedField, changedFields } from './task-change.ts';

/** Who changed what, and when; newest first, as the service gives it. */
export function TaskHistory({ changes }: { changes: readonly TaskChange[] }) {
  return (
    <section className="task-block sheet" aria-labelledby="task-history">
      <h2 id="task-history">修改记录</h2>
      {changes.length === 0 && <p className="muted">从录入通知到现在没有改过。</p>}
      <ol className="task-history">
        {changes.map((change) => (
          <li key={`${change.at} ${change.after}`}>
            <b>{change.action}</b>
            <span className="muted">
              {' '}
              {change.actor}，{timeText(change.at)}
            </span>
            {changedFields(change).map((field) => (
              <FieldChange key={field.label} field={field} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function FieldChange({ field: { label, before, after } }: { field: ChangedField }) {
  return (
    <details>
      <summary>{label}</summary>
      <p>
        <span className="muted">原：</span>
        {before === '' ? '（空）' : <DifferenceText source={before} present={after} show="source" />}
      </p>
      <p>
        <span className="muted">改：</span>
        {after === '' ? '（空）' : <DifferenceText source={before} present={after} show="present" />}
      </p>
    </details>
  );
}
