import type { CallEntry, CallFact, PersonEntry, RouteTrace } from '../../telephony/index.ts';

/** For tests: what the hot line writes of ordinary calls, a second apart, beginning at `arrivedAt`. */
export const noTrace: RouteTrace = { pools: [], wanted: [], people: [], freePeople: 0, waitingAhead: 0 };

export interface CallCast {
  readonly callId: string;
  readonly arrivedAt: number;
  readonly lineId?: string | null;
  readonly callerNumber?: string;
  readonly personId: string;
}

export function arrived({ callId, arrivedAt, lineId = null, callerNumber = '0501234567' }: CallCast): CallEntry[] {
  const who = { callerNumber, callerName: '', dialled: '5000', fromPersonId: null, toPersonId: null };
  return stream(callId, 0, arrivedAt, [{ type: 'call.arrived', direction: 'in', lineId, arrivedAt, ...who }]);
}

export function offered({ callId, arrivedAt, personId }: CallCast): CallEntry[] {
  const route = { reason: 'longest_idle', waitedMs: 1000, ringSeconds: 20, trace: noTrace } as const;
  return stream(callId, 1, arrivedAt, [
    { type: 'queue.offer_made', offerNo: 1, personId, ...route },
    { type: 'queue.offer_ringing', offerNo: 1, personId },
  ]);
}

export function answered({ callId, arrivedAt, personId }: CallCast): CallEntry[] {
  return stream(callId, 3, arrivedAt, [
    { type: 'queue.offer_result', offerNo: 1, personId, result: 'answered', cause: null },
    { type: 'call.bridged', personId, offerNo: 1, waitedMs: 4000 },
  ]);
}

export function hungUp({ callId, arrivedAt }: CallCast): CallEntry[] {
  const end = { outcome: 'answered', cause: 'hung_up', endedBy: 'caller', waitMs: 4000, talkMs: 2000 } as const;
  return stream(callId, 5, arrivedAt, [{ type: 'call.ended', ...end }]);
}

export function wholeCall(cast: CallCast): CallEntry[] {
  return [...arrived(cast), ...offered(cast), ...answered(cast), ...hungUp(cast)];
}

/** The caller leaves while the phone rings. */
export function missedCall(cast: CallCast): CallEntry[] {
  const { callId, arrivedAt, personId } = cast;
  const end = { outcome: 'abandoned_ringing', cause: 'hung_up', endedBy: 'caller', waitMs: 9000, talkMs: 0 } as const;
  const left = stream(callId, 3, arrivedAt, [
    { type: 'queue.offer_result', offerNo: 1, personId, result: 'cancelled', cause: 'cancelled' },
    { type: 'call.ended', ...end },
  ]);
  return [...arrived(cast), ...offered(cast), ...left];
}

export function personState(personId: string, seq: number, at: number, shown: Partial<PersonEntry> = {}): PersonEntry {
  return {
    stream: 'person',
    personId,
    seq,
    at,
    type: 'agent.state',
    shown: 'free',
    shownBecause: null,
    presence: 'free',
    nextPresence: null,
    work: 'idle',
    device: 'reachable',
    obstacle: null,
    callId: null,
    until: null,
    source: 'self',
    byPersonId: personId,
    note: null,
    ...shown,
  };
}

function stream(callId: string, after: number, arrivedAt: number, facts: readonly CallFact[]): CallEntry[] {
  return facts.map((fact, index) => {
    const seq = after + index + 1;
    return { stream: 'call', callId, seq, at: arrivedAt + (seq - 1) * 1000, ...fact };
  });
}
