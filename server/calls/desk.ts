import type { CallEntry, LedgerEntry, RememberedCall } from '../../telephony/index.ts';
import type { CallerLookup } from './caller-lookup.ts';
import type { CallMessages, NoteView, PopView } from './contract.ts';
import { otherSide } from './fold-calls.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import { type OpenCall, onlyMatch, openCall, type Pop, popView, rowOfEndedCall, type Viewer } from './open-call.ts';
import type { PopLog } from './pop-log.ts';
import { whyNotLogged } from './why-not-logged.ts';

/** Sends to every console of a person; `seq` is added on the way. @returns whether a console is there */
export type TellDesk = <Name extends keyof CallMessages>(
  personId: string,
  name: Name,
  message: Omit<Parameters<CallMessages[Name]>[0], 'seq'>,
) => boolean;

export interface DeskDeps {
  readonly lookup: Pick<CallerLookup, 'matches' | 'forget'>;
  readonly tell: TellDesk;
  /** What the process knows of people, lines and settings without asking anybody. */
  readonly facts: DeskFacts;
  readonly writer: Pick<LedgerWriter, 'link'>;
  readonly popLog: Pick<PopLog, 'note'>;
}
export interface DeskFacts {
  readonly lineName: (lineId: string) => string | null;
  readonly personName: (personId: string) => string | null;
  readonly viewer: (personId: string) => Omit<Viewer, 'personId'>;
  readonly minLoggedDigits: () => number | null;
}

type DeskSnapshot = Omit<Parameters<CallMessages['desk.snapshot']>[0], 'seq' | 'own'>;
type Withdrawal = Parameters<CallMessages['call.withdrawn']>[0]['because'];

/** The first word of a ringing call waits so long for the name; a pop without one follows up with it. */
const PATIENCE_MS = 15;

/**
 * What stands on each person's desk: the pops of calls that ring them or that they talk in (C14). Follows the hot
 * line's entries as they are made, ahead of the database; the engine's calls rebuild it after a start.
 */
export class Desk {
  readonly #deps: DeskDeps;
  readonly #calls = new Map<string, OpenCall>();

  constructor(deps: DeskDeps) {
    this.#deps = deps;
  }

  /** Entries of one step of the hot line, together: an offer that ends with its call was left by the caller. */
  take(entries: readonly LedgerEntry[]): void {
    for (const entry of entries) {
      if (entry.stream === 'person') continue;
      if (entry.type === 'call.arrived') this.#arrived(entry);
      else this.#takeCall(entry, entries);
    }
  }

  /** After a start: the calls the hot line goes on with. What it ends or withdraws follows as entries. */
  restore(calls: readonly RememberedCall[], notes: ReadonlyMap<string, NoteView>): void {
    for (const remembered of calls) {
      const call = this.#open(remembered);
      call.note = notes.get(call.callId) ?? call.note;
      const { talkingPersonId, bridgedAt, offers, openOffer, arrivedAt } = remembered;
      if (openOffer) {
        const { offerNo, personId } = openOffer;
        this.#addPop(call, personId, { offerNo, reason: 'longest_idle', offeredAt: arrivedAt });
      }
      if (talkingPersonId === null || bridgedAt === null) continue;
      const pop = this.#addPop(call, talkingPersonId, { offerNo: offers, reason: 'dialled', offeredAt: bridgedAt });
      talking(call, pop, { personId: talkingPersonId, at: bridgedAt });
    }
  }

  /** Everything on the person's desk now. */
  snapshot(personId: string, now: number): DeskSnapshot {
    const pops: PopView[] = [];
    for (const call of this.#calls.values()) {
      const pop = call.pops.get(personId);
      if (pop) pops.push(this.#view(call, personId, pop));
    }
    return { serverTime: now, pops };
  }

  /** The console has painted the pop. */
  popSeen(personId: string, seen: { callId: string; offerNo: number; paintedAt: number }): void {
    const pop = this.#calls.get(seen.callId)?.pops.get(personId);
    if (pop?.offerNo !== seen.offerNo) return;
    const { callId, offerNo, paintedAt } = seen;
    this.#deps.popLog.note({ callId, offerNo, personId, createdAt: pop.offeredAt, seenAt: paintedAt });
  }

  noteSaved(callId: string, note: NoteView): void {
    const call = this.#calls.get(callId);
    if (call) call.note = note;
  }

  /** Somebody chose the card by hand. */
  linked(callId: string, client: { clientId: string; clientName: string } | null): void {
    const call = this.#calls.get(callId);
    if (!call) return;
    call.clientId = client?.clientId ?? null;
    call.clientName = client?.clientName ?? null;
    this.#tellAll(call);
  }

  /** Whether the call is alive and the person has part in it: may decline or end it. */
  isPartyOf(personId: string, callId: string): boolean {
    return this.#calls.get(callId)?.pops.has(personId) ?? false;
  }

  #arrived(entry: Extract<CallEntry, { type: 'call.arrived' }>): void {
    const call = this.#open(entry);
    if (entry.fromPersonId === null) return;
    this.#addPop(call, entry.fromPersonId, { offerNo: 0, reason: 'dialled', offeredAt: entry.arrivedAt });
    this.#announce(call, entry.fromPersonId);
  }

  #open(arrival: Parameters<typeof openCall>[0]): OpenCall {
    const { facts, lookup } = this.#deps;
    const call = openCall(arrival, arrival.lineId === null ? null : facts.lineName(arrival.lineId));
    this.#calls.set(call.callId, call);
    if (call.matches !== null) return call;
    const patience = setTimeout(() => this.#tellUntold(call), PATIENCE_MS);
    void lookup.matches(call.callId, otherSide(arrival)).then((matches) => {
      clearTimeout(patience);
      this.#found(call, matches);
    });
    return call;
  }

  #found(call: OpenCall, matches: OpenCall['matches']): void {
    call.matches = matches ?? [];
    if (!this.#calls.has(call.callId)) return;
    this.#link(call, onlyMatch(call.matches));
    this.#tellAll(call);
  }

  /** A call belongs to one card; what was chosen before stays. */
  #link(call: OpenCall, match: ReturnType<typeof onlyMatch>): void {
    if (match === null || call.clientId !== null) return;
    call.clientId = match.clientId;
    call.clientName = match.clientName;
    this.#deps.writer.link({ callId: call.callId, clientId: match.clientId, contactId: match.contactId });
  }

  #takeCall(entry: CallEntry, step: readonly LedgerEntry[]): void {
    const call = this.#calls.get(entry.callId);
    if (!call) return;
    switch (entry.type) {
      case 'queue.offer_made': {
        const { offerNo, reason, at, personId } = entry;
        this.#addPop(call, personId, { offerNo, reason, offeredAt: at });
        this.#announce(call, personId);
        break;
      }
      case 'queue.offer_result':
        if (entry.result !== 'answered') this.#withdraw(call, entry.personId, whyWithdrawn(entry, step));
        break;
      case 'call.passed_on':
        call.passedOnFromId = entry.fromPersonId;
        break;
      case 'call.bridged':
        this.#bridged(call, entry);
        break;
      case 'call.held':
      case 'call.resumed':
        this.#setState(call, entry.personId, entry.type === 'call.held' ? 'held' : 'talking');
        break;
      case 'call.ended':
        this.#ended(call, entry);
        break;
    }
  }

  #addPop(call: OpenCall, personId: string, made: Pick<Pop, 'offerNo' | 'reason' | 'offeredAt'>): Pop {
    const pop: Pop = { ...made, state: 'ringing', talkingSince: null, isTold: false };
    call.pops.set(personId, pop);
    call.people.add(personId);
    return pop;
  }

  /** At once when the look-up is over; else it or the end of patience announces it. */
  #announce(call: OpenCall, personId: string): void {
    const isPatient = call.matches === null && Date.now() - call.arrivedAt < PATIENCE_MS;
    if (!isPatient) this.#tell(call, personId);
  }

  #bridged(call: OpenCall, entry: Extract<CallEntry, { type: 'call.bridged' }>): void {
    const personId = entry.personId ?? call.fromPersonId;
    if (personId === null) return;
    const adopted = { offerNo: entry.offerNo ?? 0, reason: 'dialled', offeredAt: entry.at } as const;
    const pop = call.pops.get(personId) ?? this.#addPop(call, personId, adopted);
    talking(call, pop, { personId, at: entry.at });
    // At the answer the call goes to one of several cards; the person may move it (C12).
    this.#link(call, call.matches?.find(({ level }) => level !== 'suffix') ?? null);
    this.#tellAll(call);
  }

  #setState(call: OpenCall, personId: string, state: Pop['state']): void {
    const pop = call.pops.get(personId);
    if (!pop) return;
    pop.state = state;
    this.#tell(call, personId);
  }

  #ended(call: OpenCall, entry: Extract<CallEntry, { type: 'call.ended' }>): void {
    for (const [personId, pop] of call.pops) {
      this.#withdraw(call, personId, pop.state === 'ringing' && pop.offerNo > 0 ? 'caller_left' : 'ended');
    }
    this.#calls.delete(call.callId);
    this.#deps.lookup.forget(call.callId);
    if (whyNotLogged(call.otherNumber, this.#deps.facts.minLoggedDigits()) !== null) return;
    const row = rowOfEndedCall(call, entry, this.#deps.facts.personName);
    for (const personId of call.people) this.#deps.tell(personId, 'call.logged', { row });
  }

  #withdraw({ callId, pops }: OpenCall, personId: string, because: Withdrawal): void {
    const pop = pops.get(personId);
    if (!pop) return;
    pops.delete(personId);
    if (pop.isTold) this.#deps.tell(personId, 'call.withdrawn', { callId, because });
  }

  #tellAll(call: OpenCall): void {
    for (const personId of call.pops.keys()) this.#tell(call, personId);
  }

  #tellUntold(call: OpenCall): void {
    for (const [personId, pop] of call.pops) if (!pop.isTold) this.#tell(call, personId);
  }

  #tell(call: OpenCall, personId: string): void {
    const pop = call.pops.get(personId);
    if (!pop) return;
    const isThere = this.#deps.tell(personId, 'call.offered', { pop: this.#view(call, personId, pop) });
    if (!pop.isTold && pop.offerNo > 0) {
      const { offerNo, offeredAt } = pop;
      const deliveredAt = isThere ? Date.now() : null;
      this.#deps.popLog.note({ callId: call.callId, offerNo, personId, createdAt: offeredAt, deliveredAt });
    }
    pop.isTold = true;
  }

  #view(call: OpenCall, personId: string, pop: Pop): PopView {
    const { personName, viewer } = this.#deps.facts;
    return popView(call, pop, { personId, ...viewer(personId) }, personName);
  }
}

function talking(call: OpenCall, pop: Pop, { personId, at }: { personId: string; at: number }): void {
  pop.state = 'talking';
  pop.talkingSince ??= at;
  call.talkedTo = personId;
}

function whyWithdrawn(
  { result, cause, callId }: Extract<CallEntry, { type: 'queue.offer_result' }>,
  step: readonly LedgerEntry[],
): Withdrawal {
  if (result !== 'cancelled') return 'not_answered';
  if (cause === 'answered_elsewhere') return 'answered_elsewhere';
  const isOver = step.some((entry) => entry.type === 'call.ended' && entry.callId === callId);
  return isOver ? 'caller_left' : 'not_answered';
}
