import type { CallEntry, OfferReason, RememberedCall } from '../../telephony/index.ts';
import {
  cleanCallerNumber,
  formatPhoneNumber,
  numberOrigin,
  type OriginLanguage,
} from '../../telephony/numbers/index.ts';
import type { CallerMatch } from '../clients/contract.ts';
import type { CallLogRow, NoteView, PopView } from './contract.ts';
import { otherSide } from './fold-calls.ts';

/** A live call as the desks know it. */
export interface OpenCall {
  readonly callId: string;
  readonly direction: PopView['direction'];
  readonly lineId: string | null;
  readonly lineName: string | null;
  /** As received. */
  readonly callerNumber: string;
  /** Cleaned; who called, or who was dialled; null: withheld. */
  readonly otherNumber: string | null;
  readonly dialled: string;
  readonly fromPersonId: string | null;
  readonly toPersonId: string | null;
  readonly arrivedAt: number;
  /** Null: still looking. */
  matches: readonly CallerMatch[] | null;
  clientId: string | null;
  clientName: string | null;
  note: NoteView;
  passedOnFromId: string | null;
  talkedTo: string | null;
  readonly pops: Map<string, Pop>;
  /** Everybody whose call it is, also those whose pop is closed. */
  readonly people: Set<string>;
}
export interface Pop {
  readonly offerNo: number;
  readonly reason: OfferReason;
  readonly offeredAt: number;
  state: PopView['state'];
  talkingSince: number | null;
  /** The desk has been told of it. */
  isTold: boolean;
}

type Arrival = Extract<CallEntry, { type: 'call.arrived' }> | RememberedCall;

export function openCall(arrival: Arrival, lineName: string | null): OpenCall {
  const { callId, direction, lineId, callerNumber, dialled, fromPersonId, toPersonId, arrivedAt } = arrival;
  return {
    callId,
    direction,
    lineId,
    lineName,
    callerNumber,
    otherNumber: cleanCallerNumber(otherSide(arrival)),
    dialled: cleanCallerNumber(dialled) ?? '',
    fromPersonId,
    toPersonId,
    arrivedAt,
    // Colleagues are no clients: there is nothing to look for.
    matches: direction === 'internal' ? [] : null,
    clientId: null,
    clientName: null,
    note: { text: '', revision: 0 },
    passedOnFromId: null,
    talkedTo: null,
    pops: new Map(),
    people: new Set([fromPersonId, toPersonId].filter((id) => id !== null)),
  };
}

/** Whose eyes a pop is for. */
export interface Viewer {
  readonly personId: string;
  readonly language: OriginLanguage;
  readonly mayViewClients: boolean;
}

/** What one person gets to see of a call. Without the right to clients: that there is one, and whose (C14.7). */
export function popView(
  call: OpenCall,
  pop: Pop,
  viewer: Viewer,
  nameOf: (personId: string) => string | null,
): PopView {
  const { callId, direction, lineId, lineName, dialled, arrivedAt, clientId, note, passedOnFromId } = call;
  const number = otherNumberFor(call, viewer.personId);
  return {
    callId,
    offerNo: pop.offerNo,
    state: pop.state,
    direction,
    lineId,
    lineName,
    dialled,
    callerNumber: number,
    callerText: colleagueName(call, viewer.personId, nameOf) ?? (number === null ? '' : formatPhoneNumber(number)),
    region: number === null ? null : numberOrigin(number, viewer.language),
    arrivedAt,
    offeredAt: pop.offeredAt,
    talkingSince: pop.talkingSince,
    reason: pop.reason,
    matches: call.matches && (viewer.mayViewClients ? call.matches : call.matches.map(onlyName)),
    clientId,
    note,
    passedOnFrom: passedOnFromId === null ? null : nameOf(passedOnFromId),
  };
}

/** On an internal call each sees the other one. */
function otherNumberFor({ direction, fromPersonId, callerNumber, otherNumber }: OpenCall, viewerId: string) {
  return direction === 'internal' && viewerId !== fromPersonId ? cleanCallerNumber(callerNumber) : otherNumber;
}

function colleagueName(
  { direction, fromPersonId, toPersonId }: OpenCall,
  viewerId: string,
  nameOf: (personId: string) => string | null,
): string | null {
  if (direction !== 'internal') return null;
  const colleagueId = viewerId === fromPersonId ? toPersonId : fromPersonId;
  return colleagueId === null ? null : nameOf(colleagueId);
}

function onlyName(match: CallerMatch): CallerMatch {
  return { ...match, contactId: null, contactName: null, contactRole: null, lastContacts: [], openItems: [] };
}

/** The one card a call belongs to by its number alone; null: nobody, several, or a mere suggestion. */
export function onlyMatch(matches: readonly CallerMatch[]): CallerMatch | null {
  const sure = matches.filter(({ level }) => level !== 'suffix');
  const [first] = sure;
  if (first === undefined || sure.some(({ clientId }) => clientId !== first.clientId)) return null;
  return first;
}

/** The call's row in the log, from what is known at its end. */
export function rowOfEndedCall(
  call: OpenCall,
  ended: Extract<CallEntry, { type: 'call.ended' }>,
  nameOf: (personId: string) => string | null,
): CallLogRow {
  const { callId, direction, lineId, lineName, otherNumber, clientId, clientName, talkedTo, note } = call;
  return {
    callId,
    arrivedAt: new Date(call.arrivedAt).toISOString(),
    direction,
    outcome: ended.outcome,
    lineId,
    lineName,
    otherNumber,
    otherText: otherNumber === null ? '' : formatPhoneNumber(otherNumber),
    clientId,
    clientName,
    personId: talkedTo,
    personName: talkedTo === null ? null : nameOf(talkedTo),
    waitSeconds: Math.round(ended.waitMs / 1000),
    talkSeconds: Math.round(ended.talkMs / 1000),
    note: note.text,
  };
}
