import type { HistoryRow, HistoryRules, HistoryRulesDraft } from '../../../server/history/contract.ts';
import { request } from '../live/request.ts';

export interface HistoryQuery {
  readonly kind?: string;
  readonly objectId?: string;
  readonly after?: string;
  readonly limit?: number;
}

export const fetchHistory = (query: HistoryQuery, signal?: AbortSignal) =>
  request<{ rows: readonly HistoryRow[]; after: string | null }>('GET', '/api/history', {
    query: { ...query },
    ...(signal ? { signal } : {}),
  });
export const fetchHistoryRules = () => request<{ rules: readonly HistoryRules[] }>('GET', '/api/history/rules');
export const saveHistoryRules = (kind: string, draft: HistoryRulesDraft) =>
  request<HistoryRules>('PUT', `/api/history/rules/${kind}`, { body: draft });
