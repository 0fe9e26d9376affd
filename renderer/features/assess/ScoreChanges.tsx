import { useId } from 'react';
import type { ScoreChange } from '#shared/domain/supervision/compare-scores.ts';

interface ScoreChangesProps {
  /** What the scores are compared with, in words. */
  comparedWith: string;
  changes: readonly ScoreChange[];
}

/** What has moved since the last published edition, or under rules that are tried. */
export function ScoreChanges({ comparedWith, changes }: ScoreChangesProps) {
  const id = useId();
  return (
    <section className="score-changes sheet" aria-labelledby={id}>
      <h2 id={id}>
        与{comparedWith}相比{changes.length > 0 && `，${changes.length} 个单位有变化`}
      </h2>
      {changes.length === 0 ? (
        <p className="muted">各单位得分和名次都没有变化。</p>
      ) : (
        <ul>
          {changes.map(({ unit, words }) => (
            <li key={unit}>
              <b>{unit}</b>　{words}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
