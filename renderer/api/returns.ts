import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApplyRequest, ApplyResult, PreviewRequest, ReturnPreview } from '#shared/contract/returns.ts';
import { client } from './client.ts';
import { useJob } from './job.ts';
import { queryKeys } from './query-keys.ts';

export function useReturnBatches() {
  return useQuery({ queryKey: queryKeys.returns.batches, queryFn: () => client.returns.batches({}) });
}

export function useReturnPreview() {
  return useJob<Omit<PreviewRequest, 'jobId'>, ReturnPreview>((input) => client.returns.preview(input));
}

/** What was imported changes every screen that shows progress. */
function useRefreshAfterReturn() {
  const cache = useQueryClient();
  return () => {
    for (const area of [queryKeys.returns, queryKeys.progress, queryKeys.tasks, queryKeys.units]) {
      void cache.invalidateQueries({ queryKey: area.all });
    }
  };
}

export function useApplyReturns() {
  const refresh = useRefreshAfterReturn();
  return useJob<Omit<ApplyRequest, 'jobId'>, ApplyResult>((input) => client.returns.apply(input), refresh);
}

export function useUndoReturns() {
  const refresh = useRefreshAfterReturn();
  return useMutation({
    mutationFn: (batchId: number) => client.returns.undo({ batchId }),
    onSuccess: refresh,
  });
}
