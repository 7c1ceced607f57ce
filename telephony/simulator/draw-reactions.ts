import type { Order } from '../hotline/input.ts';
import type { LedgerEntry } from '../hotline/ledger-entry.ts';
import type { Habits } from './cast.ts';
import { Random, seedFor } from './random.ts';

/** What somebody presses in their console, and how long they take. */
export interface Reaction {
  readonly afterMs: number;
  readonly order: Order;
}

const nothing: readonly Reaction[] = [];

/** What a person does about what the hot line has just shown them: changes their mind, ends wrap-up, comes back. */
export function drawReactions(entry: LedgerEntry, habitsOf: (personId: string) => Habits | undefined, seed: number) {
  if (entry.stream === 'person') return toState(entry, habitsOf(entry.personId), seed);
  if (entry.type === 'queue.offer_made') {
    const random = new Random(seedFor(seed, 'offered', entry.callId, entry.offerNo));
    return random.chance(0.01) ? leaveFor(entry.personId, random.between(0, 6), random) : nothing;
  }
  if (entry.type === 'call.arrived' && entry.fromPersonId !== null) {
    return toDialling(entry.fromPersonId, entry.callId, new Random(seedFor(seed, 'dialling', entry.callId)));
  }
  if (entry.type === 'queue.offer_ringing') return toRinging(entry, habitsOf(entry.personId), seed);
  if (entry.type === 'call.bridged' && entry.personId !== null) {
    return toTalking(entry.personId, entry.callId, new Random(seedFor(seed, 'bridged', entry.callId)));
  }
  return nothing;
}

function toRinging(
  { personId, callId, offerNo }: Extract<LedgerEntry, { type: 'queue.offer_ringing' }>,
  habits: Habits | undefined,
  seed: number,
): readonly Reaction[] {
  const random = new Random(seedFor(seed, 'ringing', callId, offerNo));
  if (!habits || !random.chance(habits.changesMindWhileRingingShare)) return nothing;
  const afterMs = random.between(0, 5_000);
  if (random.chance(0.5)) return [{ afterMs, order: { kind: 'decline_offer', personId, callId } }];
  return leaveFor(personId, afterMs, random);
}

function toDialling(personId: string, callId: string, random: Random): readonly Reaction[] {
  const afterMs = random.between(0, 20_000);
  if (random.chance(0.08)) return [{ afterMs, order: { kind: 'hang_up_call', personId, callId } }];
  return random.chance(0.08) ? leaveFor(personId, afterMs, random) : nothing;
}

function toTalking(personId: string, callId: string, random: Random): readonly Reaction[] {
  if (random.chance(0.03)) {
    return [{ afterMs: random.between(0, 10_000), order: { kind: 'hang_up_call', personId, callId } }];
  }
  if (!random.chance(0.1)) return nothing;
  const afterMs = random.between(0, 30_000);
  const clears: Reaction = { afterMs: afterMs + 3_000, order: { kind: 'clear_next_presence', personId } };
  return [...leaveFor(personId, afterMs, random), ...(random.chance(0.3) ? [clears] : [])];
}

function toState(
  { personId, work, callId, seq }: Extract<LedgerEntry, { stream: 'person' }>,
  habits: Habits | undefined,
  seed: number,
): readonly Reaction[] {
  if (!habits || (work !== 'wrap_up' && work !== 'not_responding')) return nothing;
  const random = new Random(seedFor(seed, personId, work, callId ?? seq));
  if (work === 'not_responding') {
    const afterMs = random.between(300, habits.returnsWithinMs);
    if (random.chance(0.7)) return [{ afterMs, order: { kind: 'confirm_return', personId } }];
    return [{ afterMs, order: choice(personId, 'free', 'self') }];
  }
  if (!random.chance(habits.endsWrapUpEarlyShare)) return nothing;
  const afterMs = random.between(0, 6_000);
  if (random.chance(0.8)) return [{ afterMs, order: { kind: 'end_wrap_up', personId } }];
  return leaveFor(personId, afterMs, random);
}

/** Away for a while, by oneself or by a supervisor, and back. */
function leaveFor(personId: string, afterMs: number, random: Random): readonly Reaction[] {
  const status = random.pick(['break', 'with_client', 'lunch', 'duty', 'free']);
  const by = random.chance(0.2) ? 'supervisor' : 'self';
  return [
    { afterMs, order: choice(personId, status, by) },
    { afterMs: afterMs + random.between(5_000, 60_000), order: choice(personId, 'free', 'self') },
  ];
}

export function choice(personId: string, status: string, by: 'self' | 'supervisor'): Order {
  return {
    kind: 'choose_presence',
    personId,
    status,
    source: by,
    byPersonId: by === 'self' ? personId : 'supervisor',
    note: null,
  };
}
