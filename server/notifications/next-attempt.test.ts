import { expect, test } from 'vitest';
import { nextAttemptAt } from './next-attempt.ts';

const now = new Date('2026-11-24T10:00:00Z');

test.each([
  [1, '2026-11-24T10:01:00.000Z'],
  [2, '2026-11-24T10:05:00.000Z'],
  [3, '2026-11-24T10:30:00.000Z'],
  [4, '2026-11-24T12:00:00.000Z'],
  [5, '2026-11-24T22:00:00.000Z'],
  [6, undefined],
])('after attempt %i the next is at %s (D-05)', (attempts, at) => {
  expect(nextAttemptAt(attempts, now)?.toISOString()).toBe(at);
});
