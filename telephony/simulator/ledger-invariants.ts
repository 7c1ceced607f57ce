import type { CallEntry, LedgerEntry } from '../hotline/ledger-entry.ts';
import type { CallBook } from './books.ts';
import { firstComplaint, type Invariant } from './invariant.ts';
import type { Watch } from './watch.ts';

/** What the ledger must always be, whatever happens: complete, ordered, and of one mind. */
export const ledgerInvariants: readonly Invariant[] = [
  { name: 'entries of a stream count 1, 2, 3 without a gap', atEntry: seqHasNoGap },
  { name: 'each call has exactly one outcome', atEntry: nothingAfterTheEnd, atEnd: everyCallHasEnded },
  { name: 'an outcome agrees with what happened', atEntry: outcomeAgrees },
  { name: 'a person has at most one offer', atEntry: oneOfferPerPerson },
  { name: 'each offer has one result', atEntry: offerHasOneResult },
  { name: 'a call is answered by one person once', atEntry: bridgedOnce },
  { name: "a person's intervals follow each other", atEntry: intervalsFollow },
];

function seqHasNoGap(entry: LedgerEntry, { books }: Watch): string | null {
  const known =
    entry.stream === 'call' ? books.calls.get(entry.callId)?.lastSeq : books.people.get(entry.personId)?.last.seq;
  const expected = (known ?? 0) + 1;
  if (entry.seq === expected || (entry.stream === 'call' && books.ended.has(entry.callId))) return null;
  return `${nameOf(entry)} has seq ${entry.seq} where ${expected} follows`;
}

function nothingAfterTheEnd(entry: LedgerEntry, { books }: Watch): string | null {
  if (entry.stream !== 'call') return null;
  const ended = books.ended.get(entry.callId);
  if (ended) return `${nameOf(entry)} comes after the call has ended as ${ended.outcome}`;
  if (entry.type !== 'call.arrived' && !books.calls.has(entry.callId))
    return `${nameOf(entry)} comes before the call has arrived`;
  return null;
}

function everyCallHasEnded({ books, told }: Watch): string | null {
  for (const callId of books.calls.keys()) return `${callId} never got an outcome`;
  return firstComplaint(told.arrivals, (callId) =>
    books.ended.has(callId) ? null : `${callId} arrived and was never written`,
  );
}

function outcomeAgrees(entry: LedgerEntry, { books }: Watch): string | null {
  if (entry.stream !== 'call' || entry.type !== 'call.ended') return null;
  const call = books.calls.get(entry.callId);
  return call ? outcomeComplaint(entry, call) : null;
}

function outcomeComplaint(entry: CallEntry & { type: 'call.ended' }, call: CallBook): string | null {
  const { callId, outcome, waitMs, talkMs, at } = entry;
  const wasBridged = call.bridgedAt !== null;
  if (wasBridged !== (outcome === 'answered') && outcome !== 'lost_in_gap') {
    return `${callId} ended as ${outcome} though it was ${wasBridged ? '' : 'never '}answered`;
  }
  if (outcome === 'abandoned_ringing' && call.offers === 0)
    return `${callId} was abandoned while ringing but rang nobody`;
  if (outcome === 'queue_full' && call.offers > 0) return `${callId} had been offered and was refused as queue_full`;
  if (call.offer) return `${callId} ended while offer ${call.offer.offerNo} had no result`;
  if (!wasBridged && talkMs !== 0) return `${callId} was never answered and talked ${talkMs} ms`;
  if (waitMs < 0 || talkMs < 0) return `${callId} waited ${waitMs} ms and talked ${talkMs} ms`;
  if (waitMs + talkMs !== at - call.arrived.arrivedAt) {
    return `${callId} lasted ${at - call.arrived.arrivedAt} ms, of which ${waitMs} waiting and ${talkMs} talking`;
  }
  return null;
}

function oneOfferPerPerson(entry: LedgerEntry, { books }: Watch): string | null {
  if (entry.stream !== 'call' || entry.type !== 'queue.offer_made') return null;
  const other = books.people.get(entry.personId)?.offeredCallId ?? null;
  return other === null ? null : `${entry.personId} is offered ${entry.callId} while ${other} is offered`;
}

function offerHasOneResult(entry: LedgerEntry, { books }: Watch): string | null {
  if (entry.stream !== 'call') return null;
  const call = books.calls.get(entry.callId);
  if (!call) return null;
  if (entry.type === 'queue.offer_made') {
    if (call.offer) return `${entry.callId} gets offer ${entry.offerNo} while offer ${call.offer.offerNo} is out`;
    return entry.offerNo === call.offers + 1
      ? null
      : `${entry.callId} gets offer ${entry.offerNo} after offer ${call.offers}`;
  }
  if (entry.type !== 'queue.offer_result') return null;
  if (call.offer?.offerNo === entry.offerNo) return null;
  return `${entry.callId} has a result of offer ${entry.offerNo} which is not out`;
}

function bridgedOnce(entry: LedgerEntry, { books }: Watch): string | null {
  if (entry.stream !== 'call' || entry.type !== 'call.bridged') return null;
  const call = books.calls.get(entry.callId);
  return call?.bridgedAt == null
    ? null
    : `${entry.callId} is answered a second time, by ${entry.personId ?? 'the far end'}`;
}

function intervalsFollow(entry: LedgerEntry, { books }: Watch): string | null {
  if (entry.stream !== 'person') return null;
  const last = books.people.get(entry.personId)?.last;
  if (last && entry.at < last.at)
    return `${entry.personId} has a state from ${entry.at}, before the last from ${last.at}`;
  return null;
}

function nameOf(entry: LedgerEntry): string {
  return entry.stream === 'call' ? `${entry.type} of ${entry.callId}` : `the state of ${entry.personId}`;
}
