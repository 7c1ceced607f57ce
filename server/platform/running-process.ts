import { readFileSync } from 'node:fs';
import { waitUntil } from './wait-until.ts';

/** A zombie counts as ended: where process 1 reaps nobody, it would stay for ever. */
export function isRunning(pid: number): boolean {
  const stat = readProc(pid, 'stat');
  // The name in brackets may hold spaces and brackets itself; the state follows the last one.
  return stat !== null && stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
}

/** The program and its arguments, empty when the process is gone. Tells a reused process id from the old owner. */
export function commandLineOf(pid: number): readonly string[] {
  return readProc(pid, 'cmdline')?.split('\0').slice(0, -1) ?? [];
}

/** Unique for a process as long as the machine is up: clock ticks since boot. Null when it is gone. */
export function startedAtTick(pid: number): string | null {
  const stat = readProc(pid, 'stat');
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

/** @returns false when it is still there after `limitMs` */
export async function waitForEnd(pid: number, limitMs: number): Promise<boolean> {
  return (await waitUntil(() => (isRunning(pid) ? null : true), { limitMs })) ?? false;
}

/** A process that has ended meanwhile is success. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error;
  }
}

export function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT') || isErrno(error, 'ESRCH')) return null;
    throw error;
  }
}
