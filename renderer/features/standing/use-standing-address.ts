import { useSearchParams } from 'react-router';
import type { ReturnStanding } from '#shared/contract/desk.ts';
import { returnStandings } from '#shared/domain/return-standing.ts';

/** Period, standing and a unit a score led to stand in the address, so that going back finds the same list. */
export function useStandingAddress() {
  const [search, setSearch] = useSearchParams();
  const set = (name: 'period' | 'standing' | 'unit', value: string | null) =>
    setSearch(
      (now) => {
        if (value === null) now.delete(name);
        else now.set(name, value);
        return now;
      },
      { replace: true },
    );
  return {
    period: search.get('period'),
    standing: returnStandings.find((standing) => standing === search.get('standing')) ?? null,
    unitId: Number(search.get('unit')) || null,
    showAllUnits: () => set('unit', null),
    setPeriod: (period: string) => set('period', period),
    setStanding: (standing: ReturnStanding | null) => set('standing', standing),
  };
}
