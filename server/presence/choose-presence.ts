import type { Order } from '../../telephony/index.ts';
import type { Person } from '../access/index.ts';
import { findUserStatus } from '../directories/index.ts';
import { findPersonFacts } from '../people/index.ts';
import type { Sql } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { FewFree, PresenceChoice } from './contract.ts';
import { whyNotChoose } from './why-not-choose.ts';

export interface PresenceDeps {
  readonly sql: Sql;
  /** Hands an order to the hot line; what comes of it shows in the ledger and in live messages. */
  readonly order: (order: Order) => void;
  /** The line that would have too few free people without the person (D-03); null: they may go. */
  readonly tooFewFree: (personId: string) => FewFree | null;
  /** IANA name of the zone whose midnight divides days. */
  readonly timeZone: () => string;
}

/**
 * Sets somebody's status, the own or another's. When it takes effect the hot line decides: during a call it becomes
 * the next one (C1).
 *
 * @throws Refusal not_found (no such active person), unknown_status, status_not_by_hand, reason_required;
 *   too_few_free { line, minimum, onBreak } when the person themselves leaves too few (D-03): a supervisor may still send them
 */
export async function choosePresence(
  by: Person,
  { personId, choice }: { readonly personId: string; readonly choice: PresenceChoice },
  { sql, order, tooFewFree }: PresenceDeps,
): Promise<void> {
  const isOwn = personId === by.personId;
  if (!isOwn && !(await findPersonFacts(sql, personId))?.isActive) throw new Refusal('not_found', { what: 'person' });
  const status = await findUserStatus(sql, choice.status);
  const obstacle = whyNotChoose(status, choice);
  if (obstacle) throw new Refusal(obstacle.code, {}, obstacle.field);
  const few = isOwn && !status?.acceptsHotline ? tooFewFree(personId) : null;
  if (few) throw new Refusal('too_few_free', { ...few, onBreak: few.onBreak.join(', ') || '—' }, 'status');
  order({
    kind: 'choose_presence',
    personId,
    status: choice.status,
    source: isOwn ? 'self' : 'supervisor',
    byPersonId: by.personId,
    note: choice.note || null,
  });
}
