import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createAriPbx } from '../ari/index.ts';
import {
  callFromPhone,
  type Play,
  placeCall,
  playOutside,
  playPhone,
  register,
  type SippSetting,
} from '../ari/sipp/play.ts';
import { installAsterisk, installSipp, type RunningAsterisk, startAsterisk } from './index.ts';

const [sipPort, ariPort, phonePort, callerPort] = [15_170, 18_170, 15_172, 15_176];
const ariPassword = 'test-password';
let asterisk: RunningAsterisk;
let setting: SippSetting;
let home: string;
const plays: Play[] = [];

/** The dialplan alone, as left behind by a server that made two phones known, named a fallback group and went away. */
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'dzvin-fallback-'));
  setting = { sipp: await installSipp(), target: `127.0.0.1:${sipPort}` };
  const installed = await installAsterisk('22');
  const rtpPorts = { first: 21_000, last: 22_999 };
  asterisk = await startAsterisk({ installed, home, sipPort, ariPort, rtpPorts, ariUser: 'dzvin', ariPassword });
  await visitOnce();
}, 300_000);

async function visitOnce() {
  const log = pino({ level: 'silent' });
  const pbx = createAriPbx({
    url: asterisk.ariUrl,
    user: 'dzvin',
    password: ariPassword,
    log,
    mediaAddress: '127.0.0.1',
  });
  pbx.setFallback(['101', '102']);
  const { promise, resolve } = connection();
  const running = pbx.run({ signal: () => {}, connected: resolve, disconnected: () => {} });
  await promise;
  for (const endpoint of ['101', '102']) {
    await pbx.putPhone({ endpoint, kind: 'desk', secret: 'secret', callerName: endpoint, extension: endpoint });
  }
  await pbx.stop();
  await running;
}

function connection() {
  let resolve = () => {};
  const promise = new Promise<void>((connected) => {
    resolve = connected;
  });
  return { promise, resolve };
}

afterEach(async () => {
  await Promise.all(plays.splice(0).map((play) => play.stop()));
});

afterAll(async () => {
  await asterisk?.stop();
  await rm(home, { recursive: true, force: true });
}, 20_000);

async function phone101(talkMs: number) {
  await register({ user: '101', password: 'secret', port: phonePort }, setting);
  const phone = await playPhone(phonePort, { kind: 'answer', ringMs: 50, talkMs }, setting);
  plays.push(phone);
  return phone;
}

const caller102 = { user: '102', password: 'secret', port: callerPort };

test('a colleague is called directly', async () => {
  const phone = await phone101(100);
  const call = await callFromPhone({ ...caller102, to: '101' }, setting);
  plays.push(call);
  expect(await call.ended).toBe(0);
  expect(await phone.invitedBy()).toHaveLength(1);
}, 20_000);

test('an outside number goes out by the trunk', async () => {
  const outside = await playOutside(sipPort, { kind: 'answer', ringMs: 50, talkMs: 100 }, setting);
  plays.push(outside);
  const call = await callFromPhone({ ...caller102, to: '0671112233' }, setting);
  plays.push(call);
  expect(await call.ended).toBe(0);
  expect(await outside.invitedBy()).toHaveLength(1);
}, 20_000);

test('a caller from outside hears music, and after 20 s the fallback group rings', async () => {
  const phone = await phone101(100);
  const began = Date.now();
  const call = await placeCall({ number: '0501234567', to: '5000', port: callerPort, talkMs: 30_000 }, setting);
  plays.push(call);
  expect(await call.ended).toBe(0);
  expect(await phone.invitedBy()).toHaveLength(1);
  expect(Date.now() - began).toBeGreaterThan(20_000);
}, 40_000);
