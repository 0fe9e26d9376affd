/** What the screen shows stands in its address, so that going back finds it again. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { LightFilter, LightGrouping, LightMomentQuery } from '#shared/contract/lights.ts';
import { lightNames } from '#shared/domain/lights/light-names.ts';
import { parsePeriod } from '#shared/domain/period.ts';
import { progressClasses } from '#shared/domain/supervision/progress-class.ts';
import { type TaskKind, taskKindLabels } from '#shared/domain/task.ts';

/** `list`, or the counts by something. */
export type LightViewName = 'list' | LightGrouping;

export const lightViewLabels: Record<LightViewName, string> = {
  list: '清单',
  leader: '按牵头领导',
  unit: '按单位',
  kind: '按类别',
};

export interface LightView {
  name: LightViewName;
  moment: LightMomentQuery;
  filter: LightFilter;
}

/** Nobody heads the task. */
const noLeader = 'none';

function oneOf<Value extends string>(text: string | null, allowed: readonly Value[]): Value | undefined {
  return allowed.find((value) => value === text);
}

function readId(text: string | null): number | undefined {
  const id = Number(text);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

/** Leaves out what means nothing. */
export function readLightView(search: URLSearchParams): LightView {
  const leader = search.get('leader');
  const filter: Record<keyof LightFilter, unknown> = {
    kind: oneOf(search.get('kind'), Object.keys(taskKindLabels) as TaskKind[]),
    leaderId: leader === noLeader ? null : readId(leader),
    unitId: readId(search.get('unit')),
    text: search.get('text')?.slice(0, 200) || undefined,
    light: oneOf(search.get('light'), lightNames),
    progressClass: oneOf(search.get('class'), progressClasses),
  };
  const period = parsePeriod(search.get('period') ?? '');
  return {
    name: oneOf(search.get('view'), Object.keys(lightViewLabels) as LightViewName[]) ?? 'list',
    moment: period === null ? {} : { period },
    filter: Object.fromEntries(
      Object.entries(filter).filter(([, value]) => value !== undefined),
    ) as LightFilter,
  };
}

export function writeLightView({ name, moment, filter }: LightView): URLSearchParams {
  const values: Record<string, string | number | null | undefined> = {
    period: moment.period,
    view: name === 'list' ? undefined : name,
    kind: filter.kind,
    leader: filter.leaderId === null ? noLeader : filter.leaderId,
    unit: filter.unitId,
    text: filter.text,
    light: filter.light,
    class: filter.progressClass,
  };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== null) search.set(name, String(value));
  return search;
}

/** `undefined` takes a member out. */
export type LightFilterChange = { [Member in keyof LightFilter]?: LightFilter[Member] | undefined };

function changed(filter: LightFilter, change: LightFilterChange): LightFilter {
  const members = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(members) as LightFilter;
}

export function useLightView() {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => readLightView(search), [search]);
  const set = useCallback(
    (change: (now: LightView) => LightView, replace: boolean) =>
      setSearch((now) => writeLightView(change(readLightView(now))), { replace }),
    [setSearch],
  );
  return {
    view,
    setPeriod: (period: string | null) =>
      set((now) => ({ ...now, moment: period === null ? {} : { period } }), true),
    show: (name: LightViewName) => set((now) => ({ ...now, name }), true),
    narrow: (change: LightFilterChange) =>
      set((now) => ({ ...now, filter: changed(now.filter, change) }), true),
    /** A count was pressed: its list is a place to come back from. */
    open: (change: LightFilterChange) =>
      set((now) => ({ ...now, name: 'list', filter: changed(now.filter, change) }), false),
    clear: () => set((now) => ({ ...now, filter: {} }), true),
  };
}
