import { expect, test } from 'vitest';
import { endCause } from './end-cause.ts';

test.each([
  ['a far end that hangs up', { cause: 16, state: 'Up' }, 'hung_up'],
  ['a call that ends without a cause', { cause: 0, state: 'Up' }, 'hung_up'],
  ['486 Busy Here', { cause: 17, techCause: 486, state: 'Ringing' }, 'busy'],
  ['600 Busy Everywhere', { cause: 17, techCause: 600, state: 'Ringing' }, 'busy'],
  ['603 Decline', { cause: 21, techCause: 603, state: 'Ringing' }, 'declined'],
  ['603 from a release that tells no cause', { cause: 0, techCause: 603, state: 'Ringing' }, 'declined'],
  ['480 after ringing, or the time to ring is over', { cause: 19, techCause: 480, state: 'Ringing' }, 'no_answer'],
  ['a phone that never said it rings', { cause: 19, techCause: 480, state: 'Down' }, 'unreachable'],
  ['408 Request Timeout', { cause: 18, techCause: 408, state: 'Down' }, 'unreachable'],
  ['an unregistered phone', { cause: 20, state: 'Down' }, 'unreachable'],
  ['404 Not Found', { cause: 1, techCause: 404, state: 'Down' }, 'no_such_number'],
  ['an offer taken back', { cause: 16, state: 'Ringing' }, 'cancelled'],
  ['another phone was faster', { cause: 26, state: 'Ringing' }, 'answered_elsewhere'],
  ['another phone was faster by milliseconds', { cause: 26, state: 'Up' }, 'answered_elsewhere'],
  ['488: no common codec', { cause: 58, techCause: 488, state: 'Down' }, 'failed'],
  ['503: congestion', { cause: 34, techCause: 503, state: 'Down' }, 'failed'],
  ['500: a broken network', { cause: 38, techCause: 500, state: 'Down' }, 'failed'],
  ['302: redirected', { cause: 23, techCause: 302, state: 'Down' }, 'failed'],
])('%s', (_what, end, expected) => {
  expect(endCause(end)).toBe(expected);
});
