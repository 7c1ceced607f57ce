import { readFileSync } from 'node:fs';

/**
 * Milliseconds of processor time this thread has used: on a busy machine a program is not blamed for waiting its turn.
 * Where neither Node nor Linux tells it, the clock on the wall.
 */
export function threadMilliseconds(): number {
  const told: unknown = Reflect.get(process, 'threadCpuUsage');
  if (typeof told === 'function') {
    const { user, system } = told.call(process) as { user: number; system: number };
    return (user + system) / 1000;
  }
  if (process.platform !== 'linux') return performance.now();
  // Nanoseconds on a processor come first.
  return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ', 1)[0]) / 1e6;
}
