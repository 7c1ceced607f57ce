import TinyQueue from 'tinyqueue';

interface Item {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** What will happen in virtual time. Equal moments keep the order in which they were entered. */
export class Agenda {
  readonly #heap = new TinyQueue<Item>([], (a, b) => a.at - b.at || a.order - b.order);
  #order = 0;

  add(at: number, run: () => void) {
    this.#order += 1;
    this.#heap.push({ at, order: this.#order, run });
  }

  /** The moment of the earliest item; null: nothing is left. */
  get nextAt(): number | null {
    return this.#heap.peek()?.at ?? null;
  }

  runNext() {
    this.#heap.pop()?.run();
  }
}
