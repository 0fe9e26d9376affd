import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  LightMomentQuery,
  LightOverrideEntry,
  LightQuery,
  LightSummaryQuery,
} from '#shared/contract/lights.ts';
import { client } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** Any report, plan or move changes lights: they are asked anew whenever they are looked at. */
const alwaysStale = { staleTime: 0 };

/** While another list loads, the old one stays. */
export function useLights(query: LightQuery) {
  return useQuery({
    queryKey: queryKeys.lights.list(query),
    queryFn: () => client.lights.list(query),
    placeholderData: keepPreviousData,
    ...alwaysStale,
  });
}

export function useLightSummary(query: LightSummaryQuery) {
  return useQuery({
    queryKey: queryKeys.lights.summary(query),
    queryFn: () => client.lights.summary(query),
    placeholderData: keepPreviousData,
    ...alwaysStale,
  });
}

export function useTaskLights(taskId: number, moment: LightMomentQuery) {
  return useQuery({
    queryKey: queryKeys.lights.task(taskId, moment),
    queryFn: () => client.lights.task({ taskId, moment }),
    ...alwaysStale,
  });
}

/** A written light is logged under its task. */
function useRefresh() {
  const cache = useQueryClient();
  return () => {
    void cache.invalidateQueries({ queryKey: queryKeys.lights.all });
    void cache.invalidateQueries({ queryKey: queryKeys.tasks.all });
    void cache.invalidateQueries({ queryKey: queryKeys.log.all });
  };
}

export function useOverrideLight() {
  const onSuccess = useRefresh();
  return useMutation({ mutationFn: (entry: LightOverrideEntry) => client.lights.override(entry), onSuccess });
}

export function useWithdrawOverride() {
  const onSettled = useRefresh();
  return useMutation({
    mutationFn: (overrideId: number) => client.lights.withdrawOverride({ overrideId }),
    onSettled,
  });
}
