import type { Effect } from '../hotline/effect.ts';
import type { Line, PersonProfile, StatusRule } from '../hotline/facts.ts';
import type { Input, Order } from '../hotline/input.ts';
import type { LedgerEntry, Outcome } from '../hotline/ledger-entry.ts';
import { createHotline, type HotlineState } from '../hotline/state.ts';
import { nextDeadline, shownOf, step } from '../hotline/step.ts';
import { Agenda } from './agenda.ts';
import type { CastPerson } from './cast.ts';
import { choice, drawReactions } from './draw-reactions.ts';
import { Breached, type Engine, HotlineUnderTest } from './hotline-under-test.ts';
import type { Invariant } from './invariant.ts';
import { invariants } from './invariants.ts';
import type { Found, Story, StoryItem } from './story.ts';
import { VirtualPbx } from './virtual-pbx.ts';

export const realEngine: Engine<HotlineState> = { create: createHotline, step, nextDeadline, shownOf };

/** Which rule broke, and when: milliseconds from the start of the story. */
export interface Breach {
  readonly invariant: string;
  readonly message: string;
  readonly atMs: number;
}

export interface Played {
  readonly breach: Breach | null;
  readonly steps: number;
  readonly checks: number;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
}

export interface PlaySettings {
  readonly invariants?: readonly Invariant[];
  readonly onStep?: (input: Input, effects: readonly Effect[]) => void;
}

/** Monday, 5 October 2026, 09:00 in Kyiv. */
export const storyStartsAt = Date.UTC(2026, 9, 5, 6);
/** A story that takes more steps than this per item goes round in circles. */
const stepsPerItemLimit = 1_000;

/** Plays a story to its end, or to the first breach. Same story, same engine, same course. */
export function playStory<S>(story: Story, engine: Engine<S>, settings: PlaySettings = {}): Played {
  return new Play(story, engine, settings).run();
}

class Play<S> {
  readonly #story: Story;
  readonly #agenda = new Agenda();
  readonly #people: ReadonlyMap<string, CastPerson>;
  readonly #found: ReadonlyMap<string, Found>;
  readonly #pbx: VirtualPbx;
  readonly #hotline: HotlineUnderTest<S>;
  /** Consoles as they really are, whether the hot line knows or not. */
  readonly #consoles = new Map<string, 'online' | 'lost' | 'out'>();
  readonly #stepLimit: number;
  #now = storyStartsAt;
  #linkMayStandFrom = storyStartsAt;

  constructor(story: Story, engine: Engine<S>, { invariants: asked = invariants, onStep }: PlaySettings) {
    this.#story = story;
    this.#stepLimit = (story.items.length + 100) * stepsPerItemLimit;
    this.#people = new Map(story.cast.people.map((person) => [person.profile.personId, person]));
    this.#found = new Map(story.items.flatMap((item) => (item.kind === 'caller' ? [[item.callId, item.found]] : [])));
    this.#pbx = new VirtualPbx({
      seed: story.seed,
      agenda: this.#agenda,
      now: () => this.#now,
      phones: new Map(story.cast.people.flatMap((person) => person.endpoints.map((name) => [name, person.habits]))),
      onSignal: (signal) => this.#hotline.feed({ at: this.#now, kind: 'signal', signal }),
    });
    const mayBeKilled = story.items.some(({ kind }) => kind === 'killed');
    this.#hotline = new HotlineUnderTest(story.cast, mayBeKilled, {
      engine,
      invariants: asked,
      pbx: this.#pbx,
      onEntry: (entry) => this.#react(entry),
      onFindCaller: (callId) => this.#lookUp(callId),
      onStep,
    });
  }

  run(): Played {
    try {
      this.#start();
      this.#passTime();
      this.#hotline.end();
      return this.#played(null);
    } catch (err) {
      if (!(err instanceof Error)) throw err;
      const invariant = err instanceof Breached ? err.invariant : 'the hot line never throws';
      const message = err instanceof Breached ? err.message : (err.stack ?? err.message);
      return this.#played({ invariant, message, atMs: this.#now - storyStartsAt });
    }
  }

  #start() {
    for (const item of this.#story.items) this.#agenda.add(storyStartsAt + item.at, () => this.#happen(item));
    this.#hotline.setUp(this.#now);
    this.#tryToConnect();
    for (const [i, personId] of [...this.#people.keys()].entries()) {
      this.#after(100 + i * 10, () => this.#consoleOnline(personId));
    }
  }

  /** Whatever comes first: what happens next, or the deadline the hot line asked for, up to 3 ms late. */
  #passTime() {
    while (this.#hotline.steps < this.#stepLimit) {
      const happensAt = this.#agenda.nextAt;
      const deadline = this.#hotline.nextDeadline;
      if (happensAt === null && deadline === null) return;
      if (happensAt !== null && (deadline === null || happensAt <= deadline)) {
        this.#now = Math.max(this.#now, happensAt);
        this.#agenda.runNext();
      } else if (deadline !== null) {
        const late = Math.min(deadline + (deadline & 3), happensAt ?? Number.POSITIVE_INFINITY);
        this.#now = Math.max(this.#now, late);
        this.#hotline.feed({ at: this.#now, kind: 'time_passed' });
      }
    }
    throw new Breached('everything comes to an end', `${this.#hotline.steps} steps were taken and it still goes on`);
  }

  #played(breach: Breach | null): Played {
    const outcomes: Partial<Record<Outcome, number>> = {};
    for (const { outcome } of this.#hotline.watch.books.ended.values())
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    return { breach, steps: this.#hotline.steps, checks: this.#hotline.checks, outcomes };
  }

  #after(ms: number, act: () => void) {
    this.#agenda.add(this.#now + ms, act);
  }

  // ---- what happens ---------------------------------------------------------------------------------------------

  #happen(item: StoryItem) {
    switch (item.kind) {
      case 'caller':
        return this.#callIn(item);
      case 'person_dials':
        return this.#dial(item);
      case 'chooses':
        return this.#order(choice(item.personId, item.status, item.by));
      case 'console_lost':
        return this.#loseConsole(item.personId, item.forMs);
      case 'signs_out':
        return this.#signOut(item.personId, item.forMs);
      case 'phone_off':
        return this.#phoneOff(item.endpoint, item.forMs);
      case 'line_changed':
        return this.#putLine(item.line);
      case 'line_removed':
        return this.#removeLine(item.lineId, item.forMs);
      case 'person_moved':
        return this.#movePerson(item.personId, item.projectId);
      case 'person_removed':
        return this.#removePerson(item.personId, item.forMs);
      case 'status_changed':
        return this.#changeStatus(item.status);
      case 'socket_lost':
        return this.#loseSocket(item.forMs, item.noticedAfterMs);
      case 'killed':
        return this.#kill(item.unwrittenMs, item.forMs);
      case 'pbx_restarts':
        this.#pbx.restart();
        return this.#loseSocket(item.forMs, 0);
      case 'signals_late':
        this.#pbx.delaySignals(this.#now + item.forMs);
        this.#hotline.watch.settledAt = Math.max(this.#hotline.watch.settledAt, this.#now + item.forMs);
    }
  }

  #callIn({ callId, callerNumber, dialled, patienceMs }: Extract<StoryItem, { kind: 'caller' }>) {
    const arrival = { callerNumber, callerName: '', dialled, endpoint: null, arrivedAt: this.#now };
    this.#pbx.arrive(callId, { kind: 'caller', side: 'trunk', ...arrival }, patienceMs);
  }

  /** A handset that is in use, or has no registration, cannot dial. */
  #dial({ callId, endpoint, dialled, patienceMs }: Extract<StoryItem, { kind: 'person_dials' }>) {
    if (this.#pbx.phones.isInUse(endpoint) || !this.#pbx.phones.isRegistered(endpoint)) return;
    const arrival = { callerNumber: endpoint, callerName: '', dialled, endpoint, arrivedAt: this.#now };
    this.#pbx.arrive(callId, { kind: 'caller', side: 'phone', ...arrival }, patienceMs);
  }

  #phoneOff(endpoint: string, forMs: number) {
    this.#pbx.phones.setRegistered(endpoint, false);
    this.#after(forMs, () => this.#pbx.phones.setRegistered(endpoint, true));
  }

  // ---- people ---------------------------------------------------------------------------------------------------

  #react(entry: LedgerEntry) {
    for (const { afterMs, order } of drawReactions(entry, (id) => this.#people.get(id)?.habits, this.#story.seed)) {
      this.#after(afterMs, () => this.#order(order));
    }
  }

  /** While the server is away people press again until it is back. */
  #order(order: Order) {
    if (this.#hotline.isAlive) return this.#hotline.feed({ ...order, at: this.#now });
    if (order.kind === 'choose_presence' || order.kind === 'confirm_return')
      this.#after(2_000, () => this.#order(order));
  }

  #consoleOnline(personId: string) {
    this.#consoles.set(personId, 'online');
    this.#order({ kind: 'console_online', personId });
  }

  #loseConsole(personId: string, forMs: number) {
    if (this.#consoles.get(personId) !== 'online') return;
    this.#consoles.set(personId, 'lost');
    this.#order({ kind: 'console_lost', personId });
    this.#after(forMs, () => {
      if (this.#consoles.get(personId) === 'lost') this.#consoleOnline(personId);
    });
  }

  #signOut(personId: string, forMs: number) {
    this.#consoles.set(personId, 'out');
    this.#order({ kind: 'signed_out', personId });
    this.#after(forMs, () => this.#consoleOnline(personId));
    this.#after(forMs + 1_000, () => this.#order(choice(personId, 'free', 'self')));
  }

  #lookUp(callId: string) {
    const found = this.#found.get(callId);
    if (!found) return;
    const { afterMs, managerId, lastTalkedId } = found;
    this.#after(afterMs, () =>
      this.#hotline.feed({ at: this.#now, kind: 'caller_known', callId, managerId, lastTalkedId }),
    );
  }

  // ---- settings -------------------------------------------------------------------------------------------------

  #putLine(line: Line) {
    if (this.#hotline.isAlive) this.#hotline.feed({ at: this.#now, kind: 'put_line', line });
    else this.#hotline.watch.told.lines.set(line.lineId, line);
  }

  #removeLine(lineId: string, forMs: number) {
    const line = this.#hotline.watch.told.lines.get(lineId);
    if (!line || !this.#hotline.isAlive) return;
    this.#hotline.feed({ at: this.#now, kind: 'remove_line', lineId });
    this.#after(forMs, () => this.#putLine(line));
  }

  #movePerson(personId: string, projectId: string | null) {
    const profile = this.#hotline.watch.told.people.get(personId);
    if (profile) this.#putPerson({ ...profile, projectId });
  }

  /** A phone of nobody has no registration; it registers when its account is back. */
  #removePerson(personId: string, forMs: number) {
    const profile = this.#hotline.watch.told.people.get(personId);
    if (!profile || !this.#hotline.isAlive) return;
    const endpoints = this.#people.get(personId)?.endpoints ?? [];
    this.#hotline.feed({ at: this.#now, kind: 'remove_person', personId });
    for (const endpoint of endpoints) this.#pbx.phones.setRegistered(endpoint, false);
    this.#after(forMs, () => this.#restorePerson(profile, endpoints));
  }

  #restorePerson(profile: PersonProfile, endpoints: readonly string[]) {
    this.#putPerson(profile);
    for (const endpoint of endpoints) this.#pbx.phones.reportAgain(endpoint);
    for (const endpoint of endpoints) this.#after(500, () => this.#pbx.phones.setRegistered(endpoint, true));
    this.#after(1_000, () => this.#consoleOnline(profile.personId));
    this.#after(2_000, () => this.#order(choice(profile.personId, 'free', 'self')));
  }

  /** What is set while the server is away is read when it starts. */
  #putPerson(profile: PersonProfile) {
    if (this.#hotline.isAlive) this.#hotline.feed({ at: this.#now, kind: 'put_person', profile });
    else this.#hotline.watch.told.people.set(profile.personId, profile);
  }

  #changeStatus(status: StatusRule) {
    const { statuses } = this.#hotline.watch.told;
    statuses.set(status.code, status);
    this.#hotline.feed({ at: this.#now, kind: 'put_statuses', statuses: [...statuses.values()] });
  }

  // ---- faults ---------------------------------------------------------------------------------------------------

  #cutTheLink(forMs: number) {
    this.#pbx.disconnect();
    this.#hotline.watch.settledAt = Number.POSITIVE_INFINITY;
    this.#linkMayStandFrom = Math.max(this.#linkMayStandFrom, this.#now + forMs);
  }

  #loseSocket(forMs: number, noticedAfterMs: number) {
    this.#cutTheLink(forMs);
    this.#after(noticedAfterMs, () => {
      if (!this.#pbx.isConnected) this.#hotline.feed({ at: this.#now, kind: 'pbx_lost' });
    });
    this.#after(forMs, () => this.#tryToConnect());
  }

  #kill(unwrittenMs: number, forMs: number) {
    if (!this.#hotline.isAlive) return;
    this.#cutTheLink(forMs);
    this.#hotline.kill(this.#now, unwrittenMs);
    this.#after(forMs, () => this.#comeBack());
  }

  #comeBack() {
    this.#hotline.comeBack(this.#now);
    this.#tryToConnect();
    for (const [i, [personId, console]] of [...this.#consoles].entries()) {
      if (console === 'online') this.#after(200 + i * 37, () => this.#reportOnline(personId));
      if (console === 'out') this.#order({ kind: 'signed_out', personId });
    }
  }

  #reportOnline(personId: string) {
    if (this.#consoles.get(personId) === 'online') this.#order({ kind: 'console_online', personId });
  }

  #tryToConnect() {
    if (!this.#hotline.isAlive || this.#pbx.isConnected || this.#now < this.#linkMayStandFrom) return;
    this.#pbx.connect((snapshot) => this.#hotline.connected(this.#now, snapshot));
  }
}
