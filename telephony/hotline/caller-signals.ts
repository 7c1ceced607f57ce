import type { EndCause } from '../pbx.ts';
import { endCall } from './end-call.ts';
import type { Input } from './input.ts';
import type { Outcome } from './ledger-entry.ts';
import { byPhone, type Moment, touch, write } from './moment.ts';
import type { CallState } from './state.ts';

/** Who is calling was found, or not. Too late for an offer that is out already; good for the next one. */
export function callerKnown(
  moment: Moment,
  { callId, managerId, lastTalkedId }: Extract<Input, { kind: 'caller_known' }>,
) {
  const call = moment.state.calls.get(callId);
  if (call?.direction !== 'in') return;
  const dialled = call.wanted.filter(({ as }) => as === 'dialled');
  call.wanted = dialled;
  const line = call.line;
  if (managerId && (line?.prefersManager ?? true)) call.wanted.push({ personId: managerId, as: 'manager' });
  if (lastTalkedId && (line?.prefersLastTalked ?? true))
    call.wanted.push({ personId: lastTalkedId, as: 'last_talked' });
  lookedUp(moment, call);
}

/** Routing waits no longer for the look-up. */
export function lookedUp(moment: Moment, call: CallState) {
  if (call.phase !== 'looking_up') return;
  call.phase = 'waiting';
  moment.unrouted.add(call);
}

/** The caller is gone: hung up, or their phone did. */
export function callerEnded(moment: Moment, call: CallState, cause: EndCause) {
  endCall(moment, call, { outcome: outcomeOf(call), cause, endedBy: 'caller', channel: 'gone' });
}

function outcomeOf(call: CallState): Outcome {
  if (call.bridgedAt !== null) return 'answered';
  if (call.direction !== 'in' && call.pools.length === 0) return 'no_answer';
  return call.offer?.isRinging ? 'abandoned_ringing' : 'abandoned';
}

/** Somebody of the call put it on hold, or took it back. */
export function heldOrResumed(moment: Moment, channelId: string, isHeld: boolean) {
  const { calls, callByLeg } = moment.state;
  const call = callByLeg.get(channelId) ?? calls.get(channelId);
  const person = call?.callId === channelId ? call.from : call?.talkingWith;
  const live = person?.live.find(({ callId }) => callId === call?.callId);
  if (!call || !person || !live || call.phase !== 'talking' || live.isHeld === isHeld) return;
  live.isHeld = isHeld;
  write(moment, call, { type: isHeld ? 'call.held' : 'call.resumed', personId: person.profile.personId });
  touch(moment, person, byPhone);
}
