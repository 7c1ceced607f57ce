import type { Effect } from '../hotline/effect.ts';
import type { PersonProfile } from '../hotline/facts.ts';
import type { Input } from '../hotline/input.ts';
import type { LedgerEntry, PersonShown } from '../hotline/ledger-entry.ts';
import { browserEndpoint, deskEndpoint, type PbxCommand, type PbxSnapshot } from '../pbx.ts';
import {
  type BookFacts,
  type Books,
  emptyBooks,
  enter,
  rememberedCall,
  rememberedPerson,
  takeLinesOfNow,
} from './books.ts';
import type { Cast } from './cast.ts';
import type { Invariant } from './invariant.ts';
import { Suspicions, type Watch } from './watch.ts';
import { WrittenLedger } from './written-ledger.ts';

/** The hot line as the simulator knows it: by these four functions only. */
export interface Engine<S> {
  create(): S;
  step(state: S, input: Input): Effect[];
  nextDeadline(state: S): number | null;
  shownOf(state: S, personId: string): PersonShown | null;
}

/** A rule that did not hold. */
export class Breached extends Error {
  override readonly name = 'Breached';
  readonly invariant: string;
  constructor(invariant: string, message: string) {
    super(message);
    this.invariant = invariant;
  }
}

export interface UnderTestDeps<S> {
  readonly engine: Engine<S>;
  readonly invariants: readonly Invariant[];
  readonly pbx: Watch['pbx'] & { send(command: PbxCommand): void };
  readonly onEntry: (entry: LedgerEntry) => void;
  readonly onFindCaller: (callId: string) => void;
  /** Every input and what it led to, for reading a failure. */
  readonly onStep?: ((input: Input, effects: readonly Effect[]) => void) | undefined;
}

const stepsBetweenLooks = 64;
/** Longer than any channel outlives its call. */
const endedRememberedMs = 600_000;
const looksEveryMs = 20_000;

/**
 * Runs the hot line as the switchboard would, with a check after each step. `kill` and `comeBack` are a process that
 * dies and starts again with what its ledger had written.
 */
export class HotlineUnderTest<S> {
  readonly watch: Watch;
  steps = 0;
  checks = 0;
  readonly #deps: UnderTestDeps<S>;
  readonly #cast: Cast;
  readonly #facts: BookFacts;
  readonly #written: WrittenLedger | null;
  readonly #asked: Record<'atEntry' | 'afterStep' | 'atLook' | 'atEnd', readonly Invariant[]>;
  /** Null while the process is dead. */
  #state: S | null;
  #nextLookAt = 0;

  constructor(cast: Cast, mayBeKilled: boolean, deps: UnderTestDeps<S>) {
    this.#deps = deps;
    this.#cast = cast;
    this.#state = deps.engine.create();
    this.watch = this.#startWatch();
    const { told } = this.watch;
    this.#facts = {
      lineOf: (lineId) => told.lines.get(lineId) ?? null,
      poolOfPerson: (personId) => told.people.get(personId)?.projectId ?? 'common',
      lookupLimitMs: cast.parameters.lookupLimitMs,
    };
    this.#written = mayBeKilled ? new WrittenLedger(this.#facts) : null;
    const asking = (when: 'atEntry' | 'afterStep' | 'atLook' | 'atEnd') => deps.invariants.filter((one) => one[when]);
    this.#asked = {
      atEntry: asking('atEntry'),
      afterStep: asking('afterStep'),
      atLook: asking('atLook'),
      atEnd: asking('atEnd'),
    };
  }

  get isAlive() {
    return this.#state !== null;
  }

  get nextDeadline(): number | null {
    return this.#state === null ? null : this.#deps.engine.nextDeadline(this.#state);
  }

  /** Nothing happens while the process is dead. */
  feed(input: Input) {
    if (this.#state === null) return;
    this.#learn(input);
    const effects = this.#deps.engine.step(this.#state, input);
    this.steps += 1;
    this.#deps.onStep?.(input, effects);
    this.#carryOut(effects);
    this.#ask('afterStep', (one) => one.afterStep?.(this.watch));
    if (this.steps % stepsBetweenLooks === 0 || input.at >= this.#nextLookAt) this.#look();
  }

  /** Settings as a start reads them from the database. */
  setUp(at: number) {
    const { lines, people, statuses } = this.watch.told;
    this.feed({ at, kind: 'put_parameters', parameters: this.#cast.parameters });
    this.feed({ at, kind: 'put_statuses', statuses: [...statuses.values()] });
    for (const line of lines.values()) this.feed({ at, kind: 'put_line', line });
    for (const profile of people.values()) this.feed({ at, kind: 'put_person', profile });
  }

  connected(at: number, snapshot: PbxSnapshot) {
    const { told, books } = this.watch;
    for (const { channelId, role } of snapshot.channels) if (role.kind === 'caller') this.#expect(channelId);
    for (const { endpoint, state } of snapshot.devices) told.devices.set(endpoint, state);
    for (const call of books.calls.values()) call.mayBeOfferedFrom = Math.max(call.mayBeOfferedFrom, at);
    this.watch.settledAt = at;
    this.feed({ at, kind: 'pbx_connected', snapshot });
  }

  kill(at: number, unwrittenMs: number) {
    this.#state = null;
    this.#takeBooks(this.#written?.killedAt(at, unwrittenMs) ?? emptyBooks());
  }

  comeBack(at: number) {
    this.#state = this.#deps.engine.create();
    this.setUp(at);
    takeLinesOfNow(this.watch.books, this.#facts);
    const { calls, people, ended } = this.watch.books;
    for (const [personId, { callIds }] of people) {
      if (this.watch.told.people.has(personId)) this.watch.told.consoles.set(personId, 'reconnecting');
      else callIds.clear();
    }
    for (const book of people.values()) this.feed({ at, kind: 'restore_person', person: rememberedPerson(book) });
    for (const book of calls.values()) this.feed({ at, kind: 'restore_call', call: rememberedCall(book) });
    for (const [callId, book] of ended) {
      if (at - book.at < endedRememberedMs) this.feed({ at, kind: 'restore_ended_call', callId });
    }
    this.feed({ at, kind: 'restored' });
  }

  /** The story is over and everybody has hung up. */
  end() {
    this.#ask('atEnd', (one) => one.atEnd?.(this.watch));
  }

  #startWatch(): Watch {
    const engine = this.#deps.engine;
    const ofState = <T>(ask: (state: S) => T) => (this.#state === null ? null : ask(this.#state));
    return {
      now: 0,
      books: emptyBooks(),
      told: {
        devices: new Map(),
        consoles: new Map(),
        arrivals: new Set(),
        lines: new Map(this.#cast.lines.map((line) => [line.lineId, line])),
        people: new Map(this.#cast.people.map(({ profile }) => [profile.personId, profile])),
        statuses: new Map(this.#cast.statuses.map((rule) => [rule.code, rule])),
      },
      pbx: this.#deps.pbx,
      engine: {
        nextDeadline: () => ofState((state) => engine.nextDeadline(state)),
        shownOf: (personId) => ofState((state) => engine.shownOf(state, personId)),
      },
      settledAt: Number.POSITIVE_INFINITY,
      input: null,
      entries: [],
      commands: [],
      suspicions: new Suspicions(),
    };
  }

  /** What the ledger lost never was: the checks go on from what was written. */
  #takeBooks(books: Books) {
    const { told } = this.watch;
    this.watch.books = books;
    told.devices.clear();
    told.consoles.clear();
    for (const callId of told.arrivals) {
      if (!books.calls.has(callId) && !books.ended.has(callId)) told.arrivals.delete(callId);
    }
  }

  #learn(input: Input) {
    const { told } = this.watch;
    this.watch.now = input.at;
    this.watch.input = input;
    if (input.kind === 'signal') {
      if (input.signal.kind === 'device') told.devices.set(input.signal.endpoint, input.signal.state);
      if (input.signal.kind === 'arrived') this.#expect(input.signal.channelId);
    } else if (input.kind === 'console_online') {
      if (told.people.has(input.personId)) told.consoles.set(input.personId, 'online');
    } else if (input.kind === 'signed_out') told.consoles.set(input.personId, 'out');
    else if (input.kind === 'console_lost' && told.consoles.get(input.personId) === 'online') {
      told.consoles.set(input.personId, 'reconnecting');
    } else if (input.kind === 'put_line') told.lines.set(input.line.lineId, input.line);
    else if (input.kind === 'remove_line') told.lines.delete(input.lineId);
    else if (input.kind === 'put_person') this.#know(input.profile);
    else if (input.kind === 'remove_person') this.#forget(input.personId);
    else if (input.kind === 'pbx_lost') this.watch.settledAt = Number.POSITIVE_INFINITY;
  }

  /** Of the phones of somebody new nothing is known yet. */
  #know(profile: PersonProfile) {
    const { people, devices } = this.watch.told;
    if (!people.has(profile.personId) && profile.extension !== null) {
      devices.delete(deskEndpoint(profile.extension));
      devices.delete(browserEndpoint(profile.extension));
    }
    people.set(profile.personId, profile);
  }

  /** A talk goes on without the account, and is still the person's when they get it again before its end. */
  #forget(personId: string) {
    this.watch.told.people.delete(personId);
    this.watch.told.consoles.delete(personId);
  }

  /** A channel that lingers after its call has ended is not a new call. */
  #expect(callId: string) {
    if (!this.watch.books.ended.has(callId)) this.watch.told.arrivals.add(callId);
  }

  #carryOut(effects: readonly Effect[]) {
    const entries: LedgerEntry[] = [];
    const commands: PbxCommand[] = [];
    for (const effect of effects) {
      if (effect.kind === 'ledger') {
        entries.push(effect.entry);
        this.#write(effect.entry);
      } else if (effect.kind === 'pbx') {
        commands.push(effect.command);
        this.#deps.pbx.send(effect.command);
      } else this.#deps.onFindCaller(effect.callId);
    }
    this.watch.entries = entries;
    this.watch.commands = commands;
  }

  #write(entry: LedgerEntry) {
    this.#ask('atEntry', (one) => one.atEntry?.(entry, this.watch));
    enter(this.watch.books, entry, this.#facts);
    this.#written?.write(entry);
    this.#deps.onEntry(entry);
  }

  #look() {
    this.#nextLookAt = this.watch.now + looksEveryMs;
    this.watch.suspicions.startLook();
    this.#ask('atLook', (one) => one.atLook?.(this.watch));
  }

  #ask(when: 'atEntry' | 'afterStep' | 'atLook' | 'atEnd', question: (one: Invariant) => string | null | undefined) {
    for (const one of this.#asked[when]) {
      this.checks += 1;
      const complaint = question(one);
      if (complaint) throw new Breached(one.name, complaint);
    }
  }
}
