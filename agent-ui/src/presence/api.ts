import type { UserStatusView } from '../../../server/directories/contract.ts';
import type { PresenceChoice } from '../../../server/presence/contract.ts';
import { request } from '../live/request.ts';

export const fetchStatuses = () => request<{ rows: UserStatusView[] }>('GET', '/api/directories/user-statuses');

/** `personId` is `me` for one's own. */
export const setPresence = (personId: string, choice: PresenceChoice) =>
  request<undefined>('POST', `/api/presence/${personId}`, { body: choice });

export const forgetNextPresence = () => request<undefined>('DELETE', '/api/presence/me/next');
export const endWrapUp = () => request<undefined>('POST', '/api/presence/me/wrap-up/end');
export const returnToWork = () => request<undefined>('POST', '/api/presence/me/return');
