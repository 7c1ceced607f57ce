import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process is ours when its command line names our configuration file: a pid may have been given to another since. */
export function findProcess(pidFile: string, configFile: string): number | null {
  if (!existsSync(pidFile)) return null;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  return Number.isInteger(pid) && pid > 1 && commandLine(pid).includes(configFile) ? pid : null;
}

/** Tells one process from a later one with the same pid. Null when it is gone. */
export function processIdentity(pid: number): string | null {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return `${pid} ${afterName.split(' ')[19]}`; // the moment of its start
  } catch {
    return null; // no such process: the ordinary case
  }
}

/** Empty when the process is gone or is only waited for. */
function commandLine(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // no such process: the ordinary case
  }
}

export const isRunning = (pid: number) => commandLine(pid).some((word) => word !== '');

/** Asks the process to end, and ends it after the limit. Resolves when it is gone. */
export async function endProcess(pid: number, limitMs: number): Promise<void> {
  signal(pid, 'SIGTERM');
  if (await isGoneWithin(pid, limitMs)) return;
  signal(pid, 'SIGKILL');
  await isGoneWithin(pid, limitMs);
}

/** Polls, as a process that is not our child reports its end to nobody. */
export async function isGoneWithin(pid: number, limitMs: number): Promise<boolean> {
  const until = Date.now() + limitMs;
  while (isRunning(pid)) {
    if (Date.now() > until) return false;
    await pause(20);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
