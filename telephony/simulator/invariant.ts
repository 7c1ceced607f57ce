import type { LedgerEntry } from '../hotline/ledger-entry.ts';
import type { Watch } from './watch.ts';

/** A sentence that holds at every moment of every story. Each question answers null, or in words what broke it. */
export interface Invariant {
  readonly name: string;
  /** Asked of each entry, with the books as they were before it. */
  readonly atEntry?: (entry: LedgerEntry, watch: Watch) => string | null;
  /** Asked after each step, with its entries in the books. */
  readonly afterStep?: (watch: Watch) => string | null;
  /** Asked every so often: costs more, sees everything. */
  readonly atLook?: (watch: Watch) => string | null;
  /** Asked when the story is over and everybody has hung up. */
  readonly atEnd?: (watch: Watch) => string | null;
}

/** Timers and signals run late by a few milliseconds; shorter than this is nobody's fault. */
export const slackMs = 10;
/** What is left over for so long has been forgotten. */
export const forgottenAfterMs = 5_000;

/** Whether the hot line has been told everything for at least so long. */
export const isSettledFor = ({ now, settledAt }: Watch, ms: number) => now - settledAt > ms;

/** The first complaint of a list of things, or null. */
export function firstComplaint<T>(things: Iterable<T>, complaint: (thing: T) => string | null): string | null {
  for (const thing of things) {
    const said = complaint(thing);
    if (said !== null) return said;
  }
  return null;
}
