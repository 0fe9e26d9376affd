import { Link } from 'react-router';
import { actionStateLabels } from '#shared/domain/supervision/action-state.ts';
import { useActions } from '../../api/actions.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** What was sent about the task, asked for and held, newest first. */
export function TaskActions({ taskId }: { taskId: number }) {
  const { data, error, refetch } = useActions({ taskId });
  return (
    <section className="task-block sheet" aria-labelledby="task-actions">
      <h2 id="task-actions">督办 {data !== undefined && <small>{data.length} 件</small>}</h2>
      {error !== null && (
        <ErrorNotice title="督办动作没有读出来" error={error} onRetry={() => void refetch()} />
      )}
      {data?.length === 0 && <p className="muted">还没有督办过。</p>}
      {data?.map(({ id, words, unit, state, isLate, answerDue }) => (
        <p key={id}>
          <Link to={`/actions?action=${id}`}>{words}</Link>　{unit}　{actionStateLabels[state]}
          {isLate && `（应于${answerDue}前答复）`}
        </p>
      ))}
    </section>
  );
}
