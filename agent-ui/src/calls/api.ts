import type {
  CallLogRow,
  CallParameters,
  CallView,
  DigitsPreview,
  NoteView,
  PbxPathView,
} from '../../../server/calls/contract.ts';
import { request } from '../live/request.ts';

export interface CallPage {
  readonly rows: readonly CallLogRow[];
  readonly after: string | null;
}
/** The filter of the contract as the address carries it: everything optional, all text. */
export type CallQuery = Readonly<Record<string, string | number | undefined>>;

export const fetchCalls = (query: CallQuery) => request<CallPage>('GET', '/api/calls', { query });
export const fetchCall = (callId: string) => request<CallView>('GET', `/api/calls/${callId}`);

/** @throws RefusedError `note_changed` with `text` and `revision` of the newer one: let the person join both */
export const saveNote = (callId: string, note: NoteView, keepalive: boolean) =>
  request<NoteView>('PUT', `/api/calls/${callId}/note`, { body: note, keepalive });

export const linkClient = (callId: string, clientId: string, contactId: string | null) =>
  request<undefined>('PUT', `/api/calls/${callId}/client`, {
    body: contactId === null ? { clientId } : { clientId, contactId },
  });
export const declineCall = (callId: string) => request<undefined>('POST', `/api/calls/${callId}/decline`);
export const hangUpCall = (callId: string) => request<undefined>('POST', `/api/calls/${callId}/hang-up`);

export const fetchCallParameters = () => request<CallParameters>('GET', '/api/parameters/calls');
export const saveCallParameters = (parameters: CallParameters) =>
  request<CallParameters>('PUT', '/api/parameters/calls', { body: parameters });
export const fetchDigitsPreview = (minLoggedDigits: number) =>
  request<DigitsPreview>('GET', '/api/parameters/calls/preview', { query: { minLoggedDigits } });
export const checkPbxPath = (pbxPath: string) =>
  request<PbxPathView>('POST', '/api/parameters/calls/check-path', { body: { pbxPath } });
