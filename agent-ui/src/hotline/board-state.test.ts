import { expect, test } from 'vitest';
import type { BoardChange } from '../../../server/hotline/contract.ts';
import { board, ids, oksanaFree } from '../../test/cast.ts';
import { fromSnapshot, nextBoard } from './board-state.ts';

const nothing: BoardChange = {
  seq: 2,
  at: board.at + 250,
  isPbxConnected: true,
  pbxSince: board.pbxSince,
  lines: [],
  people: [],
  removedPeople: [],
  removedLines: [],
  queue: null,
};
const start = fromSnapshot(board, board.at - 40);

test('an empty change says that the figures are still true', () => {
  const next = nextBoard(start, nothing, board.at + 300);
  expect(next).toMatchObject({ seq: 2, heardAt: board.at + 300 });
  expect(next.people).toBe(start.people);
});

test('a changed person stays in the same place', () => {
  const next = nextBoard(start, { ...nothing, people: [oksanaFree] }, 0);
  expect(next.people[0]).toBe(oksanaFree);
  expect(next.people).toHaveLength(start.people.length);
});

test('a new person comes last and a removed one goes', () => {
  const newcomer = { ...oksanaFree, personId: 'newcomer' };
  const next = nextBoard(start, { ...nothing, people: [newcomer], removedPeople: [ids.stepan] }, 0);
  expect(next.people.at(-1)).toBe(newcomer);
  expect(next.people.some(({ personId }) => personId === ids.stepan)).toBe(false);
});

test('the queue is replaced whole', () => {
  expect(nextBoard(start, { ...nothing, queue: [] }, 0).queue).toEqual([]);
});

test('a gap makes the board stale and changes no figure', () => {
  expect(nextBoard(start, { ...nothing, seq: 5, queue: [] }, 0)).toEqual({ ...start, isStale: true });
});

test('a repeated change is left alone', () => {
  expect(nextBoard(start, { ...nothing, seq: 1 }, 0)).toBe(start);
});
