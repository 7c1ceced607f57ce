import { expect, test } from 'vitest';
import { duration } from './duration.ts';

test.each([
  [0, '0:00'],
  [6_900, '0:06'],
  [252_000, '4:12'],
  [2_460_000, '41:00'],
  [3_729_000, '1:02:09'],
  [-400, '0:00'],
])('%d ms reads as %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});
