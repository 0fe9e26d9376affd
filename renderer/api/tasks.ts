import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { TaskEdit, TaskFilter, TaskPage } from '#shared/contract/tasks.ts';
import { client } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** Small, so that the grid stands at once. */
const firstPageSize = 500;
/** The main process reads a page in one go, and keystrokes wait for it: a tenth of a second at most. */
const nextPageSize = 1_000;

function loadedRows(pages: TaskPage[]): number {
  return pages.reduce((sum, page) => sum + page.rows.length, 0);
}

/** The offset to go on from; undefined when everything is here or the main process has no more to give. */
function nextOffset(last: TaskPage, pages: TaskPage[]): number | undefined {
  const loaded = loadedRows(pages);
  return last.rows.length > 0 && loaded < last.total ? loaded : undefined;
}

/** All tasks of a filter: the first page at once, the rest behind it. While a new filter loads, the old rows stay. */
export function useTaskList(filter: TaskFilter) {
  const query = useInfiniteQuery({
    queryKey: queryKeys.tasks.list(filter),
    queryFn: ({ pageParam }) =>
      client.tasks.list({ filter, offset: pageParam, limit: pageParam === 0 ? firstPageSize : nextPageSize }),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
    placeholderData: keepPreviousData,
  });
  const { hasNextPage, isFetching, isPlaceholderData, isError, fetchNextPage } = query;
  const pages = query.data?.pages;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that comes at once changes only `pages`
  useEffect(() => {
    if (hasNextPage && !isFetching && !isPlaceholderData && !isError) void fetchNextPage();
  }, [pages, hasNextPage, isFetching, isPlaceholderData, isError, fetchNextPage]);

  const rows = useMemo(() => pages?.flatMap((page) => page.rows), [pages]);
  return { rows, totals: pages?.at(-1), error: query.error, isPlaceholderData, refetch: query.refetch };
}

export function useTaskFilterOptions() {
  return useQuery({
    queryKey: queryKeys.tasks.filterOptions,
    queryFn: () => client.tasks.filterOptions({}),
  });
}

export function useTaskDetail(taskId: number) {
  return useQuery({
    queryKey: queryKeys.tasks.detail(taskId),
    queryFn: () => client.tasks.detail({ taskId }),
  });
}

/** A `stale` failure also fetches the task as it stands now, so that it can be shown beside what was typed. */
export function useEditTask() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (edit: TaskEdit) => client.tasks.edit(edit),
    onSuccess: (detail) => cache.setQueryData(queryKeys.tasks.detail(detail.id), detail),
    onSettled: () => cache.invalidateQueries({ queryKey: queryKeys.tasks.all }),
  });
}
