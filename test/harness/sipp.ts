import { readFileSync } from 'node:fs';
import type { PrivateProgram } from '../../telephony/asterisk/index.ts';
import { type CallRecord, callRecords, parseLog, type RingRecord, ringRecords } from './sipp-log.ts';
import { startSipp } from './sipp-process.ts';
import { fillScenario, injectionFile } from './sipp-scenario.ts';
import { until } from './until.ts';

/** Calls from outside come from here: the trunk is known by its address. */
export const trunkAddress = '127.0.0.2';
/** Desk phones live here, or the PBX would take them for the trunk. */
export const phoneAddress = '127.0.0.3';

const forever = 3_600_000;

/** Where the PBX listens for SIP. */
export interface SipServer {
  readonly host: string;
  readonly port: number;
}

export interface PlannedCall {
  /** The number as sent; empty: withheld. */
  readonly from: string;
  readonly name?: string;
  readonly dialled: string;
  /** The secret of the phone `from`, when a person's own phone dials. */
  readonly secret?: string;
}

export interface CallsToPlace {
  readonly calls: readonly PlannedCall[];
  readonly server: SipServer;
  /** `trunk`: from outside. `phone`: people's own phones dial. */
  readonly side?: 'trunk' | 'phone';
  readonly perSecond?: number;
  /** Gives up after ringing so long; never by itself unless given. */
  readonly patienceMs?: number;
  /** Hangs up so long after the answer; waits for the far end unless given. */
  readonly stayMs?: number;
  /** The whole run ends by then. */
  readonly limitSeconds?: number;
}

export interface PlacedCalls {
  /** What has become of the calls so far, in the order they were sent. */
  records(): CallRecord[];
  /** Waits for the end of all calls. A call that never ended is `open`, or answered without an end. */
  readonly done: Promise<CallRecord[]>;
  /** SIPp's own complaints. */
  errors(): string;
  stop(): Promise<void>;
}

/** Places the calls of a plan one after the other, as fast as `perSecond` says (10 unless given). */
export async function placeCalls(sipp: PrivateProgram, plan: CallsToPlace): Promise<PlacedCalls> {
  const { calls, server, side = 'trunk', perSecond = 10, patienceMs = forever, stayMs = forever } = plan;
  const limitSeconds = plan.limitSeconds ?? 120;
  const run = await startSipp(sipp, {
    scenario: fillScenario('caller', { PATIENCE_MS: patienceMs, STAY_MS: stayMs }),
    injection: injectionFile(
      calls.map((call, index) => [String(index), fromHeader(call, server), call.dialled, credentials(call)]),
    ),
    ip: side === 'trunk' ? trunkAddress : phoneAddress,
    limitSeconds,
    args: [
      '-m',
      String(calls.length),
      '-l',
      String(Math.min(calls.length + 1, 5000)),
      '-r',
      String(perSecond),
      `${server.host}:${server.port}`,
    ],
  });
  const records = () => callRecords(run.log(), calls);
  return { records, done: run.ended.then(records), errors: run.errors, stop: run.stop };
}

/** `anonymous@anonymous.invalid` is how a trunk says that the number is withheld (RFC 3323). */
function fromHeader({ from, name }: PlannedCall, { host }: SipServer): string {
  if (from === '') return '"Anonymous" <sip:anonymous@anonymous.invalid>';
  return `${name === undefined ? '' : `"${name}" `}<sip:${from}@${host}>`;
}

function credentials({ from, secret }: PlannedCall): string {
  return secret === undefined ? '' : `[authentication username=${from} password=${secret}]`;
}

/** How a phone takes a call. It rings at once. Durations in milliseconds. */
export type PhoneHabit =
  /** Hangs up `talkMs` after the answer; stays until the far end does unless given. */
  | { readonly answersAfterMs: number; readonly talkMs?: number }
  | { readonly refusesAfterMs: number; readonly with: 486 | 603 | 480 }
  | 'never_answers';

export interface PhonesToStart {
  readonly habit: PhoneHabit;
  /** Registers these first; without it the PBX must know the address by itself (see `port`). */
  readonly register?: { readonly server: SipServer; readonly accounts: readonly PhoneSecret[] };
  readonly port?: number;
  readonly limitSeconds?: number;
}

export interface PhoneSecret {
  readonly user: string;
  /** No secret: the PBX asks for none. */
  readonly secret?: string;
}

export interface Phones {
  readonly port: number;
  /** Every INVITE that reached them so far, in order. */
  rings(): RingRecord[];
  errors(): string;
  /** Takes the registrations away and ends the phones. Throws when the PBX is away. */
  stop(): Promise<void>;
  /** Ends the phones without a word, as when the power fails: the PBX goes on believing in them. */
  cut(): Promise<void>;
}

/** One address that answers for any number of people's phones. Returns when it listens and is registered. */
export async function startPhones(sipp: PrivateProgram, phones: PhonesToStart): Promise<Phones> {
  const { habit, register, limitSeconds = 600 } = phones;
  // A registration comes from the very port where the phone listens: some PBXs believe the packet more than its text.
  const port = register ? await registerPhones(sipp, { ...register, seconds: 3600 }) : phones.port;
  const run = await startSipp(sipp, {
    scenario: phoneScenario(habit),
    ip: phoneAddress,
    ...(port === undefined ? {} : { port }),
    limitSeconds,
    // Asterisk asks from time to time whether a phone is there.
    args: ['-aa'],
  });
  await until(() => isListening(run), { for: 'the phones to listen', seconds: 10, otherwise: run.errors });
  const stop = async () => {
    await run.stop();
    if (register) await registerPhones(sipp, { ...register, seconds: 0, port: run.port });
  };
  return { port: run.port, rings: () => ringRecords(run.log()), errors: run.errors, stop, cut: run.stop };
}

function phoneScenario(habit: PhoneHabit): string {
  if (habit === 'never_answers') return fillScenario('answering-phone', { RING_MS: forever, TALK_MS: forever });
  if ('with' in habit) {
    return fillScenario('refusing-phone', { RING_MS: Math.max(1, habit.refusesAfterMs), STATUS_CODE: habit.with });
  }
  const { answersAfterMs, talkMs = forever } = habit;
  return fillScenario('answering-phone', { RING_MS: Math.max(1, answersAfterMs), TALK_MS: talkMs });
}

interface Registration {
  readonly server: SipServer;
  readonly accounts: readonly PhoneSecret[];
  /** 0 takes the registration away. */
  readonly seconds: number;
  readonly port?: number;
}

/** Registers all and gives the port they are registered at. Throws when the PBX refuses one: its secret is wrong or it is unknown. */
export async function registerPhones(sipp: PrivateProgram, { server, accounts, seconds, port }: Registration) {
  const run = await startSipp(sipp, {
    scenario: fillScenario('register', { EXPIRES_SECONDS: seconds }),
    injection: injectionFile(
      accounts.map(({ user, secret }) => [
        user,
        credentials({ from: user, dialled: '', ...(secret === undefined ? {} : { secret }) }),
      ]),
    ),
    ip: phoneAddress,
    ...(port === undefined ? {} : { port }),
    limitSeconds: 20 + Math.ceil(accounts.length / 50),
    args: ['-m', String(accounts.length), '-r', '100', `${server.host}:${server.port}`],
  });
  await run.ended;
  const registered = new Set(parseLog(run.log()).flatMap(({ event, key }) => (event === 'registered' ? [key] : [])));
  const refused = accounts.filter(({ user }) => !registered.has(user)).map(({ user }) => user);
  if (refused.length > 0) throw new Error(`the PBX did not register ${refused.join(', ')}\n${run.errors()}`);
  return run.port;
}

/** Whether somebody's UDP socket is bound there. SIPp itself says nothing when it is ready. */
function isListening({ port }: { port: number }): boolean {
  const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0');
  const address = phoneAddress
    .split('.')
    .map(Number)
    .toReversed()
    .map((byte) => hex(byte, 2))
    .join('');
  return readFileSync('/proc/net/udp', 'utf8').includes(` ${address}:${hex(port, 4)} `);
}
