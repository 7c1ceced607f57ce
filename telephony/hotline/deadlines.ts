import TinyQueue from 'tinyqueue';

/** Something that must happen at a moment unless the state has moved on; whoever handles it looks whether it still holds. */
export type Deadline = { readonly at: number } & (
  | { readonly kind: 'lookup' | 'reserve' | 'queue_limit' | 'hold_off'; readonly callId: string }
  | { readonly kind: 'ring'; readonly callId: string; readonly offerNo: number }
  | { readonly kind: 'wrap_up' | 'rest' | 'fault' | 'grace'; readonly personId: string }
);

/** Deadlines by moment. Obsolete ones stay until their moment and then mean nothing: cheaper than taking them out. */
export class Deadlines {
  readonly #heap = new TinyQueue<Deadline>([], (a, b) => a.at - b.at);

  add(deadline: Deadline) {
    this.#heap.push(deadline);
  }

  /** When the host has to call again; null: never. */
  get next(): number | null {
    return this.#heap.peek()?.at ?? null;
  }

  /** The earliest one that is due, taken out; null when none is. */
  takeDue(at: number): Deadline | null {
    const first = this.#heap.peek();
    return first && first.at <= at ? (this.#heap.pop() ?? null) : null;
  }
}
