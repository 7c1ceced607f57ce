import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fetchHistory, type HistoryQuery } from './api.ts';

/** Changes, newest first, page by page as they are scrolled. */
export function useHistory(filter: Pick<HistoryQuery, 'kind' | 'objectId'>) {
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ['history', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      fetchHistory({ ...filter, limit: 100, ...(pageParam ? { after: pageParam } : {}) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.after,
    placeholderData: keepPreviousData,
  });
  return {
    rows: useMemo(() => data?.pages.flatMap((page) => page.rows), [data]),
    error,
    refetch: () => void refetch(),
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}
