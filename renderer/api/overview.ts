/** 报送情况: who has returned a period's form. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReturnOverview } from '#shared/contract/desk.ts';
import { client } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** @param period null while none is chosen */
export function useReturnOverview(period: string | null) {
  return useQuery({
    queryKey: queryKeys.returns.overview(period ?? ''),
    queryFn: () => client.returns.overview({ period: period ?? '' }),
    enabled: period !== null,
  });
}

/** Both changes answer the list as it is then. */
function useOverviewChange<Input>(change: (input: Input) => Promise<ReturnOverview>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (overview) => {
      cache.setQueryData(queryKeys.returns.overview(overview.period), overview);
      void cache.invalidateQueries({ queryKey: queryKeys.progress.periods });
    },
  });
}

export function useSetDeadline() {
  return useOverviewChange((input: { period: string; deadline: string }) =>
    client.returns.setDeadline(input),
  );
}

export function useWithdrawRedo() {
  return useOverviewChange((redoId: number) => client.returns.withdrawRedo({ redoId }));
}

export function useExportOverview() {
  return useMutation({
    mutationFn: (input: { period: string; file: string }) => client.returns.exportOverview(input),
  });
}
