import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fetchClients } from './api.ts';

/** The card index by name, page by page as it is scrolled. */
export function useClients(q: string) {
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ['clients', 'list', q],
    queryFn: ({ pageParam, signal }) =>
      fetchClients({ q, limit: 50, ...(pageParam ? { after: pageParam } : {}) }, signal),
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
