/** What the plan screen shows, kept in the address. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { PlanGridRow } from '#shared/domain/plan-sheet.ts';
import { searchTerms } from '#shared/domain/search-text.ts';
import { type TaskKind, taskKindLabels } from '#shared/domain/task.ts';
import { foldForMatch } from '#shared/domain/text.ts';

export type PlanViewName = 'all' | 'proposed' | 'unspecified';

export interface PlanFilter {
  view: PlanViewName;
  text: string;
  kind?: TaskKind | undefined;
  leaderId?: number | undefined;
  unitId?: number | undefined;
}

function readId(text: string | null): number | undefined {
  const id = Number(text);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

function readFilter(search: URLSearchParams): PlanFilter {
  const view = search.get('view');
  const kinds = Object.keys(taskKindLabels) as TaskKind[];
  return {
    view: view === 'proposed' || view === 'unspecified' ? view : 'all',
    text: search.get('text')?.slice(0, 200) ?? '',
    kind: kinds.find((kind) => kind === search.get('kind')),
    leaderId: readId(search.get('leader')),
    unitId: readId(search.get('unit')),
  };
}

function writeFilter({ view, text, kind, leaderId, unitId }: PlanFilter): URLSearchParams {
  const entries = Object.entries({
    view: view === 'all' ? undefined : view,
    text: text === '' ? undefined : text,
    kind,
    leader: leaderId,
    unit: unitId,
  }).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return new URLSearchParams(entries);
}

export function usePlanFilter() {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => readFilter(search), [search]);
  const change = useCallback(
    (part: Partial<PlanFilter>) =>
      setSearch((before) => writeFilter({ ...readFilter(before), ...part }), { replace: true }),
    [setSearch],
  );
  return { filter, change };
}

function wordsOf({ code, content, leader, units }: PlanGridRow): string {
  return foldForMatch([code, content, leader ?? '', ...units.map(({ name }) => name)].join(' '));
}

/** Without the view: the counts beside the views are of what the rest of the filter leaves. */
export function matchingRows(rows: readonly PlanGridRow[], filter: PlanFilter): PlanGridRow[] {
  const terms = searchTerms(filter.text);
  return rows.filter((row) => {
    if (filter.kind !== undefined && row.kind !== filter.kind) return false;
    if (filter.leaderId !== undefined && row.leaderId !== filter.leaderId) return false;
    if (filter.unitId !== undefined && !row.units.some(({ id }) => id === filter.unitId)) return false;
    if (terms.length === 0) return true;
    const words = wordsOf(row);
    return terms.every((term) => words.includes(term));
  });
}

export function isInView({ status, unspecified }: PlanGridRow, view: PlanViewName): boolean {
  if (view === 'proposed') return status === 'proposed';
  return view === 'all' || unspecified.length > 0;
}
