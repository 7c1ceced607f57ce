import type { Person } from '../access/index.ts';
import type { Sql } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { type ClientReach, isReached } from './queries.ts';

/**
 * Whether the client is among those the person reaches (D-15).
 *
 * @throws Refusal client_not_found for one that may not even be read; not_permitted { deed } for one that may
 */
export async function requireReach(
  sql: Sql,
  person: Person,
  { clientId, right }: { readonly clientId: string; readonly right: ClientReach },
): Promise<void> {
  if (!(await isReached(sql, person, { clientId, right: 'clients.view' }))) throw new Refusal('client_not_found');
  if (right === 'clients.view' || (await isReached(sql, person, { clientId, right }))) return;
  throw new Refusal('not_permitted', { deed: right });
}
