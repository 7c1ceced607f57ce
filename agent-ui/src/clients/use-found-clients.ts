import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchClients } from './api.ts';

const none: readonly never[] = [];

/** The first cards that fit the text; nothing for an empty one. The former answer stays until the next is here. */
export function useFoundClients(text: string) {
  const { data, isFetching, error } = useQuery({
    queryKey: ['clients', 'found', text],
    queryFn: ({ signal }) => fetchClients({ q: text, limit: 8 }, signal),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  return { rows: text === '' ? none : (data?.rows ?? none), isFetching, error };
}
