import type { ActionView } from '#shared/contract/actions.ts';
import { actionStateLabels } from '#shared/domain/supervision/action-state.ts';

/** The state in words; past its answer date that is said beside it. */
export function ActionStateTag({
  action: { state, isLate },
}: {
  action: Pick<ActionView, 'state' | 'isLate'>;
}) {
  return (
    <span className={isLate ? 'action-state action-late' : `action-state action-${state}`}>
      {actionStateLabels[state]}
      {isLate && '（超期）'}
    </span>
  );
}
