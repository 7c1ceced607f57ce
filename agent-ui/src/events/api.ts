import type { EventTypeView } from '../../../server/directories/contract.ts';
import type { EventChange, EventDraft, EventPage, EventView } from '../../../server/events/contract.ts';
import { request } from '../live/request.ts';

export type EventQuery = Readonly<Record<string, string | number | undefined>>;

export const fetchEvents = (query: EventQuery) => request<EventPage>('GET', '/api/events', { query });
export const fetchEvent = (eventId: string) => request<EventView>('GET', `/api/events/${eventId}`);
export const createEvent = (draft: EventDraft) => request<EventView>('POST', '/api/events', { body: draft });
export const changeEvent = (eventId: string, change: EventChange) =>
  request<EventView>('PUT', `/api/events/${eventId}`, { body: change });
export const removeEvent = (eventId: string) => request<undefined>('DELETE', `/api/events/${eventId}`);
export const fetchEventTypes = () => request<{ rows: EventTypeView[] }>('GET', '/api/directories/event-types');
