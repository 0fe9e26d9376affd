import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { LogFilter } from '#shared/contract/log.ts';
import { client } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** Entries of one page of the log. */
export const logPageSize = 100;

/** @param page from 0 */
export function useLogPage(filter: LogFilter, page: number) {
  return useQuery({
    queryKey: queryKeys.log.page(filter, page),
    queryFn: () => client.log.search({ filter, offset: page * logPageSize, limit: logPageSize }),
    placeholderData: keepPreviousData,
  });
}

export function useLogOptions() {
  return useQuery({ queryKey: queryKeys.log.options, queryFn: () => client.log.options({}) });
}

export function useVerifyLog() {
  return useMutation({ mutationFn: () => client.log.verify({}) });
}

export function useExportLog() {
  return useMutation({
    mutationFn: (request: { filter: LogFilter; file: string }) => client.log.exportLog(request),
  });
}
