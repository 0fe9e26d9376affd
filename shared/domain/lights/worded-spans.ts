/** A task's words one after the other, each with the numbers they promise: a proposal is read from both. */
import { type DatedTarget, isTargetOn } from '../target.ts';

export interface WordedSpan<Promised extends DatedTarget> {
  content: string;
  targets: readonly Promised[];
}

export interface WordedSpans<Promised extends DatedTarget> {
  /** Oldest first, each with the first day on which other words held. */
  earlier: readonly (WordedSpan<Promised> & { until: string })[];
  last: WordedSpan<Promised>;
}

/**
 * @param content of a task that was never re-worded
 * @param wordings oldest first, the notice's own as the first; empty for a task that was never re-worded
 */
export function wordedSpans<Promised extends DatedTarget>(
  content: string,
  wordings: readonly { from: string; content: string }[],
  targets: readonly Promised[],
): WordedSpans<Promised> {
  const spans = wordings.map((wording) => ({
    from: wording.from,
    content: wording.content,
    targets: targets.filter((target) => isTargetOn(target, wording.from)),
  }));
  return {
    earlier: spans.slice(1).map(({ from }, index) => ({
      until: from,
      content: spans[index]?.content ?? content,
      targets: spans[index]?.targets ?? [],
    })),
    last: spans.at(-1) ?? { content, targets },
  };
}
