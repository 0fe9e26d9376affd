import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RuleDraft } from '#shared/domain/supervision/rule-settings.ts';
import { client } from './client.ts';
import { queryKeys } from './query-keys.ts';

export function useRules() {
  return useQuery({ queryKey: queryKeys.rules, queryFn: () => client.rules.read({}) });
}

/** New rules move lights, the day's list and the drawings on the pages of tasks. */
export function useSaveRule() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (draft: RuleDraft) => client.rules.save(draft),
    onSuccess: (book) => {
      cache.setQueryData(queryKeys.rules, book);
      const { lights, actions, tasks, plan, assess, log } = queryKeys;
      for (const { all } of [lights, actions, tasks, plan, assess, log])
        void cache.invalidateQueries({ queryKey: all });
    },
  });
}
