import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { installAsterisk, installSipp, type RunningAsterisk, startAsterisk } from '../asterisk/index.ts';
import type { Pbx, PbxSnapshot, Signal } from '../pbx.ts';
import { createAriPbx, PbxUnreachableError } from './index.ts';
import { placeCall, playOutside, playPhone, register, type SippSetting } from './sipp/play.ts';

const ariPassword = 'test-password';
const limit = { timeout: 10_000, interval: 20 };
const rtpPorts = { first: 21_000, last: 22_999 };

/** Passes connections on to that port until it is cut; new ones are taken at once. */
async function openCuttableLine(port: number) {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = createConnection(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return { url: `http://127.0.0.1:${address.port}`, cut, stop: async () => void server.close(cut) };
}

describe.each([
  { version: '22', transport: 'websocket', sipPort: 15_102, ariPort: 18_102 },
  { version: '16', transport: 'ari-client', sipPort: 15_104, ariPort: 18_104 },
] as const)('Asterisk $version over $transport', ({ version, sipPort, ariPort }) => {
  let asterisk: RunningAsterisk;
  let setting: SippSetting;
  let home: string;
  const plays: { stop(): Promise<void> }[] = [];
  const phone = { endpoint: '101', kind: 'desk', secret: 'a-secret', callerName: 'Оксана', extension: '101' } as const;
  const ports = { phone: sipPort + 10, caller: sipPort + 20, outside: sipPort };

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'dzvin-ari-'));
    setting = { sipp: await installSipp(), target: `127.0.0.1:${sipPort}` };
    const installed = await installAsterisk(version);
    asterisk = await startAsterisk({ installed, home, sipPort, ariPort, rtpPorts, ariUser: 'dzvin', ariPassword });
  }, 300_000);

  afterEach(async () => {
    await Promise.all(plays.splice(0).map((play) => play.stop()));
  });

  afterAll(async () => {
    await asterisk?.stop();
    await rm(home, { recursive: true, force: true });
  }, 20_000);

  /** A connected PBX with everything it says written down. */
  async function connect(more: { mayWrite?: () => boolean; url?: string } = {}) {
    const signals: Signal[] = [];
    const snapshots: PbxSnapshot[] = [];
    const losses: string[] = [];
    const log = pino({ level: 'silent' });
    const pbx = createAriPbx({
      url: asterisk.ariUrl,
      user: 'dzvin',
      password: ariPassword,
      log,
      mediaAddress: '127.0.0.1',
      ...more,
    });
    const running = pbx.run({
      signal: (signal) => signals.push(signal),
      connected: (snapshot) => snapshots.push(snapshot),
      disconnected: (why) => losses.push(why),
    });
    plays.push({ stop: () => pbx.stop().then(() => running) });
    await vi.waitUntil(() => snapshots.length > 0, limit);
    const seen = <K extends Signal['kind']>(kind: K, channelId?: string) =>
      vi.waitUntil(() => signals.find((s): s is Extract<Signal, { kind: K }> => isSignal(s, kind, channelId)), limit);
    return { pbx, signals, snapshots, losses, seen };
  }

  const isSignal = (signal: Signal, kind: string, channelId: string | undefined) =>
    signal.kind === kind && (channelId === undefined || ('channelId' in signal && signal.channelId === channelId));

  async function withPhone(pbx: Pbx, behaviour: Parameters<typeof playPhone>[1]) {
    await pbx.putPhone(phone);
    await register({ user: '101', password: phone.secret, port: ports.phone }, setting);
    const played = await playPhone(ports.phone, behaviour, setting);
    plays.push(played);
    return played;
  }

  async function call(to: string, more: { talkMs?: number; patienceMs?: number } = {}) {
    const caller = await placeCall({ number: '0501234567', name: 'Client', to, port: ports.caller, ...more }, setting);
    plays.push(caller);
    return caller;
  }

  const ring = (channelId: string, legId: string) =>
    ({
      kind: 'ring_phone',
      callId: channelId,
      legId,
      endpoint: '101',
      personId: 'oksana',
      callerNumber: '0501234567',
      callerName: 'Client',
      ringSeconds: 5,
    }) as const;

  test('a call rings the phone that was made known, and both talk', async () => {
    const { pbx, seen } = await connect();
    const desk = await withPhone(pbx, { kind: 'answer', ringMs: 50, talkMs: 300 });
    const caller = await call('5000');
    const { channelId } = await seen('arrived');
    pbx.send({ kind: 'ring_back', channelId });
    pbx.send(ring(channelId, 'leg-talk'));
    await seen('leg_ringing', 'leg-talk');
    expect((await desk.invitedBy())[0]).toContain('"Client" <sip:0501234567@');
    await seen('leg_answered', 'leg-talk');
    pbx.send({ kind: 'connect', callId: channelId, legId: 'leg-talk', bridgeId: 'bridge-talk' });
    await seen('connected');
    expect(await seen('ended', 'leg-talk')).toMatchObject({ cause: 'hung_up' });
    pbx.send({ kind: 'hang_up', channelId, cause: 'hung_up' });
    await seen('ended', channelId);
    expect(await caller.ended).toBe(0);
  }, 20_000);

  test('a caller who heard music talks after it', async () => {
    const { pbx, seen } = await connect();
    await withPhone(pbx, { kind: 'answer', ringMs: 50, talkMs: 1000 });
    await call('5000');
    const { channelId } = await seen('arrived');
    pbx.send({ kind: 'play_music', channelId, musicClass: 'default' });
    pbx.send(ring(channelId, 'leg-music'));
    await seen('leg_answered', 'leg-music');
    pbx.send({ kind: 'connect', callId: channelId, legId: 'leg-music', bridgeId: 'bridge-music' });
    await seen('connected');
    await seen('ended', 'leg-music');
    pbx.send({ kind: 'hang_up', channelId, cause: 'hung_up' });
    await seen('ended', channelId);
  }, 20_000);

  test('a phone that is not registered is unreachable at once', async () => {
    const { pbx, seen } = await connect();
    await pbx.putPhone({ ...phone, endpoint: '102', extension: '102' });
    await call('5000', { patienceMs: 3000 });
    const { channelId } = await seen('arrived');
    pbx.send({ ...ring(channelId, 'leg-absent'), endpoint: '102' });
    expect(await seen('ended', 'leg-absent')).toMatchObject({ cause: 'unreachable' });
    pbx.send({ kind: 'hang_up', channelId, cause: 'no_answer' });
    await seen('ended', channelId);
  }, 20_000);

  test('an outside number is dialled through the trunk with the caller id given', async () => {
    const { pbx, seen } = await connect();
    const outside = await playOutside(ports.outside, { kind: 'answer', ringMs: 50, talkMs: 200 }, setting);
    plays.push(outside);
    await call('0671112233');
    const { channelId } = await seen('arrived');
    pbx.send({
      kind: 'dial_outside',
      callId: channelId,
      legId: 'leg-out',
      number: '0671112233',
      callerId: '0443334455',
      ringSeconds: 10,
    });
    await seen('leg_ringing', 'leg-out');
    await seen('leg_answered', 'leg-out');
    expect((await outside.invitedBy())[0]).toContain('sip:0443334455@');
    pbx.send({ kind: 'connect', callId: channelId, legId: 'leg-out', bridgeId: 'bridge-out' });
    await seen('connected');
    expect(await seen('ended', 'leg-out')).toMatchObject({ cause: 'hung_up' });
    pbx.send({ kind: 'hang_up', channelId, cause: 'hung_up' });
    await seen('ended', channelId);
  }, 20_000);

  test('an unknown number is announced and refused without an answer', async () => {
    const { pbx, seen } = await connect();
    const caller = await call('9999');
    const { channelId } = await seen('arrived');
    pbx.send({ kind: 'refuse_unknown_number', channelId });
    expect(await seen('ended', channelId)).toMatchObject({ cause: 'cancelled' });
    expect(await caller.ended).toBe(0);
  }, 20_000);

  test('after a new start of the server the snapshot shows a leg that rings and a caller who waits', async () => {
    const first = await connect();
    await withPhone(first.pbx, { kind: 'ring' });
    await call('5000', { patienceMs: 4000 });
    const { channelId, arrivedAt } = await first.seen('arrived');
    first.pbx.send({ ...ring(channelId, 'leg-kept'), ringSeconds: 20 });
    await first.seen('leg_ringing', 'leg-kept');
    await first.pbx.stop();

    const { pbx, snapshots, seen } = await connect();
    const leg = { kind: 'leg', callId: channelId, personId: 'oksana', endpoint: '101' };
    expect(snapshots[0]?.channels).toContainEqual(
      expect.objectContaining({ channelId: 'leg-kept', isUp: false, role: leg }),
    );
    const caller = { kind: 'caller', side: 'trunk', dialled: '5000', callerNumber: '0501234567', arrivedAt };
    expect(snapshots[0]?.channels).toContainEqual(
      expect.objectContaining({ channelId, role: expect.objectContaining(caller) }),
    );
    pbx.send({ kind: 'hang_up', channelId: 'leg-kept', cause: 'cancelled' });
    expect(await seen('ended', 'leg-kept')).toMatchObject({ cause: 'cancelled' });
    pbx.send({ kind: 'hang_up', channelId, cause: 'no_answer' });
    await seen('ended', channelId);
  }, 20_000);

  test('a cut connection is told, and mended with a snapshot that shows what went on meanwhile', async () => {
    const line = await openCuttableLine(ariPort);
    plays.push(line);
    const { pbx, snapshots, losses, seen } = await connect({ url: line.url });
    await call('5000', { patienceMs: 8000 });
    const { channelId } = await seen('arrived');
    line.cut();
    await vi.waitUntil(() => losses.length === 1 && snapshots.length === 2, limit);
    expect(snapshots[1]?.channels).toContainEqual(expect.objectContaining({ channelId }));
    pbx.send({ kind: 'hang_up', channelId, cause: 'no_answer' });
    await seen('ended', channelId);
  }, 20_000);

  test('a call that came without the server waits in the dialplan and arrives with the time of its first ring', async () => {
    const before = Date.now();
    await call('5000');
    await vi.waitFor(async () => expect(await ask('channels')).toHaveLength(1), limit);
    const connectedAt = Date.now();
    const { pbx, seen } = await connect();
    const { channelId, arrivedAt } = await seen('arrived');
    expect(arrivedAt).toBeGreaterThanOrEqual(before - 5);
    expect(arrivedAt).toBeLessThan(connectedAt);
    pbx.send({ kind: 'hang_up', channelId, cause: 'no_answer' });
    await seen('ended', channelId);
  }, 20_000);

  test('the fallback group is told to Asterisk', async () => {
    const { pbx } = await connect();
    pbx.setFallback(['101', '101-web']);
    const variable = 'asterisk/variable?variable=DZVIN_FALLBACK';
    await vi.waitFor(async () => expect(await ask(variable)).toEqual({ value: 'PJSIP/101&PJSIP/101-web' }), limit);
  });

  const ask = async (uri: string): Promise<unknown> => {
    const authorization = `Basic ${Buffer.from(`dzvin:${ariPassword}`).toString('base64')}`;
    return (await fetch(`${asterisk.ariUrl}/ari/${uri}`, { headers: { authorization } })).json();
  };

  test('a second server under the same application ends the first one', async () => {
    const log = pino({ level: 'silent' });
    const pbx = createAriPbx({ url: asterisk.ariUrl, user: 'dzvin', password: ariPassword, log });
    const run = pbx.run({ signal: () => {}, connected: () => connected(), disconnected: () => {} });
    let connected = () => {};
    await new Promise<void>((resolve) => {
      connected = resolve;
    });
    const refused = expect(run).rejects.toMatchObject({ code: 'replaced' });
    await connect();
    await refused;
  }, 20_000);

  test('a wrong password is said in words, and tried again', async () => {
    const log = pino({ level: 'silent' });
    const pbx = createAriPbx({ url: asterisk.ariUrl, user: 'dzvin', password: 'wrong', log });
    const why = await new Promise<string>((disconnected) => {
      const run = pbx.run({ signal: () => {}, connected: () => {}, disconnected });
      plays.push({ stop: () => pbx.stop().then(() => run) });
    });
    expect(why).toContain('ARI_PASSWORD');
    await expect(pbx.putPhone(phone)).rejects.toBeInstanceOf(PbxUnreachableError);
  });

  test('without the lead no command is carried out', async () => {
    const { pbx, signals, seen } = await connect({ mayWrite: () => false });
    await call('5000', { patienceMs: 1000 });
    const { channelId } = await seen('arrived');
    pbx.send({ kind: 'hang_up', channelId, cause: 'busy' });
    expect(await seen('ended', channelId)).toMatchObject({ cause: 'cancelled' });
    expect(signals.filter(({ kind }) => kind === 'leg_ringing')).toEqual([]);
  });
});
