import type { Signal } from '../pbx.ts';
import { commonPool, type Line } from './facts.ts';
import type { Direction } from './ledger-entry.ts';
import { type Moment, write } from './moment.ts';
import { type CallState, type HotlineState, type PersonState, poolOf } from './state.ts';

export type Arrival = Omit<Extract<Signal, { kind: 'arrived' }>, 'kind'>;

export interface Parties {
  readonly direction: Direction;
  readonly line: Line | null;
  readonly from: PersonState | null;
  readonly to: PersonState | null;
}

/** A call that nobody has done anything for yet. */
export function callOf(state: HotlineState, arrival: Arrival, { direction, line, from, to }: Parties): CallState {
  state.arrivals += 1;
  return {
    callId: arrival.channelId,
    seq: 0,
    direction,
    line,
    callerNumber: arrival.callerNumber,
    callerName: arrival.callerName,
    dialled: arrival.dialled,
    from,
    to,
    arrivedAt: arrival.arrivedAt,
    rank: arrival.arrivedAt - (line?.priority ?? 0) * 60_000,
    turn: state.arrivals,
    phase: 'waiting',
    hears: 'nothing',
    wanted: [],
    offers: 0,
    offer: null,
    pools: [],
    places: [],
    hasEnteredQueue: false,
    isPastLimit: false,
    bridgedAt: null,
    talkingWith: null,
    legId: null,
    bridgeId: null,
  };
}

/** Makes the call known and writes its first entry. */
export function openCall(moment: Moment, arrival: Arrival, parties: Parties): CallState {
  const call = callOf(moment.state, arrival, parties);
  moment.state.calls.set(call.callId, call);
  write(moment, call, {
    type: 'call.arrived',
    direction: call.direction,
    lineId: call.line?.lineId ?? null,
    callerNumber: call.callerNumber,
    callerName: call.callerName,
    dialled: call.dialled,
    fromPersonId: call.from?.profile.personId ?? null,
    toPersonId: call.to?.profile.personId ?? null,
    arrivedAt: call.arrivedAt,
  });
  return call;
}

/** The people who may serve the call, and until when it may wait. Counted from the arrival, so a restart gives nothing away. */
export function enterPools({ state, at }: Moment, call: CallState) {
  const { line, to, callId, arrivedAt } = call;
  call.pools = [line ? poolOf(state, line.projectId ?? commonPool) : (to?.pool ?? poolOf(state, commonPool))];
  const limitSeconds = line?.queueLimitSeconds ?? state.parameters.directQueueLimitSeconds;
  state.deadlines.add({ kind: 'queue_limit', at: arrivedAt + limitSeconds * 1000, callId });
  if (line?.reserveAfterSeconds == null || line.projectId === null) return;
  const reserveAt = arrivedAt + line.reserveAfterSeconds * 1000;
  state.deadlines.add({ kind: 'reserve', at: Math.max(reserveAt, at), callId });
}

/** The call is one of the person's own from now on: no hot-line call reaches them meanwhile (D-03). */
export function joinCall(person: PersonState, call: CallState) {
  const kind = call.direction === 'out' ? 'outbound' : call.direction === 'internal' ? 'internal' : 'talking';
  person.live.push({ callId: call.callId, kind, isHeld: false });
  person.wrapUp = null;
  person.fault = null;
  person.faultUntil = null;
}

export function personById(state: HotlineState, personId: string | null): PersonState | null {
  return personId === null ? null : (state.people.get(personId) ?? null);
}
