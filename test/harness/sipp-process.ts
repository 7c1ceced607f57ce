import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrivateProgram } from '../../telephony/asterisk/index.ts';
import { endWithUs } from './end-with-us.ts';
import { freeUdpPort } from './free-port.ts';

export interface SippRun {
  readonly scenario: string;
  readonly injection?: string;
  /** Local address; the port is chosen by the system unless given. */
  readonly ip: string;
  readonly port?: number;
  /** SIPp ends by itself after so long, whatever happens to us. */
  readonly limitSeconds: number;
  readonly args: readonly string[];
}

export interface SippProcess {
  readonly port: number;
  readonly pid: number;
  /** What the log actions have written so far. */
  log(): string;
  /** SIPp's own complaints: unexpected messages, time-outs. */
  errors(): string;
  /** Ends with SIPp's exit code; null when it was stopped. */
  readonly ended: Promise<number | null>;
  /** Ends SIPp; what `log` gives stays. */
  stop(): Promise<void>;
}

/** Starts one SIPp in a folder of its own. Returns as soon as the process exists: see `log` for what it did. */
export async function startSipp(sipp: PrivateProgram, run: SippRun): Promise<SippProcess> {
  const dir = mkdtempSync(join(tmpdir(), 'dzvin-sipp-'));
  const port = run.port ?? (await freeUdpPort(run.ip));
  writeFileSync(join(dir, 'scenario.xml'), run.scenario);
  if (run.injection !== undefined) writeFileSync(join(dir, 'calls.csv'), run.injection);

  const output = openSync(join(dir, 'stderr.txt'), 'w');
  const child = spawn(sipp.command, [...sipp.args, ...(await sippArguments(run, port))], {
    cwd: dir,
    stdio: ['ignore', 'ignore', output],
    env: { ...process.env, TERM: 'dumb' },
  });
  closeSync(output);
  const forget = endWithUs(() => {
    child.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  });
  const files = filesOf(dir);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', (cause) => reject(new Error(`SIPp could not be started: ${sipp.command}`, { cause })));
    child.once('exit', (code) => resolve(code));
  }).finally(() => {
    forget();
    files.keep();
  });
  const { log, errors } = files;
  return { port, pid: child.pid ?? 0, ended, log, errors, stop: () => stop(child, ended) };
}

async function sippArguments({ ip, limitSeconds, injection, args }: SippRun, port: number): Promise<string[]> {
  const mediaPort = String(await freeUdpPort(ip));
  return [
    ...['-sf', 'scenario.xml', '-i', ip, '-p', String(port), '-mi', ip, '-mp', mediaPort],
    ...['-nostdin', '-aa', '-trace_logs', '-log_file', 'actions.log', '-trace_err', '-error_file', 'errors.log'],
    ...['-buff_size', '4000000', '-timeout', `${limitSeconds}s`],
    // Call-IDs must differ between two runs on the same port, or the PBX takes the second for a repetition.
    ...['-cid_str', `${process.pid}-${Date.now().toString(36)}-%u-%p@%s`],
    ...(injection === undefined ? [] : ['-inf', 'calls.csv']),
    ...args,
  ];
}

function filesOf(dir: string) {
  let kept: { log: string; errors: string } | undefined;
  const read = (file: string) => {
    try {
      return readFileSync(join(dir, file), 'utf8');
    } catch {
      return ''; // SIPp makes the file with its first line.
    }
  };
  const log = () => kept?.log ?? read('actions.log');
  const errors = () => kept?.errors ?? complaints(read('errors.log') + read('stderr.txt'));
  /** Takes the texts into memory and removes the folder. */
  const keep = () => {
    kept = { log: log(), errors: errors() };
    rmSync(dir, { recursive: true, force: true });
  };
  return { log, errors, keep };
}

/** Our scenarios use time limits as a clock; SIPp reports each as an error. */
function complaints(text: string): string {
  const ordinary =
    /receive timeout on message|^The following events|^Resolving remote host|^\s*$|Automatic response mode/;
  return text
    .split(/\n|(?=\d{4}-\d\d-\d\d\t)/)
    .filter((line) => !ordinary.test(line))
    .join('\n');
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 1500);
  await ended.catch(() => undefined);
  clearTimeout(hard);
}
