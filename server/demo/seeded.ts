/** Chance that can be repeated: the same seed gives the same sequence. */
export interface Seeded {
  /** @returns at least `low`, at most `high` */
  int(low: number, high: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
  /** So many digits, the first not 0. */
  digits(count: number): string;
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  // mulberry32: a few operations, and good enough to look unplanned.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    int,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    chance: (percent) => next() * 100 < percent,
    digits: (count) => String(int(10 ** (count - 1), 10 ** count - 1)),
  };
}
