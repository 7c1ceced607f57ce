import { commonPool } from './facts.ts';
import type { Moment } from './moment.ts';
import type { CallState, Pool } from './state.ts';
import { poolOf } from './state.ts';

/** Gives the call its place by rank in every pool that serves it: its old place after a missed offer. */
export function takePlace({ stirred }: Moment, call: CallState) {
  if (call.places.length > 0) return;
  for (const pool of call.pools) {
    call.places.push(pool.waiting.insert(call, call.rank, call.turn));
    stirred.add(pool);
  }
}

export function leavePlace(call: CallState) {
  for (const place of call.places) place.list?.remove(place);
  call.places = [];
}

/** The common pool joins in for a line whose own people have not answered in time (D-11). */
export function joinReserve(moment: Moment, call: CallState) {
  const reserve = poolOf(moment.state, commonPool);
  if (call.pools.includes(reserve)) return;
  call.pools = [...call.pools, reserve];
  if (call.places.length === 0) return;
  call.places.push(reserve.waiting.insert(call, call.rank, call.turn));
  moment.stirred.add(reserve);
}

/** The first caller of the pool who may be offered now; those still looked up or held back for a second are passed over. */
export function firstInTurn(pool: Pool): CallState | null {
  for (const call of pool.waiting) if (call.phase === 'waiting') return call;
  return null;
}
