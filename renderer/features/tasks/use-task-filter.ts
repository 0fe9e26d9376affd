import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { TaskFilter } from '#shared/contract/tasks.ts';
import { readTaskFilter, writeTaskFilter } from './task-filter-params.ts';

/** `undefined` takes a member out. */
export type TaskFilterChange = { [Member in keyof TaskFilter]?: TaskFilter[Member] | undefined };

/** The filter of the address, and ways to change it. A change does not add a step to go back through. */
export function useTaskFilter() {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => readTaskFilter(search), [search]);
  const change = useCallback(
    (part: TaskFilterChange) =>
      setSearch((now) => writeTaskFilter({ ...readTaskFilter(now), ...part } as TaskFilter), {
        replace: true,
      }),
    [setSearch],
  );
  const clear = useCallback(() => setSearch({}, { replace: true }), [setSearch]);
  return { filter, change, clear };
}
