import { finishWrapUp } from './after-call.ts';
import { endCall } from './end-call.ts';
import { presenceAtStart, shownAway } from './facts.ts';
import type { Order } from './input.ts';
import { byPhone, type Cause, type Moment, touch } from './moment.ts';
import { offerFailed } from './serve-offer.ts';
import type { PersonState } from './state.ts';

/** What people ask for. Each order is about the state as it is now; one that came too late does nothing. */
export function obeyOrder(moment: Moment, order: Order) {
  const person = moment.state.people.get(order.personId);
  if (!person) return;
  const self: Cause = { source: 'self', byPersonId: order.personId, note: null };
  switch (order.kind) {
    case 'choose_presence':
      return choosePresence(moment, person, order);
    case 'clear_next_presence':
      person.nextPresence = null;
      return touch(moment, person, self);
    case 'end_wrap_up':
      return person.wrapUp ? finishWrapUp(moment, person, self) : undefined;
    case 'confirm_return':
      return confirmReturn(moment, person, self);
    case 'decline_offer':
      return declineOffer(moment, person, order.callId);
    case 'hang_up_call':
      return hangUpCall(moment, person, order.callId);
    case 'signed_in':
      return signedIn(moment, person);
    case 'console_online':
      return consoleOnline(moment, person);
    case 'console_lost':
      return consoleLost(moment, person);
    case 'signed_out':
      return signedOut(moment, person, self);
  }
}

/** During a call it is the status for afterwards; else the ring is taken away first, then it holds at once (C1). */
function choosePresence(moment: Moment, person: PersonState, order: Extract<Order, { kind: 'choose_presence' }>) {
  const cause: Cause = { source: order.source, byPersonId: order.byPersonId, note: order.note };
  if (person.live.length > 0 || person.offer?.answeredLeg) {
    person.nextPresence = order.status === person.presence ? null : order.status;
    return touch(moment, person, cause);
  }
  if (person.offer && order.status !== person.presence) {
    offerFailed(moment, person.offer, { result: 'cancelled', cause: 'cancelled', holdOffMs: 1000 });
  }
  if (order.status !== person.presence) person.idleSince = moment.at;
  person.presence = order.status;
  person.nextPresence = null;
  confirmReturn(moment, person, cause);
  if (person.wrapUp) finishWrapUp(moment, person, cause);
  touch(moment, person, cause);
}

function confirmReturn(moment: Moment, person: PersonState, cause: Cause) {
  if (person.fault !== 'not_responding') return;
  person.fault = null;
  person.idleSince = moment.at;
  touch(moment, person, cause);
}

function declineOffer(moment: Moment, person: PersonState, callId: string) {
  const { offer } = person;
  if (offer?.call.callId !== callId || offer.answeredLeg !== null) return;
  offerFailed(moment, offer, { result: 'declined', cause: 'declined' });
}

function hangUpCall(moment: Moment, person: PersonState, callId: string) {
  const call = moment.state.calls.get(callId);
  if (!call || !person.live.some((live) => live.callId === callId)) return;
  const outcome = call.bridgedAt === null ? 'no_answer' : 'answered';
  endCall(moment, call, { outcome, cause: 'hung_up', endedBy: call.from === person ? 'caller' : 'person' });
}

/** The status before a break or a meeting stays; only «Відсутній», which signing out had set, ends (D-13). */
function signedIn(moment: Moment, person: PersonState) {
  if (!person.profile.startsFree || person.presence !== shownAway) return;
  person.presence = presenceAtStart;
  person.idleSince = moment.at;
  touch(moment, person, byPhone);
}

function consoleOnline(moment: Moment, person: PersonState) {
  if (person.console === 'out') person.idleSince = moment.at;
  person.console = 'online';
  person.graceUntil = null;
  touch(moment, person);
}

/** No calls while the connection is away; after the grace the person counts as away until it returns (C1). */
function consoleLost(moment: Moment, person: PersonState) {
  if (person.console !== 'online') return;
  const { personId } = person.profile;
  person.console = 'reconnecting';
  person.graceUntil = moment.at + moment.state.parameters.consoleGraceSeconds * 1000;
  moment.state.deadlines.add({ kind: 'grace', at: person.graceUntil, personId });
  touch(moment, person);
}

/** An open offer goes to others first; a live call is never cut by signing out (C1). */
function signedOut(moment: Moment, person: PersonState, cause: Cause) {
  if (person.offer && person.offer.answeredLeg === null) {
    offerFailed(moment, person.offer, { result: 'cancelled', cause: 'cancelled' });
  }
  person.console = 'out';
  person.graceUntil = null;
  person.nextPresence = null;
  person.presence = shownAway;
  person.wrapUp = null;
  person.fault = null;
  person.faultUntil = null;
  touch(moment, person, cause);
}
