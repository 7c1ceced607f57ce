import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { CallLogRow } from '../../../server/calls/contract.ts';
import { useLive } from '../live/live-provider.tsx';
import { type CallPage, fetchCalls } from './api.ts';
import { type CallSearch, toCallQuery } from './call-search.ts';
import { patchCalls } from './patch-calls.ts';

type Pages = InfiniteData<CallPage, string | null>;

/** The call log under a filter, page by page as it is scrolled, kept fresh by live messages. */
export function useCalls(search: CallSearch) {
  const { live } = useLive();
  const queries = useQueryClient();
  const queryKey = useMemo(() => ['calls', 'list', search], [search]);
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => fetchCalls({ ...toCallQuery(search, new Date()), after: pageParam ?? undefined }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.after,
    placeholderData: keepPreviousData,
  });

  useEffect(
    () =>
      live.on('call.logged', ({ row }) => {
        queries.setQueryData<Pages>(
          queryKey,
          (pages) => pages && { ...pages, pages: patchCalls(pages.pages, row, search) },
        );
      }),
    [live, queries, queryKey, search],
  );

  const rows = useMemo<readonly CallLogRow[] | undefined>(() => data?.pages.flatMap((page) => page.rows), [data]);
  return {
    rows,
    error,
    refetch: () => void refetch(),
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}
