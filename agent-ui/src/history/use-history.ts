import { usePages } from '../registry/use-pages.ts';
import { fetchHistory, type HistoryQuery } from './api.ts';

/** Changes, newest first, page by page as they are scrolled. */
export function useHistory(filter: Pick<HistoryQuery, 'kind' | 'objectId'>) {
  return usePages({
    queryKey: ['history', 'list', filter],
    fetchPage: (after, signal) => fetchHistory({ ...filter, limit: 100, ...(after ? { after } : {}) }, signal),
  });
}
