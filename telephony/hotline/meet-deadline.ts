import { finishWrapUp } from './after-call.ts';
import { lookedUp } from './caller-signals.ts';
import type { Deadline } from './deadlines.ts';
import { endCall } from './end-call.ts';
import { type Moment, touch } from './moment.ts';
import { joinReserve } from './queue-call.ts';
import { offerFailed } from './serve-offer.ts';
import type { CallState, PersonState } from './state.ts';

/** A moment has come. What it was set for may be long over: then nothing happens. */
export function meetDeadline(moment: Moment, deadline: Deadline) {
  if ('personId' in deadline) {
    const person = moment.state.people.get(deadline.personId);
    if (person) personDeadline(moment, person, deadline.kind);
    return;
  }
  const call = moment.state.calls.get(deadline.callId);
  if (call) callDeadline(moment, call, deadline);
}

function personDeadline(moment: Moment, person: PersonState, kind: 'wrap_up' | 'rest' | 'fault' | 'grace') {
  const isDue = (until: number | null | undefined) => until != null && until <= moment.at;
  if (kind === 'wrap_up' && isDue(person.wrapUp?.until)) finishWrapUp(moment, person);
  if (kind === 'rest' && isDue(person.restUntil)) {
    person.restUntil = null;
    touch(moment, person);
  }
  if (kind === 'fault' && isDue(person.faultUntil)) {
    person.fault = null;
    person.faultUntil = null;
    touch(moment, person);
  }
  if (kind === 'grace' && isDue(person.graceUntil)) {
    person.console = 'lost';
    person.graceUntil = null;
    touch(moment, person);
  }
}

function callDeadline(moment: Moment, call: CallState, deadline: Exclude<Deadline, { personId: string }>) {
  switch (deadline.kind) {
    case 'lookup':
      return lookedUp(moment, call);
    case 'reserve':
      return joinReserve(moment, call);
    case 'hold_off':
      if (call.phase !== 'held_back') return;
      call.phase = 'waiting';
      moment.unrouted.add(call);
      return;
    case 'queue_limit':
      return queueLimit(moment, call);
    case 'ring':
      if (call.offer?.offerNo !== deadline.offerNo || call.offer.answeredLeg !== null) return;
      return offerFailed(moment, call.offer, { result: 'missed', cause: 'no_answer' });
  }
}

/** A phone that rings may still be answered; only then the wait is over. */
function queueLimit(moment: Moment, call: CallState) {
  if (call.phase === 'offered' || call.phase === 'connecting') call.isPastLimit = true;
  else if (call.bridgedAt === null && call.phase !== 'dialling') {
    endCall(moment, call, { outcome: 'queue_timeout', cause: 'no_answer', endedBy: 'system' });
  }
}
