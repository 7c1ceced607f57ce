import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { personState } from '../../test/cast/ledger-entries.ts';
import { Board } from './board.ts';
import type { BoardChange } from './contract.ts';

const iryna = { personId: 'iryna', name: 'Ірина', extension: '101', projectId: null, usesStatuses: true, shown: null };
const noFigures = { lines: new Map(), callsOfPeople: new Map() };

let isWatched = true;
let told: Omit<BoardChange, 'seq'>[] = [];
let board: Board;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  [isWatched, told] = [true, []];
  board = new Board({
    tell: (change) => told.push(change),
    isWatched: () => isWatched,
    figures: { latest: noFigures, refresh: async () => false },
    now: () => Date.now(),
  });
  board.restore({ lines: [], people: [iryna], calls: [] });
  board.start();
});
afterEach(() => {
  board.stop();
  vi.useRealTimers();
});

test('whatever happens, at most four messages a second go out, and each has the latest state', () => {
  for (let seq = 1; seq <= 100; seq += 1) {
    board.take([personState('iryna', seq, Date.now(), { shown: seq % 2 ? 'free' : 'break' })]);
    vi.advanceTimersByTime(10);
  }
  expect(told).toHaveLength(4);
  expect(told.at(-1)?.people).toMatchObject([{ personId: 'iryna', shown: 'break' }]);
});

test('when nothing happens, an empty message every two seconds says so', () => {
  vi.advanceTimersByTime(10_000);
  expect(told).toHaveLength(5);
  expect(told.every(({ people, lines, queue }) => people.length + lines.length === 0 && queue === null)).toBe(true);
});

test('nobody looks: nothing is sent, and nothing is kept for later', () => {
  isWatched = false;
  board.take([personState('iryna', 1, Date.now(), { shown: 'break' })]);
  vi.advanceTimersByTime(5000);
  expect(told).toEqual([]);
  isWatched = true;
  vi.advanceTimersByTime(250);
  expect(told).toMatchObject([{ people: [] }]);
  expect(board.snapshot().people).toMatchObject([{ shown: 'break' }]);
});
