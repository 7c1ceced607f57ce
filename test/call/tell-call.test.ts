import { expect, test } from 'vitest';
import type { CallRecord, RingRecord } from '../harness/sipp-log.ts';
import { tellCall } from './tell-call.ts';

const names = new Map([['101', 'Олена Коваль']]);
const call: CallRecord = {
  from: '0501234567',
  dialled: '5000',
  invitedAt: 1_000,
  ringingAt: 1_020,
  answeredAt: 3_080,
  endedAt: 23_090,
  result: 'answered',
  refusedWith: null,
  endedBy: 'far_end',
};
const ring: RingRecord = {
  phone: '101',
  from: '0501234567',
  invitedAt: 1_060,
  answeredAt: 3_060,
  endedAt: 23_060,
  result: 'answered',
  endedBy: 'phone',
};

const story = (facts: Parameters<typeof tellCall>[0]) => tellCall(facts).map(({ words }) => words.en);

test('an answered call is told from both sides in order', () => {
  expect(story({ call, rings: [ring], names })).toEqual([
    '0501234567 calls 5000',
    'The caller hears ringing',
    'A phone rings: Олена Коваль (101), it shows 0501234567',
    'Олена Коваль (101) answers',
    'Олена Коваль (101) hangs up',
    'The call was ended from the other side',
  ]);
});

test('a line that answers by itself plays music', () => {
  const waiting = { ...call, answeredAt: 1_100, endedAt: null, endedBy: null };
  expect(story({ call: waiting, rings: [], names })).toContain(
    'Everybody is busy: the caller waits in the queue and hears music',
  );
});

test.each([
  [{ result: 'refused', refusedWith: 404 }, 'The call was refused, SIP code 404'],
  [{ result: 'gave_up' }, 'The caller gave up waiting'],
] as const)('%o is told', (end, words) => {
  const ended: CallRecord = { ...call, answeredAt: null, endedBy: 'caller', ...end };
  expect(story({ call: ended, rings: [], names }).at(-1)).toBe(words);
});

test('nothing has happened yet', () => {
  expect(story({ call: undefined, rings: [], names })).toEqual([]);
});
