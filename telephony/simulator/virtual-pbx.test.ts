import { expect, test } from 'vitest';
import type { PbxSnapshot, Signal } from '../pbx.ts';
import { Agenda } from './agenda.ts';
import type { Habits } from './cast.ts';
import { VirtualPbx } from './virtual-pbx.ts';

const answersAtOnce: Habits = {
  missesShare: 0,
  declinesShare: 0,
  changesMindWhileRingingShare: 0,
  answersWithinMs: 0,
  endsWrapUpEarlyShare: 0,
  returnsWithinMs: 0,
};

/** A PBX with the phone 101, whose time passes when told. */
function pbxInTest() {
  const agenda = new Agenda();
  const heard: Signal[] = [];
  const snapshots: PbxSnapshot[] = [];
  let now = 0;
  const pbx = new VirtualPbx({
    seed: 7,
    agenda,
    now: () => now,
    phones: new Map([['101', answersAtOnce]]),
    onSignal: (signal) => heard.push(signal),
  });
  const passUntil = (at: number) => {
    for (let next = agenda.nextAt; next !== null && next <= at; next = agenda.nextAt) {
      now = next;
      agenda.runNext();
    }
    now = at;
  };
  const callIn = (patienceMs: number) => {
    const facts = { callerNumber: '1', callerName: '', dialled: '5000', endpoint: null, arrivedAt: now };
    pbx.arrive('call', { kind: 'caller', side: 'trunk', ...facts }, patienceMs);
  };
  const ring = (endpoint: string) => {
    const leg = { callId: 'call', legId: 'leg', endpoint, personId: 'p', callerNumber: '1', callerName: '' };
    pbx.send({ kind: 'ring_phone', ringSeconds: 20, ...leg });
  };
  /** Told apart from each other and sorted: only signals of one channel have an order. */
  const kinds = () =>
    [...new Set(heard.map((signal) => (signal.kind === 'ended' ? `ended ${signal.cause}` : signal.kind)))].sort();
  return {
    pbx,
    heard,
    snapshots,
    passUntil,
    callIn,
    ring,
    kinds,
    connect: () => pbx.connect((s) => snapshots.push(s)),
  };
}

test('a phone rings, answers and is joined with its caller until somebody hangs up', () => {
  const { pbx, connect, callIn, ring, passUntil, kinds } = pbxInTest();
  connect();
  callIn(60_000);
  ring('101');
  passUntil(5_000);
  pbx.send({ kind: 'connect', callId: 'call', legId: 'leg', bridgeId: 'b' });
  passUntil(5_100);
  expect(kinds()).toEqual(['arrived', 'connected', 'device', 'leg_answered', 'leg_ringing']);
  pbx.send({ kind: 'hang_up', channelId: 'leg', cause: 'hung_up' });
  passUntil(5_200);
  expect(kinds()).toContain('ended hung_up');
  expect([...pbx.channels.keys()]).toEqual(['call']);
});

test('a phone that is not there cannot be reached', () => {
  const { connect, callIn, ring, passUntil, kinds } = pbxInTest();
  connect();
  callIn(60_000);
  ring('999');
  passUntil(1_000);
  expect(kinds()).toEqual(['arrived', 'ended unreachable']);
});

test('what happens while nobody is connected is never told, and the snapshot shows what is left', () => {
  const { pbx, connect, callIn, ring, passUntil, kinds, snapshots } = pbxInTest();
  connect();
  callIn(60_000);
  ring('101');
  passUntil(30);
  pbx.disconnect();
  passUntil(10_000);
  expect(kinds()).not.toContain('leg_answered');
  connect();
  passUntil(10_100);
  expect(snapshots.at(-1)?.channels.map(({ channelId, isUp }) => [channelId, isUp])).toEqual([
    ['call', false],
    ['leg', true],
  ]);
});

test('commands sent while nobody is connected are lost', () => {
  const { pbx, connect, callIn, ring, passUntil } = pbxInTest();
  callIn(60_000);
  ring('101');
  passUntil(1_000);
  connect();
  passUntil(2_000);
  expect([...pbx.channels.keys()]).toEqual(['call']);
});

test('a caller who came while nobody was connected arrives later, with the time they first came', () => {
  const { connect, callIn, passUntil, heard } = pbxInTest();
  callIn(60_000);
  passUntil(30_000);
  connect();
  passUntil(32_000);
  expect(heard.filter(({ kind }) => kind === 'arrived')).toContainEqual(
    expect.objectContaining({ channelId: 'call', arrivedAt: 0 }),
  );
});

test('a restart of the PBX ends everything without a word', () => {
  const { pbx, connect, callIn, passUntil, kinds } = pbxInTest();
  connect();
  callIn(60_000);
  passUntil(100);
  pbx.restart();
  passUntil(60_000);
  expect(kinds()).toEqual(['arrived']);
  expect(pbx.snapshot()).toMatchObject({ channels: [], bridges: [] });
});
