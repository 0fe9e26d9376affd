/** The numbers of a task's new words: listed anew from the words until a person has changed one. */
import { useState } from 'react';
import type { PlanDetail } from '#shared/contract/plan.ts';
import type { PromisedTarget } from '#shared/contract/task-life.ts';
import { useProposeTargets } from '../../../api/plan.ts';
import type { TargetDraft } from './TargetFields.tsx';

function drafted(targets: readonly PromisedTarget[]): TargetDraft[] {
  return targets.map(({ name, comparator, value, measure, due }, key) => ({
    ...{ key, name, comparator, value, measure, due },
  }));
}

export function useRewordNumbers({ taskId, targets: known, content: original }: PlanDetail, content: string) {
  const [targets, setTargets] = useState(() => drafted(known));
  const [isTouched, setTouched] = useState(false);
  const [readContent, setReadContent] = useState(original);
  const { mutate, reset, error, isPending, variables } = useProposeTargets();
  const propose = () => {
    const onSuccess = (proposed: PromisedTarget[]) => {
      setTargets(drafted(proposed));
      setReadContent(content);
      setTouched(false);
    };
    mutate({ taskId, content }, { onSuccess });
  };
  const asked = isPending ? variables.content : readContent;
  const named = targets.map(({ key: _, ...target }) => target);
  return {
    targets,
    error,
    propose,
    /** Lists the numbers of words that nobody has asked about. */
    follow: () => {
      if (!isTouched && content !== asked) propose();
    },
    change: (next: TargetDraft[]) => {
      // What a person types holds: the answer that is still on its way is not heard any more.
      reset();
      setTouched(true);
      setTargets(next);
    },
    /** Null while a line has no number. */
    wanted: named.every((target): target is PromisedTarget => target.value !== null) ? named : null,
    /** Why the numbers are not yet those of the words; null: they are, or a person has seen to them. */
    wait: waitFor({ isPending, isFailed: error !== null, isBehind: !isTouched && content !== readContent }),
  };
}

function waitFor(state: { isPending: boolean; isFailed: boolean; isBehind: boolean }): string | null {
  if (state.isPending) return '正在按改写后的内容列出指标，请稍候。';
  if (!state.isBehind) return null;
  if (state.isFailed) return '指标没有跟着内容列出，请重新列出，或自行改好指标。';
  return '内容改过，指标还是原来的：写完后点“按改写后的内容重新列出”，核对后再改写。';
}
