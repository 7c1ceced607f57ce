import type { Line } from '../hotline/facts.ts';
import type { RememberedCall, RememberedPerson } from '../hotline/input.ts';
import type { CallEntry, CallFact, LedgerEntry, Outcome, PersonEntry } from '../hotline/ledger-entry.ts';

/**
 * What can be known of the hot line from its ledger alone: the checks read this and never the engine's own memory, and
 * a restart gets from here what the database would give it.
 */
export interface Books {
  readonly calls: Map<string, CallBook>;
  readonly people: Map<string, PersonBook>;
  readonly ended: Map<string, { readonly outcome: Outcome; readonly at: number }>;
}

export interface CallBook {
  readonly arrived: Extract<CallFact, { type: 'call.arrived' }> & { readonly callId: string };
  /** As it was when the call arrived, or when the process started again. */
  line: Line | null;
  /** The pool that serves the call from its start; null: not a call that anybody waits with. */
  ownPool: string | null;
  lastSeq: number;
  /** Not to be offered before this moment. */
  mayBeOfferedFrom: number;
  offers: number;
  offer: { readonly offerNo: number; readonly personId: string; isRinging: boolean } | null;
  bridgedAt: number | null;
  talkingPersonId: string | null;
}

export interface PersonBook {
  last: PersonEntry;
  idleSince: number;
  /** Since when nothing keeps hot-line calls away; null: something does. */
  freeSince: number | null;
  offeredCallId: string | null;
  /** Calls the person dialled or talks on. */
  readonly callIds: Set<string>;
}

/** Facts a call brings along that are not in its ledger. */
export interface BookFacts {
  readonly lineOf: (lineId: string) => Line | null;
  readonly poolOfPerson: (personId: string) => string | null;
  readonly lookupLimitMs: number;
}

/** After an offer was withdrawn the caller rests for so long (C1). */
export const holdOffMs = 1_000;

export function emptyBooks(): Books {
  return { calls: new Map(), people: new Map(), ended: new Map() };
}

export function enter(books: Books, entry: LedgerEntry, facts: BookFacts) {
  if (entry.stream === 'person') enterPerson(books, entry);
  else if (entry.type === 'call.arrived') openBook(books, entry, facts);
  else enterCall(books, entry);
}

function openBook(books: Books, entry: Extract<CallEntry, { type: 'call.arrived' }>, facts: BookFacts) {
  const line = entry.lineId === null ? null : facts.lineOf(entry.lineId);
  books.calls.set(entry.callId, {
    arrived: entry,
    line,
    ownPool: ownPoolOf(entry, line, facts),
    lastSeq: entry.seq,
    mayBeOfferedFrom: entry.at + facts.lookupLimitMs,
    offers: 0,
    offer: null,
    bridgedAt: null,
    talkingPersonId: null,
  });
  if (entry.fromPersonId !== null) books.people.get(entry.fromPersonId)?.callIds.add(entry.callId);
}

function ownPoolOf(entry: CallBook['arrived'], line: Line | null, facts: BookFacts): string | null {
  if (line) return line.projectId ?? 'common';
  if (entry.direction !== 'in') return null;
  return entry.toPersonId === null ? 'common' : facts.poolOfPerson(entry.toPersonId);
}

/** A process that starts again takes the lines as they are now. */
export function takeLinesOfNow(books: Books, facts: BookFacts) {
  for (const call of books.calls.values()) {
    call.line = call.arrived.lineId === null ? null : facts.lineOf(call.arrived.lineId);
    call.ownPool = ownPoolOf(call.arrived, call.line, facts);
  }
}

function enterCall(books: Books, entry: Exclude<CallEntry, { type: 'call.arrived' }>) {
  const call = books.calls.get(entry.callId);
  if (!call) return;
  call.lastSeq = entry.seq;
  switch (entry.type) {
    case 'queue.entered':
      call.mayBeOfferedFrom = Math.min(call.mayBeOfferedFrom, entry.at);
      return;
    case 'queue.offer_made': {
      call.offers = entry.offerNo;
      call.offer = { offerNo: entry.offerNo, personId: entry.personId, isRinging: false };
      setOffered(books, entry.personId, entry.callId);
      return;
    }
    case 'queue.offer_ringing':
      if (call.offer) call.offer.isRinging = true;
      return;
    case 'queue.offer_result':
      call.offer = null;
      call.mayBeOfferedFrom = entry.at + (entry.result === 'cancelled' ? holdOffMs : 0);
      setOffered(books, entry.personId, null);
      return;
    case 'call.bridged':
      call.bridgedAt = entry.at;
      call.talkingPersonId = entry.personId;
      if (entry.personId !== null) books.people.get(entry.personId)?.callIds.add(entry.callId);
      return;
    case 'call.ended':
      books.calls.delete(entry.callId);
      books.ended.set(entry.callId, { outcome: entry.outcome, at: entry.at });
      for (const personId of [call.arrived.fromPersonId, call.talkingPersonId]) {
        if (personId !== null) books.people.get(personId)?.callIds.delete(entry.callId);
      }
  }
}

function setOffered(books: Books, personId: string, callId: string | null) {
  const person = books.people.get(personId);
  if (person) person.offeredCallId = callId;
}

function enterPerson(books: Books, entry: PersonEntry) {
  const known = books.people.get(entry.personId);
  const freeFrom = entry.obstacle === null ? entry.at : null;
  if (!known) {
    books.people.set(entry.personId, {
      last: entry,
      idleSince: entry.at,
      freeSince: freeFrom,
      ...callsOf(books, entry),
    });
    return;
  }
  if (entry.work === 'idle' && known.last.work !== 'idle') known.idleSince = entry.at;
  known.freeSince = freeFrom === null ? null : (known.freeSince ?? freeFrom);
  known.last = entry;
}

/** Calls may be written before anything of the person was. */
function callsOf({ calls }: Books, { personId }: PersonEntry): Pick<PersonBook, 'offeredCallId' | 'callIds'> {
  const all = [...calls.values()];
  const own = all.filter((call) => call.arrived.fromPersonId === personId || call.talkingPersonId === personId);
  const offered = all.find(({ offer }) => offer?.personId === personId);
  return { offeredCallId: offered?.arrived.callId ?? null, callIds: new Set(own.map(({ arrived }) => arrived.callId)) };
}

/** A person as a fresh process is told of them. */
export function rememberedPerson({ last, idleSince }: PersonBook): RememberedPerson {
  return {
    personId: last.personId,
    lastSeq: last.seq,
    presence: last.presence,
    nextPresence: last.nextPresence,
    wrapUp:
      last.work === 'wrap_up' && last.callId !== null && last.until !== null
        ? { callId: last.callId, until: last.until }
        : null,
    isNotResponding: last.work === 'not_responding',
    idleSince,
  };
}

/** A call as a fresh process is told of it. */
export function rememberedCall({
  arrived,
  lastSeq,
  offers,
  offer,
  bridgedAt,
  talkingPersonId,
}: CallBook): RememberedCall {
  const { callId, arrivedAt, direction, lineId, callerNumber, callerName, dialled, fromPersonId, toPersonId } = arrived;
  return {
    ...{ callId, lastSeq, arrivedAt, direction, lineId, callerNumber, callerName, dialled, fromPersonId, toPersonId },
    ...{ offers, bridgedAt, talkingPersonId },
    openOffer: offer === null ? null : { offerNo: offer.offerNo, personId: offer.personId },
  };
}
