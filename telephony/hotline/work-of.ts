import type { Work } from './ledger-entry.ts';
import type { PersonState } from './state.ts';

type WorkFacts = Pick<PersonState, 'live' | 'offer' | 'wrapUp' | 'fault'>;

const workOfLive = { talking: 'talking', outbound: 'outbound', internal: 'internal' } as const;

/** What a person is doing, as the system knows it (C1). A talk outweighs a ring, a ring outweighs what follows a call. */
export function workOf({ live, offer, wrapUp, fault }: WorkFacts): Work {
  const latest = live.at(-1);
  if (latest) return latest.isHeld ? 'hold' : workOfLive[latest.kind];
  if (offer) return offer.isRinging ? 'ringing' : 'offered';
  if (wrapUp) return 'wrap_up';
  return fault ?? 'idle';
}
