import { beforeEach, expect, test } from 'vitest';
import { answered, arrived, hungUp, missedCall, offered, personState } from '../../test/cast/ledger-entries.ts';
import { Board } from './board.ts';
import type { Figures } from './board-figures.ts';
import { type BoardChange, type LineView, lineDraft } from './contract.ts';

// The cast: one line, «Продаж», with a target of 20 s; Iryna and Petro serve it.
const sales: LineView = {
  ...lineDraft.parse({ name: 'Продаж', numbers: ['5000'] }),
  ...{ lineId: 'sales', projectName: null, peopleCount: 2 },
};
const iryna = { personId: 'iryna', name: 'Ірина', extension: '101', projectId: null, usesStatuses: true };
const petro = { ...iryna, personId: 'petro', name: 'Петро', extension: '102' };
const call = (callId: string, arrivedAt: number) => ({ callId, arrivedAt, lineId: 'sales', personId: 'iryna' });

let now = 0;
let isWatched = true;
let told: Omit<BoardChange, 'seq'>[] = [];
let figures: Figures = { lines: new Map(), callsOfPeople: new Map() };
let board: Board;

beforeEach(() => {
  [now, isWatched, told] = [0, true, []];
  figures = { lines: new Map(), callsOfPeople: new Map() };
  const source = {
    get latest() {
      return figures;
    },
    refresh: async () => true,
  };
  board = new Board({
    tell: (change) => told.push(change),
    isWatched: () => isWatched,
    figures: source,
    now: () => now,
  });
  board.restore({
    lines: [sales],
    people: [
      { ...iryna, shown: null },
      { ...petro, shown: null },
    ],
    calls: [],
  });
});

test('who waits stands in the queue, longest first, with whom it rings', () => {
  board.take([...arrived(call('c2', 2000)), ...arrived(call('c1', 1000)), ...offered(call('c1', 1000))]);
  expect(board.snapshot().queue).toMatchObject([
    { callId: 'c1', position: 1, ringingPersonId: 'iryna', callerText: '+380 50 123 45 67' },
    { callId: 'c2', position: 2, ringingPersonId: null },
  ]);
  expect(board.snapshot().lines).toMatchObject([{ waiting: 2, longestSince: 1000 }]);
});

test('an answered call leaves the queue and shows with the person; an ended one is gone', () => {
  board.take([...arrived(call('c1', 0)), ...offered(call('c1', 0)), ...answered(call('c1', 0))]);
  board.take([personState('iryna', 1, 4000, { work: 'talking', shown: 'with_client', callId: 'c1' })]);
  expect(board.snapshot().queue).toEqual([]);
  expect(board.personView('iryna')).toMatchObject({ work: 'talking', since: 4000, withWhom: '+380 50 123 45 67' });
  board.take(hungUp(call('c1', 0)));
  expect(board.personView('iryna')?.withWhom).toBeNull();
});

test('a caller who left waits no more', () => {
  board.take(missedCall(call('c1', 0)));
  expect(board.snapshot().queue).toEqual([]);
  expect(board.snapshot().lines).toMatchObject([{ waiting: 0, longestSince: null }]);
});

test('the running time goes on while status and work are the same', () => {
  board.take([personState('iryna', 1, 1000)]);
  board.take([personState('iryna', 2, 5000, { device: 'in_use' })]);
  expect(board.personView('iryna')).toMatchObject({ since: 1000, device: 'in_use' });
  board.take([personState('iryna', 3, 9000, { shown: 'break' })]);
  expect(board.personView('iryna')?.since).toBe(9000);
});

test('a figure that cannot be computed is a dash; the service level names both its sets', () => {
  expect(board.snapshot().lines[0]?.serviceLevel).toEqual({ inTime: 0, of: 0, percent: null, targetSeconds: 20 });
  const today = { lineId: 'sales', answered: 8, missed: 4, counted: 9, inTime: 6 };
  figures = { lines: new Map([['sales', today]]), callsOfPeople: new Map([['iryna', 5]]) };
  expect(board.snapshot().lines[0]).toMatchObject({
    offered: 12,
    answered: 8,
    missed: 4,
    serviceLevel: { inTime: 6, of: 9, percent: 66.7 },
  });
  expect(board.personView('iryna')?.callsToday).toBe(5);
});

test('people and lines come and go', () => {
  board.putPerson({ ...iryna, name: 'Ірина Коваль', directNumber: null, startsFree: true });
  board.removePerson('petro');
  board.removeLine('sales');
  const { people, lines } = board.snapshot();
  expect(people.map(({ name }) => name)).toEqual(['Ірина Коваль']);
  expect(lines).toEqual([]);
});

test('the connection to the PBX shows, and since when', () => {
  board.pbxConnected(100);
  expect(board.snapshot()).toMatchObject({ isPbxConnected: true, pbxSince: 100 });
  board.pbxLost(200);
  expect(board.snapshot()).toMatchObject({ isPbxConnected: false, pbxSince: 200 });
});
