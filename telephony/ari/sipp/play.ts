import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PrivateProgram } from '../../asterisk/index.ts';
import { callerScenario, type PhoneBehaviour, phoneScenario, registerScenario } from './scenarios.ts';

export interface SippSetting {
  readonly sipp: PrivateProgram;
  /** `127.0.0.1:port` of the Asterisk under test. */
  readonly target: string;
}

export interface Play {
  /** SIPp's exit code: 0 when every step came as written. */
  readonly ended: Promise<number>;
  /** The From headers of the calls a phone got so far. */
  invitedBy(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** The address callers from outside come from: the demonstration trunk. */
const trunkAddress = '127.0.0.2';
const phoneAddress = '127.0.0.3';

interface Caller {
  readonly number: string;
  readonly name?: string;
  readonly to: string;
  readonly port: number;
  readonly patienceMs?: number;
  readonly talkMs?: number | null;
}

/** A call from outside, over the trunk. */
export function placeCall(
  { number, name = number, to, port, patienceMs = 15_000, talkMs = null }: Caller,
  setting: SippSetting,
) {
  const keys = ['-key', 'caller_number', number, '-key', 'caller_name', name, '-s', to, '-m', '1'];
  return play(
    callerScenario({ patienceMs, talkMs }),
    [...keys, ...listenAt(trunkAddress, port), setting.target],
    setting,
  );
}

/** A call somebody dials on their phone. */
export function callFromPhone({ user, password, port, to }: Phone & { to: string }, setting: SippSetting) {
  const keys = ['-key', 'caller_number', user, '-key', 'caller_name', user, '-s', to, '-m', '1'];
  const text = callerScenario({ patienceMs: 15_000, talkMs: null, login: { user, password } });
  return play(text, [...keys, ...listenAt(phoneAddress, port), setting.target], setting);
}

interface Phone {
  readonly user: string;
  readonly password: string;
  readonly port: number;
}

/** Registers the phone; rejects when Asterisk does not take it. */
export async function register(phone: Phone & { expires?: number }, setting: SippSetting): Promise<void> {
  const text = registerScenario({ expires: 120, ...phone });
  const played = await play(text, ['-m', '1', ...listenAt(phoneAddress, phone.port), setting.target], setting);
  const code = await played.ended;
  if (code !== 0) throw new Error(`${phone.user} could not register: SIPp ended with ${code}`);
}

/** A phone that does the same with every call until it is stopped. Resolves when it listens. */
export const playPhone = (port: number, behaviour: PhoneBehaviour, setting: SippSetting) =>
  playListener({ address: phoneAddress, port }, behaviour, setting);

/** The outside world behind the trunk: it answers what is dialled through it. Resolves when it listens. */
export const playOutside = (port: number, behaviour: PhoneBehaviour, setting: SippSetting) =>
  playListener({ address: trunkAddress, port }, behaviour, setting);

async function playListener(
  { address, port }: { address: string; port: number },
  behaviour: PhoneBehaviour,
  setting: SippSetting,
) {
  const playing = await play(phoneScenario(behaviour), listenAt(address, port), setting);
  const socket = udpSocketName(address, port);
  for (let waited = 0; !(await readFile('/proc/net/udp', 'utf8')).includes(socket); waited += 10) {
    if (waited > 5000) throw new Error(`SIPp does not listen at ${address}:${port}`);
    await pause(10);
  }
  return playing;
}

/** As /proc/net/udp writes it: the address backwards, both in hexadecimal. */
function udpSocketName(address: string, port: number): string {
  const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0');
  const bytes = address.split('.').map((byte) => hex(Number(byte), 2));
  return `${bytes.reverse().join('')}:${hex(port, 4)}`;
}

const listenAt = (address: string, port: number) => [
  '-i',
  address,
  '-p',
  String(port),
  '-mi',
  address,
  '-mp',
  String(port + 4000),
  '-nostdin',
  // Asterisk asks a phone whether it is there.
  '-aa',
  '-timeout',
  '60s',
];

async function play(text: string, args: readonly string[], { sipp }: SippSetting): Promise<Play> {
  const folder = await mkdtemp(join(tmpdir(), 'sipp-'));
  const file = join(folder, 'scenario.xml');
  const logFile = join(folder, 'played.log');
  await writeFile(file, text);
  const child = spawn(sipp.command, [...sipp.args, '-sf', file, '-trace_logs', '-log_file', logFile, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, TERM: 'dumb' },
  });
  const ended = once(child, 'exit').then(async ([code]) => {
    await rm(folder, { recursive: true, force: true });
    return Number(code ?? 1);
  });
  return { ended, invitedBy: () => readInvites(logFile), stop: () => stopChild(child, ended) };
}

async function readInvites(logFile: string): Promise<readonly string[]> {
  const lines = (await readFile(logFile, 'utf8')).split('\n');
  return lines.flatMap((line) => /^INVITE (.*)$/.exec(line)?.[1] ?? []);
}

async function stopChild(child: ChildProcess, ended: Promise<number>) {
  child.kill('SIGKILL');
  await ended;
}
