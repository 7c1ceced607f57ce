import type { Signal } from '../pbx.ts';
import { extensionOfEndpoint } from '../pbx.ts';
import { arrive } from './arrive.ts';
import { callerEnded, callerKnown, heldOrResumed } from './caller-signals.ts';
import type { Effect } from './effect.ts';
import type { Input } from './input.ts';
import type { PersonShown } from './ledger-entry.ts';
import { meetDeadline } from './meet-deadline.ts';
import { byPhone, type Moment, ruleOf, touch, writePeople } from './moment.ts';
import { obeyOrder } from './obey-order.ts';
import { firstInTurn } from './queue-call.ts';
import { reconcile } from './reconcile.ts';
import { routeCall } from './route-call.ts';
import { connected, connectFailed, legAnswered, legEnded, legRinging } from './serve-offer.ts';
import { setUp } from './set-up.ts';
import { shownStatus } from './shown-status.ts';
import type { HotlineState, Pool } from './state.ts';

/**
 * The hot line moves: one input in, what the world has to do out. Changes `state` in place, does no I/O, reads no clock,
 * takes no chance: the same inputs from the same state give the same effects. Never throws on an input that came
 * too late, twice, or about something unknown.
 */
export function step(state: HotlineState, input: Input): Effect[] {
  state.clock = Math.max(state.clock, input.at);
  const moment: Moment = {
    state,
    at: state.clock,
    effects: [],
    touched: new Map(),
    stirred: new Set(),
    unrouted: new Set(),
  };
  take(moment, input);
  settle(moment);
  writePeople(moment);
  return moment.effects;
}

/** When `time_passed` is wanted next; null: nothing is waited for. A moment that turns out to mean nothing is ordinary. */
export function nextDeadline(state: HotlineState): number | null {
  return state.deadlines.next;
}

/** What is shown of a person now; null: nobody of that id. */
export function shownOf(state: HotlineState, personId: string): PersonShown | null {
  const person = state.people.get(personId);
  return person ? shownStatus(person, ruleOf(state, person)) : null;
}

function take(moment: Moment, input: Input) {
  switch (input.kind) {
    case 'signal':
      return takeSignal(moment, input.signal);
    case 'time_passed':
      return passTime(moment);
    case 'caller_known':
      return callerKnown(moment, input);
    case 'pbx_connected':
      return reconcile(moment, input.snapshot);
    case 'pbx_lost':
      moment.state.isConnected = false;
      return;
    case 'put_line':
    case 'remove_line':
    case 'put_person':
    case 'remove_person':
    case 'put_statuses':
    case 'put_parameters':
    case 'restore_person':
    case 'restore_call':
    case 'restore_ended_call':
    case 'restored':
      return setUp(moment, input);
    default:
      return obeyOrder(moment, input);
  }
}

function takeSignal(moment: Moment, signal: Signal) {
  switch (signal.kind) {
    case 'arrived':
      return arrive(moment, signal);
    case 'leg_ringing':
      return legRinging(moment, signal.channelId);
    case 'leg_answered':
      return legAnswered(moment, signal.channelId);
    case 'ended':
      return channelEnded(moment, signal);
    case 'held':
    case 'resumed':
      return heldOrResumed(moment, signal.channelId, signal.kind === 'held');
    case 'connected':
      return connected(moment, signal);
    case 'connect_failed':
      return connectFailed(moment, signal);
    case 'device':
      return deviceChanged(moment, signal);
  }
}

function channelEnded(moment: Moment, { channelId, cause }: Extract<Signal, { kind: 'ended' }>) {
  moment.state.closing.delete(channelId);
  const call = moment.state.calls.get(channelId);
  if (call) callerEnded(moment, call, cause);
  else legEnded(moment, channelId, cause);
}

/** A phone that could not be reached and registers again is believed after it has stayed for 5 s (C1). */
function deviceChanged(moment: Moment, { endpoint, state: device }: Extract<Signal, { kind: 'device' }>) {
  const { state, at } = moment;
  const extension = extensionOfEndpoint(endpoint);
  const person = state.personByExtension.get(extension);
  if (!person) return;
  if (endpoint === extension) person.desk = device;
  else person.browser = device;
  if (person.fault === 'unreachable' && device === 'reachable') {
    person.faultUntil = Math.min(person.faultUntil ?? at, at + 5000);
    state.deadlines.add({ kind: 'fault', at: person.faultUntil, personId: person.profile.personId });
  }
  touch(moment, person, byPhone);
}

function passTime(moment: Moment) {
  const { deadlines } = moment.state;
  for (let due = deadlines.takeDue(moment.at); due; due = deadlines.takeDue(moment.at)) meetDeadline(moment, due);
}

/** Brings free people and waiting callers together until nothing is left to decide. */
function settle(moment: Moment) {
  const { stirred, unrouted, state } = moment;
  while (stirred.size > 0 || unrouted.size > 0) {
    for (const pool of stirred) {
      stirred.delete(pool);
      meet(moment, pool);
    }
    for (const call of unrouted) {
      unrouted.delete(call);
      if (call.phase === 'waiting' && state.calls.get(call.callId) === call) routeCall(moment, call);
    }
  }
}

/** The callers of a pool in their order, as long as somebody of it is free. */
function meet(moment: Moment, pool: Pool) {
  while (moment.state.isConnected && pool.free.first) {
    const call = firstInTurn(pool);
    if (!call) return;
    moment.unrouted.delete(call);
    routeCall(moment, call);
    if (call.phase === 'waiting') return;
  }
}
