import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

/** A page as every list of the server gives it. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** To ask for the next page with; null: this is the last. */
  readonly after: string | null;
}

interface Asked<Row> {
  readonly queryKey: QueryKey;
  /** `after` is left out for the first page. */
  readonly fetchPage: (after: string | undefined, signal: AbortSignal) => Promise<Page<Row>>;
  /** Asks again by itself, in milliseconds; left out: only when something says so. */
  readonly refetchInterval?: number;
}

/** The rows of a registry, page by page as it is scrolled; the old ones stay until the new are here. */
export function usePages<Row>({ queryKey, fetchPage, refetchInterval }: Asked<Row>) {
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam ?? undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.after,
    placeholderData: keepPreviousData,
    ...(refetchInterval === undefined ? {} : { refetchInterval }),
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
