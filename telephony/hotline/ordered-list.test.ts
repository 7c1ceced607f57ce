import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OrderedList, type Place } from './ordered-list.ts';

test('is sorted by rank, then by turn, whatever comes and goes', () => {
  const entry = fc.record({
    rank: fc.integer({ min: 0, max: 5 }),
    turn: fc.integer({ min: 0, max: 5 }),
    isKept: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const list = new OrderedList<(typeof entries)[number]>();
      const places: [Place<(typeof entries)[number]>, boolean][] = entries.map((e) => [
        list.insert(e, e.rank, e.turn),
        e.isKept,
      ]);
      for (const [place, isKept] of places) if (!isKept) list.remove(place);
      const kept = entries.filter(({ isKept }) => isKept);
      const sorted = kept.toSorted((a, b) => a.rank - b.rank || a.turn - b.turn);
      expect([...list]).toEqual(sorted);
      expect(list.size).toBe(kept.length);
      expect(list.first).toBe(sorted[0] ?? null);
    }),
  );
});

test('a place can be given up twice', () => {
  const list = new OrderedList<string>();
  const place = list.insert('only', 1);
  list.remove(place);
  list.remove(place);
  expect([list.size, list.first]).toEqual([0, null]);
});
