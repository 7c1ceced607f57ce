import { browserEndpoint, deskEndpoint } from '../pbx.ts';
import type { OfferReason, RouteTrace } from './ledger-entry.ts';
import { command, type Moment, touch, write } from './moment.ts';
import type { CallState, Offer, PersonState } from './state.ts';

interface OfferFacts {
  readonly call: CallState;
  readonly person: PersonState;
  readonly reason: OfferReason;
  readonly trace: RouteTrace;
}

/** Rings every reachable phone of the person. The caller hears ringing unless music plays already. */
export function makeOffer(moment: Moment, { call, person, reason, trace }: OfferFacts) {
  const { state, at } = moment;
  const ringSeconds = call.line?.ringSeconds ?? state.parameters.directRingSeconds;
  call.offers += 1;
  const offer: Offer = {
    offerNo: call.offers,
    call,
    person,
    reason,
    legs: new Set(),
    startedAt: at,
    isRinging: false,
    answeredLeg: null,
  };
  call.phase = 'offered';
  call.offer = offer;
  person.offer = offer;
  for (const endpoint of reachableEndpoints(person)) ringPhone(moment, offer, { endpoint, ringSeconds });
  if (call.hears === 'nothing') {
    call.hears = 'ringing';
    command(moment, { kind: 'ring_back', channelId: call.callId });
  }
  // The PBX ends the ring itself; this is for the case that its word never comes.
  state.deadlines.add({
    kind: 'ring',
    at: at + ringSeconds * 1000 + 1500,
    callId: call.callId,
    offerNo: offer.offerNo,
  });
  write(moment, call, {
    type: 'queue.offer_made',
    offerNo: offer.offerNo,
    personId: person.profile.personId,
    reason,
    waitedMs: at - call.arrivedAt,
    ringSeconds,
    trace,
  });
  touch(moment, person);
}

function ringPhone(moment: Moment, offer: Offer, { endpoint, ringSeconds }: { endpoint: string; ringSeconds: number }) {
  const { call, person } = offer;
  const legId = `${call.callId}-${offer.offerNo}${endpoint.endsWith('-web') ? 'w' : 'd'}`;
  offer.legs.add(legId);
  moment.state.callByLeg.set(legId, call);
  command(moment, {
    kind: 'ring_phone',
    callId: call.callId,
    legId,
    endpoint,
    personId: person.profile.personId,
    callerNumber: call.callerNumber,
    callerName: call.callerName,
    ringSeconds,
  });
}

function reachableEndpoints({ profile, desk, browser }: PersonState): string[] {
  if (profile.extension === null) return [];
  const endpoints: string[] = [];
  if (desk === 'reachable') endpoints.push(deskEndpoint(profile.extension));
  if (browser === 'reachable') endpoints.push(browserEndpoint(profile.extension));
  return endpoints;
}
