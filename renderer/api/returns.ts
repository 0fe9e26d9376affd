/** 回表台: the files under review, what is decided about them, and the imports of the past. */
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ApplyDeskResult, Desk, DeskFileDetail, RedoResult } from '#shared/contract/desk.ts';
import type { AppError } from '#shared/contract/errors.ts';
import type { Client } from '#shared/contract/index.ts';
import { asAppError, client } from './client.ts';
import { useJob } from './job.ts';
import { queryKeys } from './query-keys.ts';

type Input<Name extends keyof Client['returns']> = Parameters<Client['returns'][Name]>[0];

export function useReturnBatches() {
  return useQuery({ queryKey: queryKeys.returns.batches, queryFn: () => client.returns.batches({}) });
}

export function useDesk() {
  return useQuery({ queryKey: queryKeys.returns.desk, queryFn: () => client.returns.desk({}) });
}

/** One file with its rows. @param fileId null while none is chosen, or while it has not been read */
export function useDeskFile(fileId: number | null) {
  return useQuery({
    queryKey: queryKeys.returns.file(fileId ?? 0),
    queryFn: () => client.returns.file({ fileId: fileId ?? 0 }),
    enabled: fileId !== null,
  });
}

/** Takes the desk as answered; files that came out otherwise are asked for their rows anew. */
export function storeDesk(cache: QueryClient, desk: Desk): void {
  const before = new Map(
    cache.getQueryData<Desk>(queryKeys.returns.desk)?.files.map((file) => [file.id, file]),
  );
  const stored = cache.setQueryData<Desk>(queryKeys.returns.desk, desk);
  for (const file of stored?.files ?? []) {
    // The cache keeps what is equal, so that another object is another state.
    const known = before.get(file.id);
    if (known === undefined || known === file) continue;
    void cache.invalidateQueries({ queryKey: queryKeys.returns.file(file.id) });
  }
}

function storeFile(cache: QueryClient, detail: DeskFileDetail): void {
  cache.setQueryData(queryKeys.returns.file(detail.id), detail);
  const { rows: _rows, columns: _columns, ...entry } = detail;
  cache.setQueryData<Desk>(queryKeys.returns.desk, (desk) =>
    desk === undefined
      ? desk
      : { ...desk, files: desk.files.map((file) => (file.id === entry.id ? entry : file)) },
  );
}

/** What a person says and decides on the desk; one after the other, so that no answer overtakes another. */
export function useDeskChanges() {
  const cache = useQueryClient();
  const [error, setError] = useState<AppError | null>(null);
  const { mutateAsync, isPending } = useMutation({
    scope: { id: 'return-desk' },
    mutationFn: (change: () => Promise<Desk>) => change(),
    onMutate: () => setError(null),
    onSuccess: (desk) => storeDesk(cache, desk),
    onError: (reason) => setError(asAppError(reason)),
  });
  const calls = useMemo(() => {
    /** True once it is done; a failure is shown as `error`. */
    const run = (change: () => Promise<Desk>) =>
      mutateAsync(change).then(
        () => true,
        () => false,
      );
    /** What is decided about one file bears on others: two files may speak of the same task. */
    const runOnFile = (change: () => Promise<DeskFileDetail>) =>
      run(async () => {
        storeFile(cache, await change());
        return client.returns.desk({});
      });
    return {
      tell: (input: Input<'tell'>) => run(() => client.returns.tell(input)),
      decide: (input: Input<'decide'>) => runOnFile(() => client.returns.decide(input)),
      teachColumn: (input: Input<'teachColumn'>) => runOnFile(() => client.returns.teachColumn(input)),
      accept: (input: Input<'accept'>) => run(() => client.returns.accept(input)),
      remove: (input: Input<'remove'>) => run(() => client.returns.remove(input)),
    };
  }, [cache, mutateAsync]);
  return { ...calls, error, isPending };
}
export type DeskChanges = ReturnType<typeof useDeskChanges>;

/** What was imported changes every screen that shows progress. */
function useRefreshAfterReturn() {
  const cache = useQueryClient();
  return () => {
    for (const area of [queryKeys.returns, queryKeys.progress, queryKeys.tasks, queryKeys.units]) {
      void cache.invalidateQueries({ queryKey: area.all });
    }
  };
}

export function useApplyDesk() {
  const refresh = useRefreshAfterReturn();
  return useJob<Omit<Input<'apply'>, 'jobId'>, ApplyDeskResult>(
    (input) => client.returns.apply(input),
    refresh,
  );
}

/** A 计划表 on the desk against what is stored; asked anew each time it is looked at. */
export function useDeskPlanSheet(fileId: number) {
  return useQuery({
    queryKey: queryKeys.returns.planSheet(fileId),
    queryFn: () => client.returns.planSheet({ fileId }),
    staleTime: 0,
    gcTime: 0,
  });
}

export function useApplyDeskPlanSheet() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Input<'applyPlanSheet'>) => client.returns.applyPlanSheet(input),
    // Somebody was faster: the cells are compared anew, the choices stay.
    onError: (_, { fileId }) => cache.invalidateQueries({ queryKey: queryKeys.returns.planSheet(fileId) }),
    onSuccess: () => {
      for (const area of ['returns', 'plan', 'tasks', 'lights', 'actions', 'log'] as const)
        void cache.invalidateQueries({ queryKey: queryKeys[area].all });
    },
  });
}

/** Writes the marked copies and the 退回说明. */
export function useRedoReturns() {
  const refresh = useRefreshAfterReturn();
  return useJob<Omit<Input<'redo'>, 'jobId'>, RedoResult>((input) => client.returns.redo(input), refresh);
}

export function useUndoReturns() {
  const refresh = useRefreshAfterReturn();
  return useMutation({
    mutationFn: (batchId: number) => client.returns.undo({ batchId }),
    onSuccess: refresh,
  });
}

/** Opens a copy of the file as the unit sent it, in its own program. */
export function openOriginal(sha256: string): Promise<boolean> {
  return client.returns.openOriginal({ sha256 });
}
