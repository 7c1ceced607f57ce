import type { Line, PersonProfile, StatusRule } from '../hotline/facts.ts';
import type { Input } from '../hotline/input.ts';
import type { LedgerEntry, PersonShown } from '../hotline/ledger-entry.ts';
import type { DeviceState, PbxCommand } from '../pbx.ts';
import type { Books } from './books.ts';
import type { VirtualChannel } from './virtual-pbx.ts';

/** All that an invariant may look at: the ledger's word, what the hot line was told, and what really is on the PBX. */
export interface Watch {
  now: number;
  books: Books;
  /** What the hot line was told, so that it is blamed for nothing it could not know. */
  readonly told: {
    readonly devices: Map<string, DeviceState>;
    readonly consoles: Map<string, 'online' | 'reconnecting' | 'out'>;
    /** Channels whose arrival was told and whose end the ledger owes. */
    readonly arrivals: Set<string>;
    readonly lines: Map<string, Line>;
    readonly people: Map<string, PersonProfile>;
    readonly statuses: Map<string, StatusRule>;
  };
  readonly pbx: {
    readonly channels: ReadonlyMap<string, VirtualChannel>;
    partnersOf(channel: VirtualChannel): readonly VirtualChannel[];
  };
  readonly engine: { nextDeadline(): number | null; shownOf(personId: string): PersonShown | null };
  /** Since when the connection stands and signals come in time; infinity while they do not. */
  settledAt: number;
  /** Of the step just taken. */
  input: Input | null;
  entries: readonly LedgerEntry[];
  commands: readonly PbxCommand[];
  readonly suspicions: Suspicions;
}

/** Remembers since when something odd has been seen at every look, so that what lasts is told from what passes. */
export class Suspicions {
  readonly #seen = new Map<string, { readonly from: number; looks: number; lastLook: number }>();
  #look = 0;

  startLook() {
    this.#look += 1;
    for (const [key, { lastLook }] of this.#seen) if (lastLook < this.#look - 1) this.#seen.delete(key);
  }

  /** For how many milliseconds every look has seen it; 0 until the third, since two may fall on a passing moment each. */
  lasting(key: string, now: number): number {
    const seen = this.#seen.get(key) ?? { from: now, looks: 0, lastLook: this.#look };
    this.#seen.set(key, seen);
    seen.looks += 1;
    seen.lastLook = this.#look;
    return seen.looks < 3 ? 0 : now - seen.from;
  }
}
