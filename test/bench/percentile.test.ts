import { expect, test } from 'vitest';
import { percentile } from './percentile.ts';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

test.each([
  ['the median of a hundred', hundred, 0.5, 50],
  ['the ninety-ninth of a hundred', hundred, 0.99, 99],
  ['the highest', hundred, 1, 100],
  ['the lowest', hundred, 0, 1],
  ['the only one', [7], 0.99, 7],
])('%s is by nearest rank', (_name, values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});

test('of nothing there is no percentile', () => {
  expect(percentile([], 0.5)).toBeNaN();
});
