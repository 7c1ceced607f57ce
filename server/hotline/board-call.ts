import type { CallEntry, RememberedCall } from '../../telephony/index.ts';
import { cleanCallerNumber, formatPhoneNumber } from '../../telephony/numbers/index.ts';
import type { WaitingCallView } from './contract.ts';

/** A live call as the board knows it. */
export interface BoardCall {
  readonly callId: string;
  readonly direction: 'in' | 'out' | 'internal';
  readonly lineId: string | null;
  readonly since: number;
  readonly callerText: string;
  readonly dialledText: string;
  readonly fromPersonId: string | null;
  readonly toPersonId: string | null;
  ringingPersonId: string | null;
  isBridged: boolean;
}

type Arrival = Extract<CallEntry, { type: 'call.arrived' }> | RememberedCall;

export function boardCall(arrival: Arrival): BoardCall {
  const { callId, direction, lineId, arrivedAt, fromPersonId, toPersonId } = arrival;
  return {
    callId,
    direction,
    lineId,
    since: arrivedAt,
    callerText: readable(arrival.callerNumber),
    dialledText: readable(arrival.dialled),
    fromPersonId,
    toPersonId,
    ringingPersonId: null,
    isBridged: false,
  };
}

function readable(number: string): string {
  const cleaned = cleanCallerNumber(number);
  return cleaned === null ? '' : formatPhoneNumber(cleaned);
}

/** Somebody waits to be served: from outside, or on a line. Colleagues who ring each other do not queue. */
export function isWaiting({ isBridged, direction, lineId }: BoardCall): boolean {
  return !isBridged && (direction === 'in' || lineId !== null);
}

/** Who waits, longest first; the position counts within the line. Equal moments go by the id, as everywhere. */
export function waitingCalls(calls: Iterable<BoardCall>): readonly WaitingCallView[] {
  const places = new Map<string | null, number>();
  return [...calls]
    .filter(isWaiting)
    .toSorted((a, b) => a.since - b.since || (a.callId < b.callId ? -1 : 1))
    .map(({ callId, lineId, callerText, since, ringingPersonId }) => {
      const position = (places.get(lineId) ?? 0) + 1;
      places.set(lineId, position);
      return { callId, lineId, callerText, since, position, ringingPersonId };
    });
}

/** The other side of a call, for one of the people in it. */
export function otherSideText(call: BoardCall, personId: string, nameOf: (personId: string) => string | null): string {
  const isCaller = call.fromPersonId === personId;
  const colleagueId = isCaller ? call.toPersonId : call.fromPersonId;
  const colleague = colleagueId === null ? null : nameOf(colleagueId);
  return colleague ?? (isCaller ? call.dialledText : call.callerText);
}
