/** What a person taught the program about a unit's returns. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LearnedMeaning } from '#shared/contract/desk.ts';
import { client } from './client.ts';
import { queryKeys } from './query-keys.ts';

export function useLearnedMeanings(unitId: number) {
  return useQuery({
    queryKey: queryKeys.returns.learned(unitId),
    queryFn: () => client.returns.learned({ unitId }),
  });
}

/** Also files on the desk are read without it from then on. */
export function useForgetMeaning(unitId: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, words }: Pick<LearnedMeaning, 'kind' | 'words'>) =>
      client.returns.forget({ unitId, kind, words }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.returns.all }),
  });
}
