import { Link } from 'react-router';
import type { ActionView } from '#shared/contract/actions.ts';
import { actionStateLabels } from '#shared/domain/supervision/action-state.ts';
import { type Extension, extensionWords } from '#shared/domain/supervision/extension.ts';
import { useActions } from '../../api/actions.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

function extensionsOf(actions: readonly ActionView[]): Extension[] {
  return actions.flatMap(({ id, kind, actedOn, reason, oldDue, newDue, state, decidedOn }) => {
    const isDecidable =
      state === 'requested' || state === 'approved' || state === 'refused' || state === 'taken_back';
    if (kind !== 'extension' || !isDecidable || oldDue === null || newDue === null) return [];
    return [{ id, askedOn: actedOn, reason, oldDue, newDue, state, decidedOn }];
  });
}

/** What was sent about the task, asked for and held, newest first. */
export function TaskActions({ taskId }: { taskId: number }) {
  const { data, error, refetch } = useActions({ taskId });
  const extensions = extensionWords(extensionsOf(data ?? []));
  return (
    <section className="task-block sheet" aria-labelledby="task-actions">
      <h2 id="task-actions">督办 {data !== undefined && <small>{data.length} 件</small>}</h2>
      {error !== null && (
        <ErrorNotice title="督办动作没有读出来" error={error} onRetry={() => void refetch()} />
      )}
      {data?.length === 0 && <p className="muted">还没有督办过。</p>}
      {extensions !== '' && <p>{extensions}</p>}
      {data?.map(({ id, words, unit, state, isLate, answerDue }) => (
        <p key={id}>
          <Link to={`/actions?action=${id}`}>{words}</Link>　{unit}　{actionStateLabels[state]}
          {isLate && `（应于${answerDue}前答复）`}
        </p>
      ))}
    </section>
  );
}
