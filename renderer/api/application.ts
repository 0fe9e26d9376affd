/** The program itself: what it is, its dialogs, and what it remembers about the window. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { IssuingOffice } from '#shared/domain/issuing-office.ts';
import { client } from './client.ts';
import { queryKeys } from './query-keys.ts';

export function useApplicationInfo() {
  return useQuery({
    queryKey: queryKeys.application.info,
    queryFn: () => client.application.info({}),
  });
}

export function useSetOperator() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => client.application.setOperator({ name }),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: queryKeys.application.all });
      void cache.invalidateQueries({ queryKey: queryKeys.log.all });
    },
  });
}

export function useIssuingOffice() {
  return useQuery({ queryKey: queryKeys.application.office, queryFn: () => client.application.office({}) });
}

export function useSetIssuingOffice() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (office: IssuingOffice) => client.application.setOffice(office),
    onSuccess: (office) => {
      cache.setQueryData(queryKeys.application.office, office);
      void cache.invalidateQueries({ queryKey: queryKeys.log.all });
    },
  });
}

/**
 * A remembered layout or choice as text.
 * @param key as `preferenceKey` of the contract allows: `tasks.grid`
 * @returns `value` undefined while it is being read, null when nothing is remembered
 */
export function usePreference(key: string) {
  const cache = useQueryClient();
  const { data, isError } = useQuery({
    queryKey: queryKeys.preference(key),
    queryFn: () => client.application.readPreference({ key }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const { mutate } = useMutation({
    mutationFn: (value: string) => client.application.writePreference({ key, value }),
    onMutate: (value) => {
      cache.setQueryData(queryKeys.preference(key), value);
    },
  });
  // A layout that cannot be read must not keep a screen from opening.
  return { value: isError ? null : data, remember: mutate };
}

/** Opens a file or folder of this session in its own program. */
export function openPath(path: string): Promise<boolean> {
  return client.application.openPath({ path });
}

/** Opens the folder with the file marked. */
export function showInFolder(path: string): Promise<boolean> {
  return client.application.showInFolder({ path });
}

export const chooseSaveFile = (suggestedName: string) => client.application.chooseSaveFile({ suggestedName });
export const chooseDirectory = (title: string) => client.application.chooseDirectory({ title });
export const chooseReturns = () => client.application.chooseReturns({});
