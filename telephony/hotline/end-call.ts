import type { EndCause } from '../pbx.ts';
import { finishWrapUp, startWrapUp } from './after-call.ts';
import type { CallFact, OfferResult, Outcome } from './ledger-entry.ts';
import { command, type Moment, touch, write } from './moment.ts';
import { leavePlace } from './queue-call.ts';
import { retire } from './retire.ts';
import type { CallState, Offer, PersonState } from './state.ts';

type Ending = Pick<Extract<CallFact, { type: 'call.ended' }>, 'cause' | 'endedBy'> & {
  readonly outcome: Outcome;
  /** What is to become of the caller's channel; hung up when left out. */
  readonly channel?: 'gone' | 'ends_itself';
};

/** Ends a call once, whatever it was doing: its one outcome is written, everybody in it is let go, its channels are ended. */
export function endCall(moment: Moment, call: CallState, ending: Ending) {
  const { outcome, cause, endedBy } = ending;
  const { state, at } = moment;
  if (state.calls.get(call.callId) !== call) return;
  leavePlace(call);
  if (call.offer) dropOffer(moment, call.offer, { result: 'cancelled', cause });
  endChannels(moment, call, ending);
  const bridgedAt = call.bridgedAt;
  write(moment, call, {
    type: 'call.ended',
    outcome,
    cause,
    endedBy,
    waitMs: (bridgedAt ?? at) - call.arrivedAt,
    talkMs: bridgedAt === null ? 0 : at - bridgedAt,
  });
  state.calls.delete(call.callId);
  letGo(moment, call);
}

/** Takes the offer from the person and ends its phones; what becomes of the call is the caller's business. */
export function dropOffer(
  moment: Moment,
  offer: Offer,
  { result, cause }: { result: OfferResult; cause: EndCause | null },
) {
  const { call, person } = offer;
  for (const legId of offer.legs) {
    hangUpLeg(moment, legId, result === 'answered' ? 'answered_elsewhere' : 'cancelled');
  }
  offer.legs.clear();
  call.offer = null;
  person.offer = null;
  write(moment, call, {
    type: 'queue.offer_result',
    offerNo: offer.offerNo,
    personId: person.profile.personId,
    result,
    cause,
  });
  touch(moment, person);
}

export function hangUpLeg(moment: Moment, legId: string, cause: EndCause) {
  moment.state.callByLeg.delete(legId);
  command(moment, { kind: 'hang_up', channelId: legId, cause });
}

function endChannels(moment: Moment, call: CallState, { cause, channel }: Ending) {
  if (call.legId) hangUpLeg(moment, call.legId, 'hung_up');
  if (channel !== 'gone') moment.state.closing.add(call.callId);
  if (channel === undefined) command(moment, { kind: 'hang_up', channelId: call.callId, cause: cause ?? 'hung_up' });
  if (call.bridgeId) command(moment, { kind: 'drop_bridge', bridgeId: call.bridgeId });
  call.legId = null;
  call.bridgeId = null;
}

/** The people of the call: who served it goes into wrap-up, who dialled gets the former status back (D-03). */
function letGo(moment: Moment, call: CallState) {
  for (const person of new Set([call.talkingWith, call.from])) {
    if (person) leaveCall(moment, call, person);
  }
}

function leaveCall(moment: Moment, call: CallState, person: PersonState) {
  const left = person.live.find(({ callId }) => callId === call.callId);
  if (!left) return;
  person.live = person.live.filter((live) => live !== left);
  person.idleSince = moment.at;
  const seconds =
    left.kind === 'talking' ? (call.line?.wrapUpSeconds ?? moment.state.parameters.directWrapUpSeconds) : 0;
  if (person.isLeaving && person.live.length === 0) return retire(moment, person);
  if (seconds > 0) startWrapUp(moment, person, { callId: call.callId, seconds });
  else if (person.live.length === 0 && !person.wrapUp) finishWrapUp(moment, person);
  touch(moment, person);
}
