import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Progress, WordedError } from '../worded.ts';
import { checkPorts } from './check-ports.ts';
import type { InstalledAsterisk } from './install-asterisk.ts';
import { endProcess, findProcess, isRunning, processIdentity } from './running-process.ts';
import { loopback } from './templates/asterisk-setup.ts';
import { type AsteriskConfig, prepareConfig } from './write-config.ts';

export interface RunningAsterisk {
  readonly pid: number;
  /** `http://127.0.0.1:<ARI_PORT>`, for `createAriPbx`. */
  readonly ariUrl: string;
  /** True when it was running already: calls that outlived a killed server are still on it. */
  readonly wasRunning: boolean;
  /** Resolves when the process is gone, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends all its calls. Resolves when it is gone, 10 s at the most. */
  stop(): Promise<void>;
}

const startLimitMs = 30_000;
const stopLimitMs = 10_000;

/**
 * Starts our own Asterisk, or goes on with the one a killed server left behind if its configuration is still the same:
 * its calls are not cut. It does not end with this process; call `stop`. Throws a `WordedError`.
 */
export async function startAsterisk(
  config: AsteriskConfig & { readonly installed: InstalledAsterisk },
  progress: Progress = () => {},
): Promise<RunningAsterisk> {
  const { configFile, isChanged, write } = await prepareConfig(config);
  const pidFile = join(config.home, 'run/dzvin-asterisk.pid');
  const ownerFile = join(config.home, 'run/dzvin-owner');
  const ariUrl = `http://${loopback}:${config.ariPort}`;

  refuseWhenOwned(ownerFile);
  const orphan = findProcess(pidFile, configFile);
  if (orphan !== null && !isChanged && (await answers(ariUrl, config))) {
    await writeFile(ownerFile, processIdentity(process.pid) ?? '');
    return running({ pid: orphan, ariUrl, wasRunning: true }, [pidFile, ownerFile]);
  }
  if (orphan !== null) await endProcess(orphan, stopLimitMs);

  await checkPorts(config);
  progress({ uk: 'Asterisk: запускаємо', en: 'Asterisk: starting', percent: null });
  await write();
  const pid = launch(config.installed, { configFile, outputFile: outputFile(config.home) });
  await writeFile(pidFile, String(pid));
  await writeFile(ownerFile, processIdentity(process.pid) ?? '');
  await waitUntilItAnswers(pid, ariUrl, config);
  return running({ pid, ariUrl, wasRunning: false }, [pidFile, ownerFile]);
}

/** An Asterisk whose server lives is not ours to take over. */
function refuseWhenOwned(ownerFile: string) {
  if (!existsSync(ownerFile)) return;
  const owner = readFileSync(ownerFile, 'utf8');
  const [pid] = owner.split(' ');
  if (Number(pid) === process.pid || processIdentity(Number(pid)) !== owner) return;
  throw new WordedError('already_running', {
    uk: `Дзвін уже працює з цим каталогом даних (процес ${pid}). Зупиніть його або вкажіть інший каталог змінною DATA_DIR.`,
    en: `Dzvin is running already with this data folder (process ${pid}). Stop it, or choose another folder with the variable DATA_DIR.`,
  });
}

const outputFile = (home: string) => join(home, 'log/output.log');

/** In a session of its own: Ctrl-C at the terminal must reach only the server, which then stops it in order. */
function launch({ program }: InstalledAsterisk, files: { configFile: string; outputFile: string }): number {
  const output = openSync(files.outputFile, 'w');
  const child = spawn(program.command, [...program.args, '-f', '-C', files.configFile], {
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, TZ: 'UTC' },
  });
  closeSync(output);
  child.unref();
  if (child.pid === undefined) throw new Error(`${program.command} could not be started`);
  return child.pid;
}

async function waitUntilItAnswers(pid: number, ariUrl: string, config: AsteriskConfig) {
  const until = Date.now() + startLimitMs;
  while (!(await answers(ariUrl, config))) {
    if (!isRunning(pid)) throw startFailure(config.home);
    if (Date.now() > until) {
      await endProcess(pid, stopLimitMs);
      throw startFailure(config.home);
    }
    await pause(25);
  }
}

async function answers(ariUrl: string, { ariUser, ariPassword }: AsteriskConfig): Promise<boolean> {
  const authorization = `Basic ${Buffer.from(`${ariUser}:${ariPassword}`).toString('base64')}`;
  try {
    const answer = await fetch(`${ariUrl}/ari/asterisk/ping`, {
      headers: { authorization },
      signal: AbortSignal.timeout(2000),
    });
    return answer.ok;
  } catch {
    return false; // refused while it is still starting
  }
}

function running(
  asterisk: Pick<RunningAsterisk, 'pid' | 'ariUrl' | 'wasRunning'>,
  files: readonly string[],
): RunningAsterisk {
  const ended = untilGone(asterisk.pid);
  const stop = async () => {
    await endProcess(asterisk.pid, stopLimitMs);
    await Promise.all(files.map((file) => rm(file, { force: true })));
  };
  return { ...asterisk, ended, stop };
}

/** Does not keep this process alive. */
async function untilGone(pid: number): Promise<void> {
  while (isRunning(pid)) await pause(500, undefined, { ref: false });
}

function startFailure(home: string) {
  const files = [outputFile(home), join(home, 'log/messages.log')].filter((file) => existsSync(file));
  const said = files.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').slice(-10)).join('\n');
  return new WordedError('asterisk_start_failed', {
    uk: `Asterisk не запустився за ${startLimitMs / 1000} с. Останнє, що він повідомив:\n${said}`,
    en: `Asterisk did not start within ${startLimitMs / 1000} s. The last it said:\n${said}`,
  });
}
