import type { LedgerEntry } from '../hotline/ledger-entry.ts';
import { type BookFacts, type Books, emptyBooks, enter } from './books.ts';

/** Entries stay on the way to the database for at most so long. */
const longestOnTheWayMs = 2_000;

/**
 * The ledger as the database has it. The newest entries are still on the way, and a process that is killed takes some
 * of them with it.
 */
export class WrittenLedger {
  readonly #facts: BookFacts;
  readonly #books = emptyBooks();
  #onTheWay: LedgerEntry[] = [];

  constructor(facts: BookFacts) {
    this.#facts = facts;
  }

  write(entry: LedgerEntry) {
    this.#onTheWay.push(entry);
    if (this.#onTheWay.length < 1_000) return;
    this.#arriveUntil(entry.at - longestOnTheWayMs);
  }

  /** What is left when the process dies at `at` with the last `unwrittenMs` of entries still in its memory. */
  killedAt(at: number, unwrittenMs: number): Books {
    this.#arriveUntil(at - unwrittenMs);
    this.#onTheWay = [];
    return structuredClone(this.#books);
  }

  #arriveUntil(at: number) {
    const firstLater = this.#onTheWay.findIndex((entry) => entry.at > at);
    const arrived = this.#onTheWay.splice(0, firstLater < 0 ? this.#onTheWay.length : firstLater);
    for (const entry of arrived) enter(this.#books, entry, this.#facts);
  }
}
