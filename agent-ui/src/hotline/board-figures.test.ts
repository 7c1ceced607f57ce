import { expect, test } from 'vitest';
import { board } from '../../test/cast.ts';
import { boardFigures, byName, byState } from './board-figures.ts';

test('the tiles sum the lines', () => {
  expect(boardFigures(board)).toMatchObject({
    waiting: 3,
    offered: 253,
    answered: 231,
    missed: 18,
    inTime: 214,
    of: 249,
    percent: 86,
  });
});

test('nothing to divide by is a dash, not 0 or 100 %', () => {
  expect(boardFigures({ ...board, lines: [] }).percent).toBeNull();
});

test('lines with different targets have no common one', () => {
  expect(boardFigures(board).targetSeconds).toBeNull();
  expect(boardFigures({ ...board, lines: board.lines.slice(0, 2) }).targetSeconds).toBe(20);
});

test('everybody is counted once', () => {
  const { free, talking, wrappingUp, others } = boardFigures(board);
  expect([free, talking, wrappingUp, others]).toEqual([1, 1, 1, 4]);
});

test('by state: who missed a call first, who is away last', () => {
  const sorted = board.people.toSorted(byState).map(({ name }) => name);
  expect([sorted[0], sorted.at(-1)]).toEqual(['Ґалина Їжак', 'Степан Юрчак']);
});

test('by name in Ukrainian order: ґ after г', () => {
  const named = ['Ґалина', 'Дарина', 'Ганна'].map((name) => ({ ...board.people[0], name }));
  const people = named as unknown as typeof board.people;
  expect(people.toSorted(byName).map(({ name }) => name)).toEqual(['Ганна', 'Ґалина', 'Дарина']);
});
