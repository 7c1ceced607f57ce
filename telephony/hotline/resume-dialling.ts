import type { PbxChannel } from '../pbx.ts';
import { closeOpenOffer } from './close-open-offer.ts';
import type { RememberedCall } from './input.ts';
import { type Moment, touch } from './moment.ts';
import { legAnswered } from './serve-offer.ts';
import type { CallState, Offer } from './state.ts';

interface Ringing {
  readonly legs: readonly PbxChannel[];
  readonly openOffer: RememberedCall['openOffer'];
}

/** A call that people dialled themselves rings on through a restart. @returns false: nothing rings any more */
export function resumeDialling(moment: Moment, call: CallState, { legs, openOffer }: Ringing): boolean {
  if (legs.length === 0) {
    closeOpenOffer(moment, call, { openOffer, talkingPersonId: null });
    return false;
  }
  if (call.direction === 'out') {
    call.phase = 'dialling';
    call.legId = legs[0]?.channelId ?? null;
  } else if (!resumeOffer(moment, call, { legs, openOffer })) return false;
  for (const { channelId } of legs) moment.state.callByLeg.set(channelId, call);
  for (const { channelId, isUp } of legs) if (isUp) legAnswered(moment, channelId);
  return true;
}

function resumeOffer(moment: Moment, call: CallState, { legs, openOffer }: Ringing): boolean {
  const person = call.to;
  if (!person || !openOffer) return false;
  const { at, state } = moment;
  const offer: Offer = {
    offerNo: openOffer.offerNo,
    call,
    person,
    reason: 'dialled',
    legs: new Set(legs.map(({ channelId }) => channelId)),
    startedAt: at,
    isRinging: true,
    answeredLeg: null,
  };
  call.phase = 'offered';
  call.offer = offer;
  person.offer = offer;
  const limit = at + state.parameters.directRingSeconds * 1000;
  state.deadlines.add({ kind: 'ring', at: limit, callId: call.callId, offerNo: offer.offerNo });
  touch(moment, person);
  return true;
}
