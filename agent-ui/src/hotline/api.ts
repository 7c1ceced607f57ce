import type { LineDraft, LineView } from '../../../server/hotline/contract.ts';
import { request } from '../live/request.ts';

export const fetchLines = () => request<{ rows: LineView[] }>('GET', '/api/hotline/lines');
export const createLine = (draft: LineDraft) => request<LineView>('POST', '/api/hotline/lines', { body: draft });
export const changeLine = (lineId: string, draft: LineDraft) =>
  request<LineView>('PUT', `/api/hotline/lines/${lineId}`, { body: draft });
export const removeLine = (lineId: string) => request<undefined>('DELETE', `/api/hotline/lines/${lineId}`);
