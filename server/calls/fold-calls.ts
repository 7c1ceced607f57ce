import type { CallEntry, OfferReason, OfferResult, Outcome, RouteTrace } from '../../telephony/index.ts';
import { cleanCallerName, cleanCallerNumber, digitsOf } from '../../telephony/numbers/index.ts';
import { whyNotLogged } from './why-not-logged.ts';

/** What entries of one call change in its row; times in epoch milliseconds. A key that is absent stays as it is. */
export interface CallChange {
  readonly callId: string;
  arrived?: {
    readonly arrivedAt: number;
    readonly direction: 'in' | 'out' | 'internal';
    readonly lineId: string | null;
    readonly otherNumber: string | null;
    readonly otherDigits: string;
    readonly callerName: string;
    readonly dialled: string;
    readonly fromPersonId: string | null;
    readonly toPersonId: string | null;
    readonly isLogged: boolean;
  };
  offers?: number;
  personId?: string;
  bridgedAt?: number;
  ended?: {
    readonly endedAt: number;
    readonly outcome: Outcome;
    readonly cause: string | null;
    readonly endedBy: string;
    readonly waitMs: number;
    readonly talkMs: number;
  };
}
export interface LegChange {
  readonly callId: string;
  readonly offerNo: number;
  readonly personId: string;
  made?: { readonly reason: OfferReason; readonly startedAt: number; readonly trace: RouteTrace };
  ringingAt?: number;
  finished?: { readonly result: OfferResult; readonly cause: string | null; readonly endedAt: number };
}
/** A person had to do with the call. */
export interface CallPerson {
  readonly callId: string;
  readonly personId: string;
  talked: boolean;
}
export interface CallChanges {
  readonly calls: readonly CallChange[];
  readonly legs: readonly LegChange[];
  readonly people: readonly CallPerson[];
}

/** The net change of a batch: one row per call, leg and person, however many entries were about it. */
export function foldCalls(entries: readonly CallEntry[], minLoggedDigits: number | null): CallChanges {
  const fold = new Fold(minLoggedDigits);
  for (const entry of entries) fold.take(entry);
  return fold.changes();
}

class Fold {
  readonly #minLoggedDigits: number | null;
  readonly #calls = new Map<string, CallChange>();
  readonly #legs = new Map<string, LegChange>();
  readonly #people = new Map<string, CallPerson>();

  constructor(minLoggedDigits: number | null) {
    this.#minLoggedDigits = minLoggedDigits;
  }

  changes(): CallChanges {
    return { calls: [...this.#calls.values()], legs: [...this.#legs.values()], people: [...this.#people.values()] };
  }

  take(entry: CallEntry): void {
    switch (entry.type) {
      case 'call.arrived':
        this.#arrived(entry);
        break;
      case 'queue.offer_made': {
        const { reason, trace, at } = entry;
        this.#leg(entry).made = { reason, startedAt: at, trace };
        this.#call(entry.callId).offers = entry.offerNo;
        this.#person(entry.callId, entry.personId);
        break;
      }
      case 'queue.offer_ringing':
        this.#leg(entry).ringingAt = entry.at;
        break;
      case 'queue.offer_result':
        this.#leg(entry).finished = { result: entry.result, cause: entry.cause, endedAt: entry.at };
        break;
      case 'call.bridged':
        this.#bridged(entry);
        break;
      case 'call.ended': {
        const { outcome, cause, endedBy, waitMs, talkMs, at } = entry;
        this.#call(entry.callId).ended = { endedAt: at, outcome, cause, endedBy, waitMs, talkMs };
        break;
      }
    }
  }

  #arrived(entry: Extract<CallEntry, { type: 'call.arrived' }>): void {
    const { callId, arrivedAt, direction, lineId, dialled, fromPersonId, toPersonId } = entry;
    const otherNumber = cleanCallerNumber(otherSide(entry));
    this.#call(callId).arrived = {
      // Whole milliseconds, so that a moment on the wire names the row again.
      arrivedAt: Math.round(arrivedAt),
      direction,
      lineId,
      otherNumber,
      otherDigits: digitsOf(otherNumber ?? ''),
      callerName: cleanCallerName(entry.callerName),
      dialled: cleanCallerNumber(dialled) ?? '',
      fromPersonId,
      toPersonId,
      isLogged: whyNotLogged(otherNumber, this.#minLoggedDigits) === null,
    };
    if (fromPersonId !== null) this.#person(callId, fromPersonId);
    if (toPersonId !== null) this.#person(callId, toPersonId);
  }

  /** A call people dialled themselves is bridged without an offer: whoever dialled talks. */
  #bridged({ callId, personId, at }: Extract<CallEntry, { type: 'call.bridged' }>): void {
    const call = this.#call(callId);
    call.bridgedAt ??= at;
    if (personId === null) return;
    call.personId = personId;
    this.#person(callId, personId).talked = true;
  }

  #call(callId: string): CallChange {
    return getOrAdd(this.#calls, callId, () => ({ callId }));
  }

  #leg({ callId, offerNo, personId }: { callId: string; offerNo: number; personId: string }): LegChange {
    return getOrAdd(this.#legs, `${callId} ${offerNo}`, () => ({ callId, offerNo, personId }));
  }

  #person(callId: string, personId: string): CallPerson {
    return getOrAdd(this.#people, `${callId} ${personId}`, () => ({ callId, personId, talked: false }));
  }
}

/** Who called, or for a call that somebody here made, who was dialled. */
export function otherSide(arrived: {
  readonly direction: 'in' | 'out' | 'internal';
  readonly callerNumber: string;
  readonly dialled: string;
}): string {
  return arrived.direction === 'in' ? arrived.callerNumber : arrived.dialled;
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
