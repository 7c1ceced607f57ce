import type { PhoneKeys } from '../../telephony/numbers/index.ts';
import type { CallerMatch, MatchLevel } from './contract.ts';

/** A stored phone that shares some digits with the caller's number, with what is needed to rank and to show it. */
export interface PhoneCandidate extends PhoneKeys {
  readonly isPrimary: boolean;
  readonly isCompanyLine: boolean;
  readonly clientId: string;
  readonly clientName: string;
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly contactRole: string | null;
  readonly managerId: string | null;
  readonly managerName: string | null;
  /** The client's latest ended calls, newest first. */
  readonly calls: readonly PastCall[];
}
export interface PastCall {
  readonly callId: string;
  readonly at: string;
  readonly direction: string;
  readonly outcome: string;
  readonly otherNumber: string | null;
  readonly personName: string | null;
  readonly talkMs: number;
}

const levels: readonly MatchLevel[] = ['exact', 'number', 'national', 'suffix'];
const MAX_MATCHES = 5;
const MAX_LAST_CONTACTS = 3;
const MISSED: ReadonlySet<string> = new Set([
  'abandoned',
  'abandoned_ringing',
  'queue_timeout',
  'queue_full',
  'lost_in_gap',
]);

interface Ranked {
  readonly candidate: PhoneCandidate;
  readonly level: MatchLevel;
  readonly openItems: CallerMatch['openItems'];
  readonly lastSpokenAt: string;
}

/**
 * Who may be calling, best first, at most five (C12). By level, then: the number marked primary, a person with an
 * open item, who was spoken with last, the company's card, by name; ends with the ids, so the same facts give the
 * same order. A «main company line» drops the single persons who wrote the same number on their card.
 */
export function matchPhone(caller: PhoneKeys, candidates: readonly PhoneCandidate[]): readonly CallerMatch[] {
  const found = candidates.flatMap((candidate) => {
    const level = levelOf(caller, candidate);
    return level === null ? [] : [{ candidate, level, ...historyOf(candidate) }];
  });
  const isCompanyLine = found.some(({ candidate, level }) => candidate.isCompanyLine && level !== 'suffix');
  const kept = isCompanyLine ? found.filter(({ candidate }) => candidate.contactId === null) : found;
  return withoutRepeats(kept.toSorted(byRank)).slice(0, MAX_MATCHES).map(toMatch);
}

/** Null: the digits agree by chance, the number is another one. */
export function levelOf(caller: PhoneKeys, stored: PhoneKeys): MatchLevel | null {
  if (caller.e164 !== null && caller.e164 === stored.e164) {
    return caller.extension === stored.extension ? 'exact' : 'number';
  }
  if (caller.e164 !== null && stored.e164 !== null) return null;
  if (caller.national9 !== null && caller.national9 === stored.national9) return 'national';
  // Two whole numbers with the same ending are two towns; a suggestion needs one side to be short.
  if (caller.national9 !== null && stored.national9 !== null) return null;
  return caller.last7 !== null && caller.last7 === stored.last7 ? 'suffix' : null;
}

function historyOf({ calls }: PhoneCandidate): Pick<Ranked, 'openItems' | 'lastSpokenAt'> {
  const lastSpoken = calls.findIndex((call) => call.outcome === 'answered');
  const sinceThen = lastSpoken === -1 ? calls : calls.slice(0, lastSpoken);
  const missed = sinceThen.filter((call) => call.direction === 'in' && MISSED.has(call.outcome));
  return {
    openItems: missed.map((call) => ({ kind: 'missed_call', id: call.callId, text: call.at })),
    lastSpokenAt: calls[lastSpoken]?.at ?? '',
  };
}

function byRank(a: Ranked, b: Ranked): number {
  return (
    levels.indexOf(a.level) - levels.indexOf(b.level) ||
    Number(b.candidate.isPrimary) - Number(a.candidate.isPrimary) ||
    Number(b.openItems.length > 0) - Number(a.openItems.length > 0) ||
    compareText(b.lastSpokenAt, a.lastSpokenAt) ||
    Number(a.candidate.contactId !== null) - Number(b.candidate.contactId !== null) ||
    a.candidate.clientName.localeCompare(b.candidate.clientName, 'uk') ||
    compareText(keyOf(a), keyOf(b))
  );
}

/** A card that lists the number twice is one possible caller: the better-ranked line of it. */
function withoutRepeats(ranked: readonly Ranked[]): readonly Ranked[] {
  const seen = new Set<string>();
  return ranked.filter((match) => !seen.has(keyOf(match)) && seen.add(keyOf(match)));
}

function keyOf({ candidate }: Ranked): string {
  return `${candidate.clientId} ${candidate.contactId ?? ''}`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function toMatch({ candidate, level, openItems }: Ranked): CallerMatch {
  const { clientId, clientName, contactId, contactName, contactRole, managerId, managerName } = candidate;
  const lastContacts = candidate.calls.slice(0, MAX_LAST_CONTACTS).map((call) => ({
    callId: call.callId,
    at: call.at,
    direction: call.direction,
    outcome: call.outcome,
    personName: call.personName,
    talkSeconds: Math.round(call.talkMs / 1000),
  }));
  return {
    clientId,
    clientName,
    contactId,
    contactName,
    contactRole,
    level,
    managerId,
    managerName,
    lastContacts,
    openItems,
  };
}
