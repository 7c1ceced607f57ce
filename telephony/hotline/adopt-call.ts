import type { PbxChannel } from '../pbx.ts';
import { arrive, partiesOf } from './arrive.ts';
import { closeOpenOffer } from './close-open-offer.ts';
import { endCall } from './end-call.ts';
import type { RememberedCall } from './input.ts';
import { byPhone, type Moment, touch, write } from './moment.ts';
import { type Arrival, callOf, enterPools, joinCall, openCall, personById } from './open-call.ts';
import { takePlace } from './queue-call.ts';
import { resumeDialling } from './resume-dialling.ts';
import type { CallState } from './state.ts';

/** A caller's channel found on the PBX that we do not carry: from before a restart, or come in the gap. */
export interface Adoptable {
  readonly channelId: string;
  readonly arrival: Arrival;
  readonly isUp: boolean;
  /** Who the caller is talking with, told by the bridge. */
  readonly talk: { readonly bridgeId: string; readonly legId: string; readonly personId: string | null } | null;
  /** Every leg we dialled for the call. */
  readonly legs: readonly PbxChannel[];
}

/** Takes the call on where it stands: a talk goes on, a waiting caller keeps arrival and place. */
export function adopt(moment: Moment, found: Adoptable) {
  const remembered = moment.state.remembered.get(found.channelId);
  moment.state.remembered.delete(found.channelId);
  if (!remembered && !found.talk) {
    arrive(moment, found.arrival);
    return;
  }
  const call = remembered
    ? recall(moment, remembered, found)
    : openCall(moment, found.arrival, partiesOf(moment.state, found.arrival));
  if (call.from) {
    joinCall(call.from, call);
    touch(moment, call.from, byPhone);
  }
  if (found.talk) goOnTalking(moment, call, found.talk);
  else if (call.bridgedAt !== null) endCall(moment, call, { outcome: 'answered', cause: null, endedBy: 'person' });
  else if (call.line || call.direction === 'in') waitOn(moment, call, found);
  else if (!resumeDialling(moment, call, { legs: found.legs, openOffer: remembered?.openOffer ?? null })) {
    endCall(moment, call, { outcome: 'lost_in_gap', cause: null, endedBy: 'system' });
  }
}

function recall(moment: Moment, remembered: RememberedCall, { arrival, talk }: Adoptable): CallState {
  const { state } = moment;
  const { direction, lineId, fromPersonId, toPersonId } = remembered;
  const call = callOf(
    state,
    { ...arrival, ...remembered, channelId: remembered.callId },
    {
      direction,
      line: (lineId && state.lines.get(lineId)) || null,
      from: personById(state, fromPersonId),
      to: personById(state, toPersonId),
    },
  );
  call.seq = remembered.lastSeq;
  call.offers = remembered.offers;
  call.bridgedAt = remembered.bridgedAt;
  state.calls.set(call.callId, call);
  if (talk || !isPeoplesOwn(call))
    closeOpenOffer(moment, call, { ...remembered, talkingPersonId: talk?.personId ?? null });
  return call;
}

/** A call that one person dialled to another: its offer goes on with the ringing phone. */
const isPeoplesOwn = ({ direction, line }: CallState) => direction === 'internal' && line === null;

function goOnTalking(moment: Moment, call: CallState, { bridgeId, legId, personId }: NonNullable<Adoptable['talk']>) {
  const person = personById(moment.state, personId);
  call.phase = 'talking';
  call.legId = legId;
  call.bridgeId = bridgeId;
  call.talkingWith = person;
  moment.state.callByLeg.set(legId, call);
  if (person) {
    joinCall(person, call);
    touch(moment, person, byPhone);
  }
  if (call.bridgedAt !== null) return;
  call.bridgedAt = moment.at;
  const offerNo = call.offers > 0 ? call.offers : null;
  write(moment, call, { type: 'call.bridged', personId, offerNo, waitedMs: moment.at - call.arrivedAt });
}

function waitOn(moment: Moment, call: CallState, { isUp }: Adoptable) {
  enterPools(moment, call);
  call.hasEnteredQueue = true;
  // A channel that is up heard music before; it goes on hearing it.
  call.hears = isUp ? 'music' : 'nothing';
  takePlace(moment, call);
  moment.unrouted.add(call);
}
