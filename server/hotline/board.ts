import type {
  CallEntry,
  LedgerEntry,
  PersonEntry,
  PersonProfile,
  PersonShown,
  RememberedCall,
} from '../../telephony/index.ts';
import type { FewFree, PersonStateView } from '../presence/contract.ts';
import { type BoardCall, boardCall, isWaiting, otherSideText, waitingCalls } from './board-call.ts';
import type { BoardFigures, Figures } from './board-figures.ts';
import type { BoardChange, BoardSnapshot, LineBoardView, LineView } from './contract.ts';
import type { BoardPersonRow } from './queries.ts';
import { tooFewFree } from './too-few-free.ts';

export interface BoardDeps {
  /** Sends to whoever looks at the board; `seq` is added on the way. */
  readonly tell: (change: Omit<BoardChange, 'seq'>) => void;
  readonly isWatched: () => boolean;
  readonly figures: Pick<BoardFigures, 'latest' | 'refresh'>;
  readonly now: () => number;
}

interface BoardPerson extends Omit<BoardPersonRow, 'shown'> {
  readonly shown: PersonShown;
  readonly since: number;
}

const FLUSH_EVERY_MS = 250;
const HEARTBEAT_MS = 2000;

/** Of a person the hot line has not said anything about yet. */
const notSeen: PersonShown = {
  shown: 'absent',
  shownBecause: 'signed_out',
  presence: 'absent',
  nextPresence: null,
  work: 'idle',
  device: 'unknown',
  obstacle: 'signed_out',
  callId: null,
  until: null,
};

/**
 * The supervisor's board (C10): follows the hot line's entries, and sends what changed at most four times a second,
 * or a sign of life every two seconds, while somebody looks. Today's figures come from the database.
 */
export class Board {
  readonly #deps: BoardDeps;
  readonly #lines = new Map<string, LineView>();
  readonly #people = new Map<string, BoardPerson>();
  readonly #calls = new Map<string, BoardCall>();
  #changes = noChanges();
  #pbx = { isPbxConnected: false, pbxSince: 0 };
  #toldAt = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(deps: BoardDeps) {
    this.#deps = deps;
    this.#pbx = { isPbxConnected: false, pbxSince: deps.now() };
  }

  /** What a start remembers; entries follow. */
  restore(known: {
    readonly lines: readonly LineView[];
    readonly people: readonly BoardPersonRow[];
    readonly calls: readonly RememberedCall[];
  }): void {
    for (const line of known.lines) if (line.isActive) this.putLine(line);
    for (const { shown, ...person } of known.people) {
      const { since, ...state } = shown ?? { ...notSeen, since: this.#deps.now() };
      this.#people.set(person.personId, { ...person, shown: state, since });
    }
    for (const remembered of known.calls) {
      const call = boardCall(remembered);
      call.isBridged = remembered.bridgedAt !== null;
      call.ringingPersonId = remembered.openOffer?.personId ?? null;
      this.#calls.set(call.callId, call);
    }
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.#tick(), FLUSH_EVERY_MS);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** Null: no line of that id is served. */
  lineName(lineId: string): string | null {
    return this.#lines.get(lineId)?.name ?? null;
  }

  putLine(line: LineView): void {
    this.#lines.set(line.lineId, line);
    this.#changes.lines.add(line.lineId);
    this.#changes.removedLines.delete(line.lineId);
  }

  removeLine(lineId: string): void {
    if (!this.#lines.delete(lineId)) return;
    this.#changes.lines.delete(lineId);
    this.#changes.removedLines.add(lineId);
  }

  putPerson({ personId, name, extension, projectId, usesStatuses }: PersonProfile): void {
    const { shown, since } = this.#people.get(personId) ?? { shown: notSeen, since: this.#deps.now() };
    this.#people.set(personId, { personId, name, extension, projectId, usesStatuses, shown, since });
    this.#changes.people.add(personId);
    this.#changes.removedPeople.delete(personId);
  }

  removePerson(personId: string): void {
    if (!this.#people.delete(personId)) return;
    this.#changes.people.delete(personId);
    this.#changes.removedPeople.add(personId);
  }

  pbxConnected(at: number): void {
    this.#pbx = { isPbxConnected: true, pbxSince: at };
    this.#changes.isAny = true;
  }

  pbxLost(at: number): void {
    this.#pbx = { isPbxConnected: false, pbxSince: at };
    this.#changes.isAny = true;
  }

  take(entries: readonly LedgerEntry[]): void {
    for (const entry of entries) {
      if (entry.stream === 'person') this.#takeState(entry);
      else this.#takeCall(entry);
    }
  }

  /** Today's figures as new as they may be: asked before a snapshot. */
  async refresh(): Promise<void> {
    const before = this.#deps.figures.latest;
    if (await this.#deps.figures.refresh()) this.#noteFigures(before, this.#deps.figures.latest);
  }

  snapshot(): Omit<BoardSnapshot, 'seq'> {
    return {
      at: this.#deps.now(),
      ...this.#pbx,
      lines: [...this.#lines.values()].map((line) => this.#lineView(line)),
      people: [...this.#people.values()].map((person) => this.#personView(person)),
      queue: waitingCalls(this.#calls.values()),
    };
  }

  /** What is shown of one person, for their own console. Null: nobody of that id. */
  personView(personId: string): PersonStateView | null {
    const person = this.#people.get(personId);
    return person ? this.#personView(person) : null;
  }

  /** What keeps the person from leaving «Вільний» by hand (D-03). */
  tooFewFree(personId: string): FewFree | null {
    return tooFewFree(
      personId,
      this.#lines.values(),
      [...this.#people.values()].map((one) => this.#personView(one)),
    );
  }

  async #tick(): Promise<void> {
    if (!this.#deps.isWatched()) {
      this.#changes = noChanges();
      return;
    }
    this.#flush();
    await this.refresh();
  }

  #flush(): void {
    const now = this.#deps.now();
    const changes = this.#changes;
    if (!hasChanges(changes) && now - this.#toldAt < HEARTBEAT_MS) return;
    this.#changes = noChanges();
    this.#toldAt = now;
    this.#deps.tell({
      at: now,
      ...this.#pbx,
      lines: valuesOf(this.#lines, changes.lines).map((line) => this.#lineView(line)),
      people: valuesOf(this.#people, changes.people).map((person) => this.#personView(person)),
      removedPeople: [...changes.removedPeople],
      removedLines: [...changes.removedLines],
      queue: changes.isQueue ? waitingCalls(this.#calls.values()) : null,
    });
  }

  #takeState(entry: PersonEntry): void {
    const person = this.#people.get(entry.personId);
    if (!person) return;
    const { stream, personId, seq, at, type, source, byPersonId, note, ...shown } = entry;
    const isSame = person.shown.shown === shown.shown && person.shown.work === shown.work;
    this.#people.set(personId, { ...person, shown, since: isSame ? person.since : at });
    this.#changes.people.add(personId);
  }

  #takeCall(entry: CallEntry): void {
    const call = entry.type === 'call.arrived' ? this.#arrived(entry) : this.#calls.get(entry.callId);
    if (!call) return;
    switch (entry.type) {
      case 'call.arrived':
        this.#noteQueue(call);
        break;
      case 'queue.offer_made':
        call.ringingPersonId = entry.personId;
        this.#noteQueue(call);
        break;
      case 'queue.offer_result':
        call.ringingPersonId = null;
        this.#noteQueue(call);
        break;
      case 'call.bridged':
        this.#noteQueue(call);
        call.isBridged = true;
        break;
      case 'call.ended':
        this.#noteQueue(call);
        this.#calls.delete(call.callId);
        break;
    }
  }

  #arrived(entry: Extract<CallEntry, { type: 'call.arrived' }>): BoardCall {
    const call = boardCall(entry);
    this.#calls.set(call.callId, call);
    return call;
  }

  /** Before a call leaves the queue, or after it changed in it. */
  #noteQueue(call: BoardCall): void {
    if (!isWaiting(call)) return;
    this.#changes.isQueue = true;
    if (call.lineId !== null) this.#changes.lines.add(call.lineId);
  }

  #noteFigures(before: Figures, after: Figures): void {
    for (const lineId of this.#lines.keys()) {
      const isSame = JSON.stringify(before.lines.get(lineId)) === JSON.stringify(after.lines.get(lineId));
      if (!isSame) this.#changes.lines.add(lineId);
    }
    for (const personId of this.#people.keys()) {
      if (before.callsOfPeople.get(personId) !== after.callsOfPeople.get(personId)) this.#changes.people.add(personId);
    }
  }

  #lineView({ lineId, name, numbers, targetSeconds }: LineView): LineBoardView {
    const { answered = 0, missed = 0, counted = 0, inTime = 0 } = this.#deps.figures.latest.lines.get(lineId) ?? {};
    const waiting = [...this.#calls.values()].filter((call) => call.lineId === lineId && isWaiting(call));
    return {
      lineId,
      name,
      numbers,
      waiting: waiting.length,
      longestSince: waiting.length === 0 ? null : Math.min(...waiting.map((call) => call.since)),
      offered: answered + missed,
      answered,
      missed,
      serviceLevel: {
        inTime,
        of: counted,
        percent: counted === 0 ? null : Math.round((inTime / counted) * 1000) / 10,
        targetSeconds,
      },
    };
  }

  #personView({ shown, since, ...person }: BoardPerson): PersonStateView {
    const call = shown.callId === null ? undefined : this.#calls.get(shown.callId);
    const nameOf = (personId: string) => this.#people.get(personId)?.name ?? null;
    const withWhom = call ? otherSideText(call, person.personId, nameOf) : null;
    const callsToday = this.#deps.figures.latest.callsOfPeople.get(person.personId) ?? 0;
    return { ...person, ...shown, since, withWhom, callsToday };
  }
}

interface Changes {
  readonly lines: Set<string>;
  readonly people: Set<string>;
  readonly removedPeople: Set<string>;
  readonly removedLines: Set<string>;
  isQueue: boolean;
  /** Something that is in every message. */
  isAny: boolean;
}

function noChanges(): Changes {
  return {
    lines: new Set(),
    people: new Set(),
    removedPeople: new Set(),
    removedLines: new Set(),
    isQueue: false,
    isAny: false,
  };
}

function hasChanges({ lines, people, removedPeople, removedLines, isQueue, isAny }: Changes): boolean {
  return isAny || isQueue || lines.size + people.size + removedPeople.size + removedLines.size > 0;
}

function valuesOf<Value>(map: ReadonlyMap<string, Value>, keys: ReadonlySet<string>): Value[] {
  return [...keys].flatMap((key) => map.get(key) ?? []);
}
