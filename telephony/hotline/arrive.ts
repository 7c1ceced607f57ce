import { extensionOfEndpoint } from '../pbx.ts';
import { endCall } from './end-call.ts';
import type { Line } from './facts.ts';
import type { Direction, Obstacle, Outcome } from './ledger-entry.ts';
import { makeOffer } from './make-offer.ts';
import { byPhone, command, type Moment, ruleOf, touch, write } from './moment.ts';
import { directObstacleOf } from './obstacle.ts';
import { type Arrival, enterPools, joinCall, openCall, type Parties } from './open-call.ts';
import { takePlace } from './queue-call.ts';
import { offerFailed } from './serve-offer.ts';
import { type CallState, type HotlineState, numberKey, type PersonState } from './state.ts';

/** What a dialled number leads to. */
type Target =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'person'; readonly person: PersonState }
  | { readonly kind: 'outside' | 'unknown' };

/** A channel waits for our decision. One that is known already is not a new call (a signal may come twice). */
export function arrive(moment: Moment, arrival: Arrival) {
  const { state } = moment;
  if (state.calls.has(arrival.channelId) || state.closing.has(arrival.channelId)) return;
  const call = openCall(moment, arrival, partiesOf(state, arrival));
  if (call.from) startDialling(moment, call, call.from);
  if (call.line) startLineCall(moment, call, call.line);
  else if (call.to && call.direction === 'internal') ringColleague(moment, call, call.to);
  else if (call.to) startDirectCall(moment, call, call.to);
  else if (call.direction === 'out') dialOutside(moment, call);
  else refuse(moment, call);
}

function targetOf(state: HotlineState, { dialled, side }: Arrival): Target {
  const key = numberKey(dialled);
  const line = state.lineByNumber.get(key);
  if (line) return { kind: 'line', line };
  const person = state.personByExtension.get(key) ?? state.personByDirectNumber.get(key);
  if (person) return { kind: 'person', person };
  return { kind: side === 'phone' && dialable.test(dialled) ? 'outside' : 'unknown' };
}

/** What a phone sends goes into a dial string: nothing but digits may. */
const dialable = /^\+?[0-9*#]{1,32}$/;

/** Who and what the call is about, told from the arrival alone. */
export function partiesOf(state: HotlineState, arrival: Arrival): Parties {
  const target = targetOf(state, arrival);
  return {
    direction: directionOf(arrival, target),
    line: target.kind === 'line' ? target.line : null,
    from: arrival.side === 'phone' ? whoDialled(state, arrival) : null,
    to: target.kind === 'person' ? target.person : null,
  };
}

function whoDialled(state: HotlineState, { endpoint }: Arrival): PersonState | null {
  return endpoint === null ? null : (state.personByExtension.get(extensionOfEndpoint(endpoint)) ?? null);
}

function directionOf({ side }: Arrival, target: Target): Direction {
  if (side === 'trunk') return 'in';
  return target.kind === 'outside' ? 'out' : 'internal';
}

/** Whoever picks up the phone to dial is there, and not free: a ring on the same phone is taken away first. */
function startDialling(moment: Moment, call: CallState, from: PersonState) {
  if (from.offer && from.offer.answeredLeg === null) {
    offerFailed(moment, from.offer, { result: 'cancelled', cause: 'busy' });
  }
  joinCall(from, call);
  touch(moment, from, byPhone);
}

function refuse(moment: Moment, call: CallState) {
  command(moment, { kind: 'refuse_unknown_number', channelId: call.callId });
  // The announcement ends the channel itself: hanging up now would cut it off.
  endCall(moment, call, {
    outcome: 'unknown_number',
    cause: 'no_such_number',
    endedBy: 'system',
    channel: 'ends_itself',
  });
}

function dialOutside(moment: Moment, call: CallState) {
  const { parameters, callByLeg } = moment.state;
  const legId = `${call.callId}-o`;
  call.phase = 'dialling';
  call.legId = legId;
  callByLeg.set(legId, call);
  askWho(moment, call, call.dialled);
  command(moment, {
    kind: 'dial_outside',
    callId: call.callId,
    legId,
    number: call.dialled,
    callerId: parameters.outgoingCallerId,
    ringSeconds: parameters.outgoingRingSeconds,
  });
}

function startLineCall(moment: Moment, call: CallState, line: Line) {
  enterPools(moment, call);
  const isAsked = askWho(moment, call, call.callerNumber);
  takePlace(moment, call);
  if (isAsked && (line.prefersManager || line.prefersLastTalked)) {
    call.phase = 'looking_up';
    const at = moment.at + moment.state.parameters.lookupLimitMs;
    moment.state.deadlines.add({ kind: 'lookup', at, callId: call.callId });
    return;
  }
  moment.unrouted.add(call);
}

/** A call for one person: theirs if they can take it, else it passes to somebody free by the order of the hot line. */
function startDirectCall(moment: Moment, call: CallState, to: PersonState) {
  enterPools(moment, call);
  askWho(moment, call, call.callerNumber);
  const obstacle = directObstacleOf(to, ruleOf(moment.state, to));
  if (obstacle === null) call.wanted = [{ personId: to.profile.personId, as: 'dialled' }];
  else write(moment, call, { type: 'call.passed_on', fromPersonId: to.profile.personId, because: obstacle });
  takePlace(moment, call);
  moment.unrouted.add(call);
}

/** Internal calls are never hot-line calls (D-13): one person rings, or the caller hears why not. */
function ringColleague(moment: Moment, call: CallState, to: PersonState) {
  const obstacle = directObstacleOf(to, ruleOf(moment.state, to));
  if (obstacle !== null && obstacle !== 'status_waiting') {
    endCall(moment, call, { outcome: outcomeOfObstacle(obstacle), cause: 'busy', endedBy: 'system' });
    return;
  }
  const trace = { pools: [], wanted: [], people: null, freePeople: 0, waitingAhead: 0 };
  makeOffer(moment, { call, person: to, reason: 'dialled', trace });
}

function outcomeOfObstacle(obstacle: Obstacle): Outcome {
  if (obstacle === 'phone_off' || obstacle === 'no_phone') return 'unreachable';
  return obstacle === 'status_refuses' ? 'declined' : 'busy';
}

/** The look-up runs beside the ringing. A withheld number has nobody to find. */
function askWho(moment: Moment, call: CallState, number: string): boolean {
  if (call.direction === 'internal' || number === '') return false;
  const wantsLastTalked = call.direction === 'in' && (call.line?.prefersLastTalked ?? true);
  moment.effects.push({ kind: 'find_caller', callId: call.callId, callerNumber: number, wantsLastTalked });
  return true;
}
