import type { ClientDraft, ClientRow, ClientView, ContactDraft, PhoneDraft } from '../../../server/clients/contract.ts';
import { request } from '../live/request.ts';

export interface ClientPage {
  readonly rows: readonly ClientRow[];
  readonly after: string | null;
}

export const fetchClients = (query: { q?: string; after?: string; limit?: number }, signal?: AbortSignal) =>
  request<ClientPage>('GET', '/api/clients', { query, ...(signal ? { signal } : {}) });
export const fetchClient = (clientId: string) => request<ClientView>('GET', `/api/clients/${clientId}`);
export const createClient = (draft: ClientDraft) => request<ClientView>('POST', '/api/clients', { body: draft });
export const changeClient = (clientId: string, draft: ClientDraft) =>
  request<ClientView>('PUT', `/api/clients/${clientId}`, { body: draft });
export const addPhone = (clientId: string, phone: PhoneDraft) =>
  request<ClientView>('POST', `/api/clients/${clientId}/phones`, { body: phone });
export const addContact = (clientId: string, contact: ContactDraft) =>
  request<ClientView>('POST', `/api/clients/${clientId}/contacts`, { body: contact });
