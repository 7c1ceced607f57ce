import type { EndCause, Signal } from '../pbx.ts';
import { dropOffer, endCall, hangUpLeg } from './end-call.ts';
import type { OfferResult, Outcome } from './ledger-entry.ts';
import { byPhone, command, type Moment, touch, write } from './moment.ts';
import { joinCall } from './open-call.ts';
import { takePlace } from './queue-call.ts';
import type { CallState, Offer, PersonState } from './state.ts';

export function legRinging(moment: Moment, legId: string) {
  const call = moment.state.callByLeg.get(legId);
  const offer = call?.offer;
  if (!call || !offer?.legs.has(legId) || offer.isRinging) return;
  offer.isRinging = true;
  write(moment, call, { type: 'queue.offer_ringing', offerNo: offer.offerNo, personId: offer.person.profile.personId });
  touch(moment, offer.person, byPhone);
}

/** The first phone picked up wins; every other one of the offer stops ringing. One call, one person (D-13). */
export function legAnswered(moment: Moment, legId: string) {
  const call = moment.state.callByLeg.get(legId);
  if (!call) {
    // Picked up in the moment we took the call away: nobody is there any more.
    command(moment, { kind: 'hang_up', channelId: legId, cause: 'answered_elsewhere' });
    return;
  }
  if (call.phase === 'dialling' && call.legId === legId) connect(moment, call, legId);
  const offer = call.offer;
  if (!offer?.legs.has(legId) || offer.answeredLeg !== null) return;
  offer.answeredLeg = legId;
  for (const other of offer.legs) {
    if (other === legId) continue;
    offer.legs.delete(other);
    hangUpLeg(moment, other, 'answered_elsewhere');
  }
  connect(moment, call, legId);
}

function connect(moment: Moment, call: CallState, legId: string) {
  call.phase = 'connecting';
  call.bridgeId = `${call.callId}-b${call.offers}`;
  command(moment, { kind: 'connect', callId: call.callId, legId, bridgeId: call.bridgeId });
}

/** Both sides can talk: only now the call counts as answered. */
export function connected(moment: Moment, { callId, legId }: Extract<Signal, { kind: 'connected' }>) {
  const call = moment.state.calls.get(callId);
  if (call?.phase !== 'connecting') return;
  const { offer } = call;
  if (offer ? offer.answeredLeg !== legId : call.legId !== legId) return;
  call.phase = 'talking';
  call.bridgedAt = moment.at;
  call.legId = legId;
  const person = offer?.person ?? null;
  if (offer) {
    offer.legs.clear();
    dropOffer(moment, offer, { result: 'answered', cause: null });
  }
  if (person) startTalking(moment, call, person);
  write(moment, call, {
    type: 'call.bridged',
    personId: person?.profile.personId ?? null,
    offerNo: offer?.offerNo ?? null,
    waitedMs: moment.at - call.arrivedAt,
  });
}

function startTalking(moment: Moment, call: CallState, person: PersonState) {
  call.talkingWith = person;
  joinCall(person, call);
  touch(moment, person, byPhone);
}

/** The two sides could not be joined. A caller who is still there keeps the place; the phone is let go. */
export function connectFailed(moment: Moment, { callId, legId }: Extract<Signal, { kind: 'connect_failed' }>) {
  const call = moment.state.calls.get(callId);
  if (call?.phase !== 'connecting') return;
  if (call.offer?.answeredLeg === legId) {
    // Mostly the caller has just left and their own signal follows; if not, a breath keeps the two from failing in a circle.
    offerFailed(moment, call.offer, { result: 'cancelled', cause: 'failed', holdOffMs: 1000 });
  } else if (call.legId === legId) {
    endCall(moment, call, { outcome: 'unreachable', cause: 'failed', endedBy: 'system' });
  }
}

/** A leg of ours is gone. */
export function legEnded(moment: Moment, legId: string, cause: EndCause) {
  const { state } = moment;
  const call = state.callByLeg.get(legId);
  if (!call) return;
  state.callByLeg.delete(legId);
  if (call.legId === legId) {
    call.legId = null;
    farSideLeft(moment, call, cause);
    return;
  }
  const { offer } = call;
  if (!offer?.legs.delete(legId)) return;
  if (offer.legs.size > 0 && cause !== 'declined') return;
  offerFailed(moment, offer, { result: resultOf(moment, offer, cause), cause });
}

const outcomeOfDialling: Partial<Record<EndCause, Outcome>> = {
  busy: 'busy',
  declined: 'declined',
  no_answer: 'no_answer',
  cancelled: 'no_answer',
};

function farSideLeft(moment: Moment, call: CallState, cause: EndCause) {
  const wasBridged = call.bridgedAt !== null;
  endCall(moment, call, {
    outcome: wasBridged ? 'answered' : (outcomeOfDialling[cause] ?? 'unreachable'),
    cause,
    endedBy: call.talkingWith ? 'person' : 'far_end',
  });
}

/** Told apart for the counters (C3): a phone that never rang was not missed by anybody. */
function resultOf({ at }: Moment, offer: Offer, cause: EndCause): Failure['result'] {
  if (offer.answeredLeg !== null) return 'declined';
  if (cause === 'declined' || cause === 'busy') return cause;
  if (cause !== 'no_answer') return 'unreachable';
  return offer.isRinging || at - offer.startedAt >= 5000 ? 'missed' : 'unreachable';
}

interface Failure {
  readonly result: Exclude<OfferResult, 'answered'>;
  readonly cause: EndCause | null;
  /** The caller rests for so long before anybody else is rung (C1). */
  readonly holdOffMs?: number;
}

/** The offer led to nothing: the person bears what they caused, the caller gets the old place back. */
export function offerFailed(moment: Moment, offer: Offer, failure: Failure) {
  const { call, person } = offer;
  dropOffer(moment, offer, failure);
  bear(moment, offer, failure.result);
  if (call.bridgeId) command(moment, { kind: 'drop_bridge', bridgeId: call.bridgeId });
  call.bridgeId = null;
  if (call.pools.length === 0) {
    endCall(moment, call, { outcome: outcomeOfResult[failure.result], cause: failure.cause, endedBy: 'person' });
    return;
  }
  if (offer.reason === 'dialled') {
    call.wanted = call.wanted.filter(({ as }) => as !== 'dialled');
    write(moment, call, { type: 'call.passed_on', fromPersonId: person.profile.personId, because: failure.result });
  }
  waitAgain(moment, call, failure.holdOffMs ?? 0);
}

const outcomeOfResult = {
  declined: 'declined',
  missed: 'no_answer',
  busy: 'busy',
  unreachable: 'unreachable',
  cancelled: 'no_answer',
} as const satisfies Record<Failure['result'], Outcome>;

function waitAgain(moment: Moment, call: CallState, holdOffMs: number) {
  if (call.isPastLimit) {
    endCall(moment, call, { outcome: 'queue_timeout', cause: 'no_answer', endedBy: 'system' });
    return;
  }
  if (holdOffMs > 0) {
    call.phase = 'held_back';
    takePlace(moment, call);
    moment.state.deadlines.add({ kind: 'hold_off', at: moment.at + holdOffMs, callId: call.callId });
    return;
  }
  call.phase = 'waiting';
  takePlace(moment, call);
  // Whoever is ahead goes first; a call that finds nobody free hears music and has entered the queue.
  moment.unrouted.add(call);
}

/** Missed, declined, busy and unreachable are four different things, for the counters and for what follows (C3, D-03). */
function bear(moment: Moment, { person, reason }: Offer, result: Failure['result']) {
  const { state, at } = moment;
  const { restSeconds, unreachableRetrySeconds } = state.parameters;
  if (result === 'cancelled') return;
  person.idleSince = at;
  if (result === 'unreachable') {
    person.fault = 'unreachable';
    person.faultUntil = at + unreachableRetrySeconds * 1000;
    state.deadlines.add({ kind: 'fault', at: person.faultUntil, personId: person.profile.personId });
  } else if (result === 'missed' && reason !== 'dialled' && person.profile.usesStatuses) {
    person.fault = 'not_responding';
    person.faultUntil = null;
  } else {
    person.restUntil = at + restSeconds * 1000;
    state.deadlines.add({ kind: 'rest', at: person.restUntil, personId: person.profile.personId });
  }
  touch(moment, person, byPhone);
}
