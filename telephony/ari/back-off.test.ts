import { expect, test } from 'vitest';
import { backOffMs } from './back-off.ts';

test('waits twice as long each time, five seconds at the most', () => {
  expect([1, 2, 3, 4, 5, 6, 100].map((attempt) => backOffMs(attempt, 1))).toEqual([
    200, 400, 800, 1600, 3200, 5000, 5000,
  ]);
});

test('chance takes away up to a half', () => {
  expect([backOffMs(2, 0), backOffMs(2, 0.5)]).toEqual([200, 300]);
});
