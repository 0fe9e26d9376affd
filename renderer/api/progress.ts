import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProgressRow, ProgressSave } from '#shared/contract/progress.ts';
import { client } from './client.ts';
import { queryKeys, type SheetChoice } from './query-keys.ts';

export type { SheetChoice } from './query-keys.ts';

export function usePeriods() {
  return useQuery({ queryKey: queryKeys.progress.periods, queryFn: () => client.progress.periods({}) });
}

/** @param choice null while period, unit or leader are still to be chosen */
export function useProgressSheet(choice: SheetChoice | null) {
  return useQuery({
    queryKey: choice === null ? ['progress', 'sheet', null] : queryKeys.progress.sheet(choice),
    queryFn: () => client.progress.sheet(choice as SheetChoice),
    enabled: choice !== null,
  });
}

/**
 * Saves one row. The sheet's cached copy of it is replaced by the answer; screens that only show progress are
 * refreshed when next opened.
 */
export function useSaveProgress(choice: SheetChoice | null) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (save: ProgressSave) => client.progress.save(save),
    onSuccess: (saved) => {
      if (choice !== null) {
        cache.setQueryData<ProgressRow[]>(queryKeys.progress.sheet(choice), (rows) =>
          rows?.map((row) => (row.taskId === saved.taskId && row.unitId === saved.unitId ? saved : row)),
        );
      }
      void cache.invalidateQueries({ queryKey: queryKeys.tasks.all });
      void cache.invalidateQueries({ queryKey: queryKeys.progress.periods });
    },
  });
}
