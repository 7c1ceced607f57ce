import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Signal } from '../pbx.ts';
import type { AriEvent } from './generated/ari-types.ts';
import { translate } from './translate.ts';

/** What a recorded call means, with the ids shortened: `caller`, `leg`. Devices are told apart below. */
function signalsOf(recording: string) {
  const text = readFileSync(new URL(`../../test/recordings/ari/${recording}.jsonl`, import.meta.url), 'utf8');
  const events: AriEvent[] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return events.flatMap((event) => translate(event, 'dzvin') ?? []);
}

const story = (recording: string) =>
  signalsOf(recording)
    .filter(({ kind }) => kind !== 'device')
    .map(brief);

function brief(signal: Signal): string {
  const who = 'channelId' in signal ? (signal.channelId.startsWith('leg-') ? 'leg' : 'caller') : '';
  return [signal.kind, who, 'cause' in signal ? signal.cause : ''].join(' ').trim();
}

const rings = ['arrived caller', 'leg_ringing leg'];

test.each([
  ['answered', [...rings, 'leg_answered leg', 'ended leg hung_up', 'ended caller hung_up']],
  ['caller-hangs-up', [...rings, 'leg_answered leg', 'ended caller hung_up', 'ended leg hung_up']],
  ['missed', [...rings, 'ended leg no_answer', 'ended caller cancelled']],
  ['busy', [...rings, 'ended leg busy', 'ended caller cancelled']],
  ['declined', [...rings, 'ended leg declined', 'ended caller cancelled']],
  ['unreachable', ['arrived caller', 'ended leg unreachable', 'ended caller cancelled']],
  ['cancelled', [...rings, 'ended caller cancelled', 'ended leg cancelled']],
  ['held', [...rings, 'leg_answered leg', 'held leg', 'resumed leg', 'ended leg hung_up', 'ended caller hung_up']],
])('a recorded call that is %s', (recording, expected) => {
  expect(story(recording)).toEqual(expected);
});

test('an outside number is answered when the far end picks up, not when it starts to be dialled', () => {
  const answered = ['leg_ringing leg', 'leg_answered leg', 'ended leg hung_up'];
  expect(story('dialled-outside').filter((line) => line.includes(' leg'))).toEqual(answered);
});

test('an arrival tells who calls, what was dialled and since when', () => {
  const [arrived] = signalsOf('answered');
  expect(arrived).toMatchObject({
    side: 'trunk',
    callerNumber: '0501234567',
    callerName: 'Client',
    dialled: '5000',
    endpoint: null,
  });
  expect(arrived).toHaveProperty('arrivedAt', expect.closeTo(Date.parse(firstTimestamp('answered')), -2));
});

const firstTimestamp = (recording: string) => {
  const text = readFileSync(new URL(`../../test/recordings/ari/${recording}.jsonl`, import.meta.url), 'utf8');
  return JSON.parse(text.slice(0, text.indexOf('\n'))).timestamp;
};

test('a withheld number is empty', () => {
  expect(signalsOf('withheld')[0]).toMatchObject({ kind: 'arrived', callerNumber: '', callerName: '' });
});

test('a phone becomes reachable when it registers and unreachable when it leaves', () => {
  expect(signalsOf('phone-registers-and-leaves')).toEqual([
    { kind: 'device', endpoint: '101', state: 'reachable' },
    { kind: 'device', endpoint: '101', state: 'unreachable' },
  ]);
});

test('a phone is in use from the moment it rings until it hangs up', () => {
  const states = signalsOf('answered').flatMap((s) => (s.kind === 'device' && s.endpoint === '101' ? [s.state] : []));
  expect(states).toEqual(['in_use', 'in_use', 'reachable']);
});
