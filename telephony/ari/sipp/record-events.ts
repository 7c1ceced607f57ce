/**
 * Plays a call of each kind through a real Asterisk 22 and writes what its ARI said to `test/recordings/ari/*.jsonl`,
 * one event a line. Run it again when Asterisk, the dialplan or the commands change: `npx tsx telephony/ari/sipp/record-events.ts`.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { installAsterisk, installSipp, startAsterisk } from '../../asterisk/index.ts';
import type { PbxCommand, Signal } from '../../pbx.ts';
import { openTransport } from '../choose-transport.ts';
import { carryOut, noLiveChannels } from '../commands.ts';
import type { AriEvent } from '../generated/ari-types.ts';
import { phoneRequests } from '../phones.ts';
import { translate } from '../translate.ts';
import type { AriTransport } from '../transport.ts';
import { placeCall, playOutside, playPhone, register, type SippSetting } from './play.ts';
import type { PhoneBehaviour } from './scenarios.ts';

const [sipPort, ariPort, phonePort, callerPort] = [15140, 18140, 15150, 15160];
const application = 'dzvin';
const folder = new URL('../../../test/recordings/ari/', import.meta.url);
const phone = { endpoint: '101', kind: 'desk', secret: 'pass', callerName: 'Оксана', extension: '101' } as const;

let events: AriEvent[] = [];
let transport: AriTransport | undefined;
const live = noLiveChannels();

/** The least that carries a call: ring the phone, or dial outside, connect, end the other side. */
function react(signal: Signal) {
  if (signal.kind === 'arrived') for (const command of onArrival(signal)) send(command);
  if (signal.kind === 'leg_answered') {
    send({
      kind: 'connect',
      callId: callOf(signal.channelId),
      legId: signal.channelId,
      bridgeId: `bridge-${signal.channelId}`,
    });
  }
  if (signal.kind === 'ended') {
    const other = signal.channelId.startsWith('leg-') ? callOf(signal.channelId) : `leg-${signal.channelId}`;
    send({ kind: 'hang_up', channelId: other, cause: signal.cause });
  }
}

const callOf = (legId: string) => legId.replace(/^leg-/, '');

function onArrival({
  channelId,
  callerNumber,
  callerName,
  dialled,
}: Extract<Signal, { kind: 'arrived' }>): PbxCommand[] {
  const leg = { callId: channelId, legId: `leg-${channelId}` };
  if (dialled.length > 5)
    return [{ kind: 'dial_outside', ...leg, number: dialled, callerId: '0443334455', ringSeconds: 20 }];
  const ring = {
    kind: 'ring_phone',
    ...leg,
    endpoint: '101',
    personId: 'oksana',
    callerNumber,
    callerName,
    ringSeconds: 2,
  } as const;
  return [{ kind: 'ring_back', channelId }, ring];
}

function send(command: PbxCommand) {
  const request: AriTransport['request'] = (one) =>
    transport?.request(one) ?? Promise.reject(new Error('not connected'));
  carryOut(command, { request, signal: () => {}, application, trunk: 'trunk', live }).catch((error) =>
    console.error(error),
  );
}

async function record(name: string, call: () => Promise<unknown>) {
  events = [];
  await call();
  await pause(500); // the tail of events; a recording has no condition to wait for
  const lines = events.map((event) => `${JSON.stringify(event)}\n`);
  await writeFile(new URL(`${name}.jsonl`, folder), lines.join(''));
  console.log(name, events.length);
}

async function recordAll(setting: SippSetting) {
  let port = callerPort;
  const caller = { number: '0501234567', name: 'Client', to: '5000' };
  const withPhone = async (behaviour: PhoneBehaviour, more: Partial<Parameters<typeof placeCall>[0]> = {}) => {
    const playing = await playPhone(phonePort, behaviour, setting);
    const call = await placeCall({ ...caller, port: port++, ...more }, setting);
    await call.ended;
    await playing.stop();
  };
  const login = { user: '101', password: phone.secret, port: phonePort };
  await record('phone-registers-and-leaves', async () => {
    await register(login, setting);
    await register({ ...login, expires: 0 }, setting);
  });
  await register(login, setting);
  await record('answered', () => withPhone({ kind: 'answer', ringMs: 100, talkMs: 300 }));
  await record('caller-hangs-up', () => withPhone({ kind: 'answer', ringMs: 100, talkMs: null }, { talkMs: 300 }));
  await record('missed', () => withPhone({ kind: 'ring' }));
  await record('busy', () => withPhone({ kind: 'refuse', status: 486, ringMs: 50 }));
  await record('declined', () => withPhone({ kind: 'refuse', status: 603, ringMs: 50 }));
  await record('unreachable', () => withPhone({ kind: 'silent' }));
  await record('cancelled', () => withPhone({ kind: 'ring' }, { patienceMs: 500 }));
  await record('held', () => withPhone({ kind: 'answer', ringMs: 50, talkMs: 300, holdMs: 200 }));
  await record('withheld', () =>
    withPhone({ kind: 'refuse', status: 486, ringMs: 50 }, { number: 'anonymous', name: 'Anonymous' }),
  );
  await record('dialled-outside', async () => {
    const outside = await playOutside(sipPort, { kind: 'answer', ringMs: 200, talkMs: 300 }, setting);
    await withPhone({ kind: 'ring' }, { to: '0671112233' });
    await outside.stop();
  });
}

const home = await mkdtemp(join(tmpdir(), 'dzvin-record-'));
await mkdir(folder, { recursive: true });
const [installed, sipp] = [await installAsterisk('22'), await installSipp()];
const ariPassword = 'recording';
const rtpPorts = { first: 22000, last: 22999 };
const asterisk = await startAsterisk({ installed, home, sipPort, ariPort, rtpPorts, ariUser: 'dzvin', ariPassword });
try {
  const address = { url: asterisk.ariUrl, user: 'dzvin', password: ariPassword, application };
  const receive = (event: AriEvent) => {
    events.push(event);
    const signal = translate(event, application);
    if (signal) react(signal);
  };
  ({ transport } = await openTransport(address, { event: receive, closed: (why) => console.log(why) }));
  await transport.request({
    method: 'POST',
    uri: `applications/${application}/subscription`,
    query: { eventSource: 'deviceState:' },
  });
  const uninteresting = ['ChannelVarset', 'ChannelDialplan', 'ChannelConnectedLine'].map((type) => ({ type }));
  await transport.request({
    method: 'PUT',
    uri: `applications/${application}/eventFilter`,
    body: { disallowed: uninteresting },
  });
  const settings = { context: 'dzvin-phone', mediaAddress: '127.0.0.1' };
  for (const request of phoneRequests(phone, settings)) await transport.request(request);
  await recordAll({ sipp, target: `127.0.0.1:${sipPort}` });
} finally {
  transport?.close();
  await asterisk.stop();
  await rm(home, { recursive: true, force: true });
}
