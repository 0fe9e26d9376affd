import type { RuleHistory } from '#shared/domain/supervision/rule-history.ts';
import { ruleChanges, spanWords } from '#shared/domain/supervision/rule-history.ts';
import type { RuleDraft, RuleKind } from '#shared/domain/supervision/rule-settings.ts';
import { timeText } from '../../components/format.ts';

interface HistoryLine {
  start: string;
  span: string;
  author: string;
  changes: string[];
}

function linesOf(kind: RuleKind, history: RuleHistory): HistoryLine[] {
  const entries = history[kind];
  const drafts = entries.map(({ settings }) => ({ kind, settings }) as RuleDraft);
  return entries.map((entry, index) => {
    const before = drafts[index + 1];
    const own = drafts[index];
    const { createdBy, createdAt, settings } = entry;
    return {
      start: settings.effectiveFrom,
      span: spanWords<RuleKind>(entries, entry),
      author: createdBy === null || createdAt === null ? '' : `${createdBy}，${timeText(createdAt)}`,
      changes: before === undefined || own === undefined ? [] : ruleChanges(before, own),
    };
  });
}

/** Every set of rules there ever was, newest first, with what it changed. */
export function RuleHistoryList({ kind, history }: { kind: RuleKind; history: RuleHistory }) {
  return (
    <ol className="rule-history" aria-label="历次规则">
      {linesOf(kind, history).map(({ start, span, author, changes }) => (
        <li key={start}>
          <b>{span}</b> <span className="muted">{author}</span>
          {changes.length > 0 && (
            <ul>
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
