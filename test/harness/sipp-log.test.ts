import { expect, test } from 'vitest';
import { callRecords, parseLog, ringRecords } from './sipp-log.ts';

const at = (seconds: string) => `2026-03-01\t10:00:00.000000\t${seconds}`;
const log = (...lines: string[]) => `${lines.join('\n')}\n`;
const plan = [
  { from: '0501111111', dialled: '5000' },
  { from: '0502222222', dialled: '5000' },
  { from: '0503333333', dialled: '5000' },
  { from: '0504444444', dialled: '5000' },
];

test('a call is a record of when it rang, was answered and ended, and by whom', () => {
  const text = log(
    `invited 0 ${at('100.000000')}`,
    `ringing 0 ${at('100.010000')}`,
    `answered 0 ${at('101.500250')}`,
    `ended 0 ${at('103.000000')} far_end`,
  );
  expect(callRecords(text, plan)).toEqual([
    {
      from: '0501111111',
      dialled: '5000',
      invitedAt: 100_000,
      ringingAt: 100_010,
      answeredAt: 101_500.25,
      endedAt: 103_000,
      result: 'answered',
      refusedWith: null,
      endedBy: 'far_end',
    },
  ]);
});

test('refused, given up and open calls are told apart', () => {
  const text = log(
    `invited 1 ${at('1.0')}`,
    `refused 1 ${at('2.0')} 404`,
    `invited 2 ${at('1.0')}`,
    `gave_up 2 ${at('3.0')}`,
    `invited 3 ${at('1.0')}`,
  );
  expect(callRecords(text, plan)).toMatchObject([
    { result: 'refused', refusedWith: 404, endedAt: 2000 },
    { result: 'gave_up', endedBy: 'caller', endedAt: 3000 },
    { result: 'open', endedAt: null },
  ]);
});

test('a call that was answered and then ended by the caller stays answered', () => {
  const text = log(`invited 0 ${at('1.0')}`, `answered 0 ${at('2.0')}`, `ended 0 ${at('3.0')} caller`);
  expect(callRecords(text, plan)).toMatchObject([{ result: 'answered', endedBy: 'caller' }]);
});

test('each INVITE at a phone says whose phone it was and who called', () => {
  const text = log(
    `invited 1 ${at('1.0')} 101 0501111111`,
    `answered 1 ${at('2.0')}`,
    `ended 1 ${at('3.0')} phone`,
    `invited 2 ${at('4.0')} 102 `,
    `cancelled 2 ${at('5.0')}`,
    `invited 3 ${at('6.0')} 103 0502222222`,
    `refused 3 ${at('6.5')} 486`,
  );
  expect(ringRecords(text)).toMatchObject([
    { phone: '101', from: '0501111111', result: 'answered', endedBy: 'phone', endedAt: 3000 },
    { phone: '102', from: '', result: 'cancelled', endedBy: 'far_end', answeredAt: null },
    { phone: '103', result: 'refused', endedBy: 'phone' },
  ]);
});

test('a line that is still being written is left for the next look', () => {
  expect(parseLog(`invited 0 ${at('1.0')}\nansw`)).toHaveLength(1);
});
