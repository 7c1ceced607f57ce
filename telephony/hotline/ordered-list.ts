/** One place in an `OrderedList`; keep it to remove the value at no cost. */
export interface Place<T> {
  readonly value: T;
  readonly rank: number;
  readonly turn: number;
  before: Place<T> | null;
  after: Place<T> | null;
  list: OrderedList<T> | null;
}

/**
 * Values by rank, smallest first; equal ranks by turn, equal turns in the order they came. Most values arrive in order or come back near
 * the head, so insertion looks from both ends at once: the cost does not grow with the length.
 */
export class OrderedList<T> implements Iterable<T> {
  #head: Place<T> | null = null;
  #tail: Place<T> | null = null;
  #size = 0;

  get size() {
    return this.#size;
  }

  get first(): T | null {
    return this.#head?.value ?? null;
  }

  insert(value: T, rank: number, turn = 0): Place<T> {
    const before = this.#placeBefore(rank, turn);
    const after = before ? before.after : this.#head;
    const place: Place<T> = { value, rank, turn, before, after, list: this };
    if (before) before.after = place;
    else this.#head = place;
    if (after) after.before = place;
    else this.#tail = place;
    this.#size += 1;
    return place;
  }

  /** A place that was removed already is left alone. */
  remove(place: Place<T>) {
    if (place.list !== this) return;
    if (place.before) place.before.after = place.after;
    else this.#head = place.after;
    if (place.after) place.after.before = place.before;
    else this.#tail = place.before;
    place.list = null;
    this.#size -= 1;
  }

  *[Symbol.iterator]() {
    for (let place = this.#head; place; place = place.after) yield place.value;
  }

  /** The last place that stays ahead of a value of this rank and turn; null: the value becomes the first. */
  #placeBefore(rank: number, turn: number): Place<T> | null {
    let fromHead = this.#head;
    let fromTail = this.#tail;
    while (fromHead && fromTail) {
      if (fromHead.rank > rank || (fromHead.rank === rank && fromHead.turn > turn)) return fromHead.before;
      if (fromTail.rank < rank || (fromTail.rank === rank && fromTail.turn <= turn)) return fromTail;
      fromHead = fromHead.after;
      fromTail = fromTail.before;
    }
    return null;
  }
}
