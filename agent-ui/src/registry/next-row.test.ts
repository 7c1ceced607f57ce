import { expect, test } from 'vitest';
import { nextRow } from './next-row.ts';

const size = { count: 100, page: 20 };

test.each([
  ['ArrowDown', 4, 5],
  ['ArrowUp', 0, 0],
  ['ArrowDown', -1, 0],
  ['PageDown', 90, 99],
  ['PageUp', 30, 10],
  ['Home', 70, 0],
  ['End', 3, 99],
  ['x', 3, null],
])('%s from row %d leads to %s', (key, at, row) => {
  expect(nextRow(key, at, size)).toBe(row);
});

test('an empty registry leads nowhere', () => {
  expect(nextRow('ArrowDown', -1, { count: 0, page: 20 })).toBeNull();
});
