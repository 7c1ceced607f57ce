import type { Logger } from 'pino';
import type { Input, LedgerEntry, Order, SetUp } from '../index.ts';
import { createHotline, type Effect, nextDeadline, step } from '../index.ts';
import type { Pbx, Signal } from '../pbx.ts';

export interface SwitchboardDeps {
  readonly pbx: Pbx;
  /** Wall clock, milliseconds. */
  readonly now: () => number;
  /** Takes the entries of one step in order, at once; writing them down is its business and keeps no call waiting. */
  readonly record: (entries: readonly LedgerEntry[]) => void;
  /** Who is calling, as far as routing asks: looked up beside the ringing. */
  readonly findCaller: (asked: Extract<Effect, { kind: 'find_caller' }>) => Promise<CallerFacts>;
  /** The PBX came or went. */
  readonly linkChanged: (link: PbxLink) => void;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

export interface CallerFacts {
  readonly managerId: string | null;
  readonly lastTalkedId: string | null;
}

/** Since when the PBX is there, or not. */
export interface PbxLink {
  readonly isConnected: boolean;
  readonly since: number;
}

type Unmoved<T> = T extends unknown ? Omit<T, 'at'> : never;

/**
 * Runs the hot line against a PBX: feeds signals, orders and deadlines to the engine one at a time and carries out what
 * it says. Lives as long as the process leads the PBX.
 */
export class Switchboard {
  readonly #deps: SwitchboardDeps;
  readonly #state = createHotline();
  #timer: NodeJS.Timeout | null = null;
  #timerAt = Number.POSITIVE_INFINITY;
  #link: PbxLink;

  constructor(deps: SwitchboardDeps) {
    this.#deps = deps;
    this.#link = { isConnected: false, since: deps.now() };
  }

  /** Ends when `stop` is called; rejects when another process took the PBX over. Tell what is remembered before. */
  async run(): Promise<void> {
    await this.#deps.pbx.run({
      signal: (signal: Signal) => this.#feed({ kind: 'signal', signal }),
      connected: (snapshot) => {
        this.#setLink(true);
        this.#feed({ kind: 'pbx_connected', snapshot });
      },
      disconnected: (why) => {
        this.#deps.log.warn({ why }, 'the PBX is away: callers wait there, nobody is rung');
        this.#setLink(false);
        this.#feed({ kind: 'pbx_lost' });
      },
    });
  }

  /** Calls stay where they are: the next process takes them on. */
  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#deps.pbx.stop();
  }

  #setLink(isConnected: boolean) {
    if (this.#link.isConnected === isConnected) return;
    this.#link = { isConnected, since: this.#deps.now() };
    this.#deps.linkChanged(this.#link);
  }

  order(order: Order) {
    this.#feed(order);
  }

  setUp(input: SetUp) {
    this.#feed(input);
  }

  #feed(input: Unmoved<Input>) {
    const effects = step(this.#state, { ...input, at: this.#deps.now() });
    this.#carryOut(effects);
    this.#setTimer();
  }

  /** The PBX first: what is written down and looked up follows when its commands are on their way. */
  #carryOut(effects: readonly Effect[]) {
    for (const effect of effects) if (effect.kind === 'pbx') this.#deps.pbx.send(effect.command);
    queueMicrotask(() => this.#tellOthers(effects));
  }

  #tellOthers(effects: readonly Effect[]) {
    const entries: LedgerEntry[] = [];
    for (const effect of effects) {
      if (effect.kind === 'ledger') entries.push(effect.entry);
      else if (effect.kind === 'find_caller') this.#lookUp(effect);
    }
    if (entries.length > 0) this.#deps.record(entries);
  }

  #lookUp(asked: Extract<Effect, { kind: 'find_caller' }>) {
    const { callId } = asked;
    this.#deps
      .findCaller(asked)
      .catch((err) => {
        this.#deps.log.error({ err, callId }, 'the caller could not be looked up; routed without');
        return { managerId: null, lastTalkedId: null };
      })
      .then((facts) => this.#feed({ kind: 'caller_known', callId, ...facts }))
      .catch((err) => this.#deps.log.error({ err, callId }, 'the hot line failed on a caller who was found'));
  }

  #setTimer() {
    const next = nextDeadline(this.#state);
    if (next === null || (this.#timer && this.#timerAt <= next)) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timerAt = next;
    this.#timer = setTimeout(() => this.#timeCame(), Math.max(0, next - this.#deps.now()));
  }

  #timeCame() {
    this.#timer = null;
    this.#timerAt = Number.POSITIVE_INFINITY;
    this.#feed({ kind: 'time_passed' });
  }
}
