import type { ScoreSheet } from '#shared/contract/assess.ts';

/** What has moved since the last published edition, or under rules that are tried. */
export function ScoreChanges({ sheet: { changes, comparedWith } }: { sheet: ScoreSheet }) {
  if (comparedWith === null) return null;
  return (
    <section className="score-changes sheet" aria-labelledby="score-changes">
      <h2 id="score-changes">与{comparedWith}相比</h2>
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
