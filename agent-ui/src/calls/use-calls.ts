import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useLive } from '../live/live-provider.tsx';
import { usePages } from '../registry/use-pages.ts';
import { type CallPage, fetchCalls } from './api.ts';
import { type CallSearch, toCallQuery } from './call-search.ts';
import { patchCalls } from './patch-calls.ts';

type Pages = InfiniteData<CallPage, string | null>;

/** The call log under a filter, page by page as it is scrolled, kept fresh by live messages. */
export function useCalls(search: CallSearch) {
  const { live } = useLive();
  const queries = useQueryClient();
  const queryKey = useMemo(() => ['calls', 'list', search], [search]);
  const pages = usePages({
    queryKey,
    fetchPage: (after) => fetchCalls({ ...toCallQuery(search, new Date()), after }),
  });

  useEffect(
    () =>
      live.on('call.logged', ({ row }) => {
        queries.setQueryData<Pages>(
          queryKey,
          (known) => known && { ...known, pages: patchCalls(known.pages, row, search) },
        );
      }),
    [live, queries, queryKey, search],
  );

  return pages;
}
