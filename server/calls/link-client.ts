import type { Person } from '../access/index.ts';
import type { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ClientLink } from './contract.ts';
import type { Desk } from './desk.ts';
import { ownOf } from './list-calls.ts';
import { hasCall, linkByHand, selectClientName } from './queries.ts';

export interface LinkClientDeps {
  readonly database: Database;
  readonly desk: Pick<Desk, 'linked'>;
}

/**
 * Says whose call it is; null: nobody's. What a person chose is never changed by matching again (C12).
 *
 * @throws Refusal call_not_found, client_not_found (also for a contact person of another client)
 */
export async function linkClient(
  person: Person,
  { callId, clientId, contactId }: ClientLink & { readonly callId: string },
  { database, desk }: LinkClientDeps,
): Promise<void> {
  if (!(await hasCall(database, callId, ownOf(person)))) throw new Refusal('call_not_found');
  const clientName = clientId === null ? null : await selectClientName(database, clientId);
  if (!(await linkByHand(database, { callId, clientId, contactId }))) throw new Refusal('client_not_found');
  desk.linked(callId, clientId === null || clientName === null ? null : { clientId, clientName });
}
