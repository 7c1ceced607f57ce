import { expect, test } from 'vitest';
import { judgeSeq } from './seq-gap.ts';

test.each([
  ['the one that follows is next', 7, 8, 'next'],
  ['a repeated one is already known', 7, 7, 'already_known'],
  ['an older one is already known', 7, 3, 'already_known'],
  ['a jump is a gap', 7, 9, 'gap'],
  ['before the first snapshot everything is a gap', null, 1, 'gap'],
])('%s', (_rule, last, seq, verdict) => {
  expect(judgeSeq(last, seq)).toBe(verdict);
});
