import { usePages } from '../registry/use-pages.ts';
import { fetchClients } from './api.ts';

/** The card index by name, page by page as it is scrolled. */
export function useClients(q: string) {
  return usePages({
    queryKey: ['clients', 'list', q],
    fetchPage: (after, signal) => fetchClients({ q, limit: 50, ...(after ? { after } : {}) }, signal),
  });
}
