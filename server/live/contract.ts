import type { CallMessages, CallRequests } from '../calls/contract.ts';
import type { BoardMessages, BoardRequests } from '../hotline/contract.ts';
import type { PresenceMessages } from '../presence/contract.ts';

/**
 * Every message the server pushes, typed on both ends. `seq` counts up by one per room: `desk.*`, `call.*` and
 * `presence.*` share the person's own, `board.*` has the board's. A gap means: ask for the snapshot again.
 */
export interface LiveMessages extends CallMessages, PresenceMessages, BoardMessages {
  /** The session has ended (signed out elsewhere, account closed): go to the sign-in page. */
  'session.ended': () => void;
  /** Several messages of one person in their order, sent as one: take each as if it had come alone. */
  'live.batch': (messages: readonly LiveBatchItem[]) => void;
}
/** Name and message, as `LiveMessages` pairs them. */
export type LiveBatchItem = readonly [name: string, message: object];

/** What a console may ask over the socket. Everything else goes by HTTP. */
export interface LiveRequests extends CallRequests, BoardRequests {}
