import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, expect, test } from 'vitest';
import { until } from '../../test/harness/until.ts';
import type { Deed } from '../access/contract.ts';
import type { PopView } from '../calls/contract.ts';
import { openLog } from '../platform/log.ts';
import type { PersonStateView } from '../presence/contract.ts';
import { LiveHub } from './live-hub.ts';

// The cast: Iryna answers calls, Stepan supervises. A cookie is the person's id.
const deeds: Readonly<Record<string, readonly Deed[]>> = { iryna: ['desk.use'], stepan: ['desk.use', 'board.view'] };
const signedOut = new Set<string>();
const news: string[] = [];
const seen: unknown[] = [];
const httpServer = createServer();
const hub = new LiveHub(
  { httpServer, allowedOrigins: [] },
  {
    sessionOf: async (cookie) => {
      const personId = cookie ?? '';
      const known = deeds[personId];
      if (!known || signedOut.has(personId)) return null;
      return { sessionId: `${personId}-1`, person: { personId, name: personId, role: 'agent', deeds: known } };
    },
    standing: async () => new Map(),
    desk: {
      snapshot: () => ({ serverTime: 1, pops: [], own: null }),
      popSeen: (...facts) => seen.push(facts),
    },
    board: { refresh: async () => {}, snapshot: () => emptyBoard },
    presence: {
      consoleOnline: (personId) => news.push(`${personId} online`),
      consoleLost: (personId) => news.push(`${personId} lost`),
    },
    log: openLog('silent'),
  },
);
const emptyBoard = { at: 1, isPbxConnected: true, pbxSince: 0, lines: [], people: [], queue: [] };
const emptyChange = { ...emptyBoard, removedPeople: [], removedLines: [], queue: null };
httpServer.listen(0, '127.0.0.1');
await once(httpServer, 'listening');

const opened: Socket[] = [];
afterEach(async () => {
  for (const socket of opened.splice(0)) socket.close();
  await until(() => hub.consoleCount === 0, { for: 'every console to be gone', seconds: 5 });
  news.length = 0;
});
afterAll(() => {
  hub.stop();
  httpServer.close();
});

test('without a session the door stays shut', async () => {
  const stranger = open('nobody');
  expect(await refusalOf(stranger)).toBe('not_signed_in');
});

test('a page of another site is not let in, whatever cookie comes along', async () => {
  const socket = open('iryna', { origin: 'https://evil.example' });
  await refusalOf(socket);
  expect(socket.connected).toBe(false);
  expect(news).toEqual([]);
});

test('a console gets its desk first, then what follows, numbered without a gap', async () => {
  const heard = listen(open('iryna'));
  await heard.wait(1);
  hub.tell('iryna', 'call.offered', { pop });
  hub.tell('stepan', 'call.offered', { pop });
  hub.tell('iryna', 'call.withdrawn', { callId: 'c1', because: 'ended' });
  await heard.wait(3);
  const [snapshot, offered, withdrawn] = heard.all;
  expect([snapshot?.name, offered?.name, withdrawn?.name]).toEqual(['desk.snapshot', 'call.offered', 'call.withdrawn']);
  expect(offered?.message).toMatchObject({ pop: { callId: 'c1' } });
  expect([snapshot, offered, withdrawn].map((m) => (m?.message.seq ?? 0) - (snapshot?.message.seq ?? 0))).toEqual([
    0, 1, 2,
  ]);
});

test('of a state that changes within milliseconds only the last is told, and a call takes it along', async () => {
  const heard = listen(open('iryna'));
  await heard.wait(1);
  for (const shown of ['free', 'with_client']) hub.tell('iryna', 'presence.changed', { state: { ...state, shown } });
  hub.tell('iryna', 'call.offered', { pop });
  await heard.wait(3);
  expect(heard.all.slice(1)).toMatchObject([
    { name: 'presence.changed', message: { state: { shown: 'with_client' } } },
    { name: 'call.offered' },
  ]);
  const [snapshot, own, offered] = heard.all.map(({ message }) => message.seq);
  expect([own, offered]).toEqual([(snapshot ?? 0) + 1, (snapshot ?? 0) + 2]);
});

test('a console that joins while a state waits gets it once, in the snapshot', async () => {
  const first = listen(open('iryna'));
  await first.wait(1);
  hub.tell('iryna', 'presence.changed', { state });
  const second = listen(open('iryna'));
  await second.wait(1);
  hub.tell('iryna', 'presence.changed', { state: { ...state, shown: 'break' } });
  await Promise.all([first.wait(3), second.wait(2)]);
  expect(second.all.at(-1)?.message.seq).toBe((second.all[0]?.message.seq ?? 0) + 1);
});

test('whoever has no console is told nothing and misses nothing: the snapshot has the number to go on from', async () => {
  expect(hub.tell('stepan', 'call.withdrawn', { callId: 'c1', because: 'ended' })).toBe(false);
  const heard = listen(open('stepan'));
  await heard.wait(1);
  expect(hub.tell('stepan', 'call.withdrawn', { callId: 'c1', because: 'ended' })).toBe(true);
  await heard.wait(2);
  const [snapshot, next] = heard.all;
  expect(next?.message.seq).toBe((snapshot?.message.seq ?? 0) + 1);
});

test('several consoles of one person hear the same; only the first and the last make news', async () => {
  const [first, second] = [open('iryna'), open('iryna')];
  const [one, two] = [listen(first), listen(second)];
  await Promise.all([one.wait(1), two.wait(1)]);
  hub.tell('iryna', 'call.offered', { pop });
  await Promise.all([one.wait(2), two.wait(2)]);
  expect(one.all.at(-1)).toEqual(two.all.at(-1));
  expect(news).toEqual(['iryna online']);
  first.close();
  await until(() => hub.consoleCount === 1, { for: 'the first console to be gone', seconds: 5 });
  expect(news).toEqual(['iryna online']);
  second.close();
  await until(() => news.length === 2, { for: 'the last console to be missed', seconds: 5 });
  expect(news).toEqual(['iryna online', 'iryna lost']);
});

test('the board is for those who may: a snapshot, then changes that follow it', async () => {
  const [iryna, stepan] = [open('iryna'), open('stepan')];
  expect(await iryna.timeout(5000).emitWithAck('board.join')).toBeNull();
  expect(hub.isBoardWatched).toBe(false);
  const snapshot = await stepan.timeout(5000).emitWithAck('board.join');
  const [forIryna, forStepan] = [listen(iryna), listen(stepan)];
  hub.tellBoard(emptyChange);
  await until(() => forStepan.named('board.changed').length === 1, { for: 'a change of the board', seconds: 5 });
  expect(forStepan.named('board.changed')[0]?.seq).toBe(snapshot.seq + 1);
  expect(forIryna.named('board.changed')).toEqual([]);
  stepan.emit('board.leave');
  await until(() => !hub.isBoardWatched, { for: 'nobody at the board', seconds: 5 });
});

test('what a console sends is parsed: nonsense changes nothing', async () => {
  const socket = open('iryna');
  const heard = listen(socket);
  await heard.wait(1);
  for (const nonsense of [null, 5, { callId: 7 }, { callId: 'c1', offerNo: '1', paintedAt: 1 }]) {
    socket.emit('call.pop_seen', nonsense);
  }
  socket.emit('board.join', 'not a function');
  socket.emit('call.pop_seen', { callId: 'c1', offerNo: 1, paintedAt: 5, more: true });
  socket.emit('desk.refresh');
  await heard.wait(2);
  expect(seen).toEqual([['iryna', { callId: 'c1', offerNo: 1, paintedAt: 5 }]]);
});

test('signing out sends the consoles to the sign-in page and shuts the door', async () => {
  const socket = open('iryna');
  const heard = listen(socket);
  await heard.wait(1);
  signedOut.add('iryna');
  hub.endSessions('iryna', 'iryna-1');
  await until(() => heard.named('session.ended').length === 1 && !socket.connected, { for: 'the end', seconds: 5 });
  signedOut.clear();
});

function open(cookie: string, headers: Record<string, string> = {}): Socket {
  const { port } = httpServer.address() as AddressInfo;
  const socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    extraHeaders: { cookie, ...headers },
    reconnection: false,
    forceNew: true,
  });
  opened.push(socket);
  return socket;
}

function refusalOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => socket.once('connect_error', (refusal) => resolve(refusal.message)));
}

function listen(socket: Socket) {
  const all: { name: string; message: { seq: number } }[] = [];
  socket.onAny((name, message) => {
    if (name !== 'live.batch') return all.push({ name, message });
    for (const [nameOfOne, one] of message) all.push({ name: nameOfOne, message: one });
  });
  return {
    all,
    named: (name: string) => all.filter((heard) => heard.name === name).map((heard) => heard.message),
    wait: (count: number) => until(() => all.length >= count, { for: `${count} messages`, seconds: 5 }),
  };
}

const state: PersonStateView = {
  ...{ personId: 'iryna', name: 'Ірина', extension: '101', projectId: null, usesStatuses: true, since: 0 },
  ...{ withWhom: null, callsToday: 0, shown: 'free', shownBecause: null, presence: 'free', nextPresence: null },
  ...{ work: 'idle', device: 'reachable', obstacle: null, callId: null, until: null },
};

const pop: PopView = {
  ...{ callId: 'c1', offerNo: 1, state: 'ringing', direction: 'in', lineId: null, lineName: null, dialled: '5000' },
  ...{ callerNumber: null, callerText: '', region: null, arrivedAt: 0, offeredAt: 0, talkingSince: null },
  ...{ reason: 'longest_idle', matches: null, clientId: null, note: { text: '', revision: 0 }, passedOnFrom: null },
};
