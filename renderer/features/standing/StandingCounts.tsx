import type { ReturnOverviewRow, ReturnStanding } from '#shared/contract/desk.ts';
import { countStandings, returnStandingLabels, returnStandings } from '#shared/domain/return-standing.ts';

interface StandingCountsProps {
  rows: readonly ReturnOverviewRow[];
  /** Null: all of them. */
  chosen: ReturnStanding | null;
  onChoose: (standing: ReturnStanding | null) => void;
}

/** How many units stand where; each count is the list it leads to. */
export function StandingCounts({ rows, chosen, onChoose }: StandingCountsProps) {
  const counts = countStandings(rows);
  const entries = [
    { standing: null, label: '应报', count: rows.length },
    ...returnStandings.map((standing) => ({
      standing,
      label: returnStandingLabels[standing],
      count: counts[standing],
    })),
  ];
  return (
    <fieldset className="standing-counts">
      <legend className="visually-hidden">按状态筛选</legend>
      {entries.map(({ standing, label, count }) => (
        <button
          key={label}
          type="button"
          className="standing-count"
          aria-pressed={chosen === standing}
          onClick={() => onChoose(standing)}
        >
          {label} <b className="numeric">{count}</b>
        </button>
      ))}
    </fieldset>
  );
}
